import Glibc

/// Texts by number, each once, compared byte by byte, packed into one buffer: a million keys without a million objects.
struct TextTable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// Number + 1, or 0; the count is a power of two.
  private var slots: [UInt32]

  init(minimumCapacity: Int = 0) {
    var count = 64
    while count * 3 < minimumCapacity * 4 { count *= 2 }
    slots = [UInt32](repeating: 0, count: count)
    ends.reserveCapacity(minimumCapacity)
    hashes.reserveCapacity(minimumCapacity)
  }

  var count: Int { ends.count }

  func text(_ number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  /// The bytes of all texts, for whoever scans them; `range(_:)` tells which are whose.
  var contents: [UInt8] { bytes }

  func number(of text: Span<UInt8>) -> Int? {
    let hash = TextTable.hash(text)
    let slot = slot(of: text, hash: hash)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// The number of a text, given now if it has none.
  mutating func intern(_ text: Span<UInt8>) -> (number: Int, isNew: Bool) {
    if count * 4 >= slots.count * 3 { grow() }
    let hash = TextTable.hash(text)
    let slot = slot(of: text, hash: hash)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    for position in 0..<text.count { bytes.append(text[position]) }
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = UInt32(count)
    return (count - 1, true)
  }

  private func slot(of text: Span<UInt8>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isEqual(number, text) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(_ number: Int, _ text: Span<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == text.count else { return false }
    return unsafe bytes.withUnsafeBytes { all in
      unsafe text.withUnsafeBytes { wanted in
        guard let start = wanted.baseAddress, let own = all.baseAddress else { return true }
        return unsafe memcmp(own + range.lowerBound, start, range.count) == 0
      }
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for number in 0..<count {
      var slot = Int(hashes[number]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  private static func hash(_ text: Span<UInt8>) -> UInt32 {
    var hasher = Hasher()
    unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }
}
