import GraphModel

/// Distinct tuples of values, numbered from 0 in the order in which they first came. Equal is what DISTINCT calls equal.
///
/// The values stand behind each other in one list, so that no row costs a list of its own.
struct ValueTuples {
  private let width: Int
  private(set) var count = 0
  private var values: [Value] = []
  private var hashes: [UInt32] = []
  /// The number of a tuple + 1, 0 where nothing stands; its size is a power of two.
  private var slots: [UInt32] = []

  init(width: Int) { self.width = width }

  /// What it takes, in bytes, beside what the values hold.
  var bytes: Int { values.capacity * ValueFootprint.stride + hashes.capacity * 4 + slots.count * 4 }

  /// The number of a row's tuple, given now if it has none.
  mutating func number(of columns: [Column], row: Int) -> UInt32 {
    if (count + 1) * 2 > slots.count { grow() }
    var hasher = Hasher()
    for column in columns { column[row].hash(into: &hasher) }
    let hash = UInt32(truncatingIfNeeded: hasher.finalize())
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      let number = Int(entry) - 1
      if hashes[number] == hash, isEqual(number, to: columns, row: row) { return entry - 1 }
      slot = (slot + 1) & mask
    }
    for column in columns { values.append(column[row]) }
    hashes.append(hash)
    count += 1
    slots[slot] = UInt32(count)
    return UInt32(count) - 1
  }

  /// One value of a tuple.
  subscript(number: Int, position: Int) -> Value { values[number * width + position] }

  private func isEqual(_ number: Int, to columns: [Column], row: Int) -> Bool {
    for position in columns.indices where values[number * width + position] != columns[position][row] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: max(16, slots.count * 2))
    let mask = slots.count - 1
    for number in 0..<count {
      var slot = Int(hashes[number]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number) + 1
    }
  }
}
