/// A set of small numbers, as a bit for each.
struct BitSet {
  private(set) var words: [UInt64]

  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  @inline(__always)
  func contains(_ number: UInt32) -> Bool {
    let word = Int(number >> 6)
    return word < words.count && words[word] >> UInt64(number & 63) & 1 != 0
  }

  @inline(__always)
  mutating func insert(_ number: UInt32) { words[Int(number >> 6)] |= 1 << UInt64(number & 63) }

  /// - Returns: whether the number was not in the set.
  @inline(__always)
  mutating func insertNew(_ number: UInt32) -> Bool {
    let bit: UInt64 = 1 << UInt64(number & 63)
    let word = words[Int(number >> 6)]
    words[Int(number >> 6)] = word | bit
    return word & bit == 0
  }

  @inline(__always)
  mutating func remove(_ number: UInt32) { words[Int(number >> 6)] &= ~(1 << UInt64(number & 63)) }

  mutating func insert(_ range: Range<UInt32>) {
    for number in range { insert(number) }
  }
}
