import GraphModel

/// Sorts many keys of which most are told apart by a few bytes.
enum KeyOrder {
  private struct Entry {
    /// Sixteen bytes after those that all keys share, the first one highest.
    let high: UInt64
    let low: UInt64
    let position: Int
  }

  /// The positions of keys in code-point order.
  /// - Parameter isBefore: decides between positions with the same key; where it does not, they stand as they did.
  static func positions(of keys: [String], otherwise isBefore: (Int, Int) -> Bool) -> [Int] {
    let shared = sharedPrefix(of: keys)
    var entries: [Entry] = []
    entries.reserveCapacity(keys.count)
    for (position, key) in keys.enumerated() {
      let bytes = key.utf8Span.span
      entries.append(
        Entry(
          high: number(from: bytes, at: shared), low: number(from: bytes, at: shared + 8), position: position))
    }
    entries.sort { a, b in
      if a.high != b.high { return a.high < b.high }
      if a.low != b.low { return a.low < b.low }
      let (x, y) = (keys[a.position], keys[b.position])
      if !x.isIdenticalText(to: y) { return x.precedesByCodePoints(y) }
      if isBefore(a.position, b.position) { return true }
      return !isBefore(b.position, a.position) && a.position < b.position
    }
    return entries.map(\.position)
  }

  /// How many bytes all keys begin with alike.
  private static func sharedPrefix(of keys: [String]) -> Int {
    guard let first = keys.first else { return 0 }
    let bytes = first.utf8Span.span
    var shared = bytes.count
    for key in keys.dropFirst() {
      let other = key.utf8Span.span
      shared = min(shared, other.count)
      var length = 0
      while length < shared, bytes[length] == other[length] { length += 1 }
      shared = length
      if shared == 0 { break }
    }
    return shared
  }

  /// Eight bytes as a number, zero past the end.
  private static func number(from bytes: Span<UInt8>, at start: Int) -> UInt64 {
    var number: UInt64 = 0
    for position in start..<start + 8 {
      number = number << 8 | (position < bytes.count ? UInt64(bytes[position]) : 0)
    }
    return number
  }
}
