/// Distinct pairs of 32-bit words, numbered from 0 in the order in which they first came: a hash table with open
/// addressing, without an allocation for each.
struct PairTable {
  /// By number: the first word in the upper half, the second in the lower.
  private(set) var pairs: [UInt64] = []
  /// The number of a pair + 1, 0 where nothing stands; its size is a power of two.
  private var slots: [UInt32] = []
  private var shift: UInt64 = 0
  /// Nobody can choose ids and codes freely, so that a multiplication is hash enough; the factor differs all the same
  /// from table to table, so that one table written into another in its order does not pile up.
  private let factor = UInt64.random(in: .min ... .max) | 1

  var count: Int { pairs.count }
  /// What it takes, in bytes.
  var bytes: Int { pairs.capacity * 8 + slots.count * 4 }

  static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  /// The number of a pair, given now if it has none.
  @inline(__always)
  mutating func number(of pair: UInt64) -> UInt32 {
    if (pairs.count + 1) * 2 > slots.count { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (pair &* factor) &>> shift)
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      if pairs[Int(entry) - 1] == pair { return entry - 1 }
      slot = (slot + 1) & mask
    }
    pairs.append(pair)
    slots[slot] = UInt32(pairs.count)
    return UInt32(pairs.count) - 1
  }

  @inline(never)
  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: max(16, slots.count * 2))
    // The upper bits of the product are the well mixed ones.
    shift = UInt64(64 - slots.count.trailingZeroBitCount)
    let mask = slots.count - 1
    for position in pairs.indices {
      var slot = Int(truncatingIfNeeded: (pairs[position] &* factor) &>> shift)
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(position) + 1
    }
  }
}
