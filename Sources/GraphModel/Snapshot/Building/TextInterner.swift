/// Gives each distinct text a number in order of arrival, and becomes a dictionary.
struct TextInterner {
  private let offsets = GrowingArray<UInt64>(capacity: 16)
  private let bytes = GrowingArray<UInt8>()
  /// Half the hash of each text: most that differ are told apart by it, and a growing table need not hash again.
  private let hashes = GrowingArray<UInt32>()
  private var slots: [UInt32] = []
  private var mask = 0
  private let seed = UInt64.random(in: .min ... .max)

  init() { offsets.append(0) }

  var count: Int { unsafe hashes.count }

  /// The number of a text, given now if it has none.
  /// - Parameter isValid: asked once for each distinct text; what it refuses gets no number.
  @inline(__always)
  mutating func number(
    of text: UnsafeBufferPointer<UInt8>, isValid: (UnsafeBufferPointer<UInt8>) -> Bool = { _ in true }
  ) -> UInt32? {
    if (count + 1) * 4 > slots.count * 3 { grow() }
    let hash = unsafe TextHash.hash(text, seed: seed)
    let half = UInt32(truncatingIfNeeded: hash >> 32)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      let position = Int(entry) - 1
      if hashes[position] == half, unsafe TextHash.areEqual(self.text(position), text) { return entry - 1 }
      slot = (slot + 1) & mask
    }
    guard unsafe isValid(text) else { return nil }
    unsafe bytes.append(contentsOf: text)
    unsafe offsets.append(UInt64(bytes.count))
    // A table is never larger than what half a hash tells apart.
    hashes.append(half)
    slots[slot] = UInt32(count)
    lowHalves.append(UInt32(truncatingIfNeeded: hash))
    return UInt32(count) - 1
  }

  /// The other halves, which say where in the table a text stands.
  private let lowHalves = GrowingArray<UInt32>()

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: max(16, slots.count * 2))
    mask = slots.count - 1
    for position in 0..<count {
      var slot = Int(lowHalves[position]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(position) + 1
    }
  }

  func text(_ position: Int) -> UnsafeBufferPointer<UInt8> {
    let start = Int(offsets[position])
    return unsafe UnsafeBufferPointer(rebasing: UnsafeBufferPointer(bytes.elements)[start..<Int(offsets[position + 1])])
  }

  consuming func packed() -> TextDictionary {
    TextDictionary(offsets: offsets.packed(), bytes: bytes.packed(), slots: PackedArray(slots), seed: seed)
  }
}
