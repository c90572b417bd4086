import CypherSemantics
import CypherSyntax
import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A test of a text against another, on the bytes where they stand.
struct TextBytesTest {
  private enum Kind {
    case startsWith, endsWith, contains
    case order(ComparisonOperatorSyntax)
  }

  private let kind: Kind
  private let other: [UInt8]
  /// Which byte of the other text is looked for first.
  private let rarest: Int
  /// Asks many texts at once; `nil` where that is no search.
  let search: TextSearch?

  /// - Parameter dictionary: the texts that will be asked about, for what bytes are rare among them.
  /// - Returns: `nil` for a test of another kind, or against what is no text.
  init?(_ test: ValueTest, of dictionary: TextDictionary) {
    switch test {
    case .text(let op, .string(let part)):
      kind = op == .startsWith ? .startsWith : (op == .endsWith ? .endsWith : .contains)
      other = Array(part.utf8)
    case .comparison(let op, .string(let text)):
      kind = .order(op)
      other = Array(text.utf8)
    default: return nil
    }
    let rarity = Self.rarity(of: other, in: dictionary)
    rarest = rarity.first ?? 0
    if case .contains = kind, !other.isEmpty {
      search = TextSearch(part: other, rarity: rarity)
    } else {
      search = nil
    }
  }

  @unsafe
  func holds(for text: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = other.count
    return unsafe other.withUnsafeBufferPointer { part in
      switch kind {
      case .order(let op): return unsafe Self.holds(op, Self.order(text, part))
      case .startsWith, .endsWith, .contains:
        guard let wanted = part.baseAddress, count > 0 else { return true }
        guard let base = text.baseAddress, text.count >= count else { return false }
        switch kind {
        case .startsWith: return unsafe memcmp(base, wanted, count) == 0
        case .endsWith: return unsafe memcmp(base + (text.count - count), wanted, count) == 0
        default: return unsafe contains(text, part)
        }
      }
    }
  }

  /// - Precondition: neither is empty, and the part is not the longer one.
  private func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = text.baseAddress, let wanted = part.baseAddress else { return false }
    let last = unsafe start + (text.count - part.count)
    var position = unsafe start
    while unsafe position <= last {
      let left = unsafe last - position + 1
      guard let found = unsafe memchr(position + rarest, Int32(wanted[rarest]), left) else { return false }
      unsafe position = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - rarest
      if unsafe memcmp(position, wanted, part.count) == 0 { return true }
      unsafe position += 1
    }
    return false
  }

  /// The positions of the bytes, those first that come least often in a sample of texts.
  private static func rarity(of part: [UInt8], in dictionary: TextDictionary) -> [Int] {
    var counts = [Int](repeating: 0, count: 256)
    for position in 0..<min(dictionary.count, 64) {
      unsafe dictionary.withBytes(of: position) { bytes in
        for offset in 0..<bytes.count { unsafe counts[Int(bytes[offset])] += 1 }
      }
    }
    return part.indices.sorted { counts[Int(part[$0])] < counts[Int(part[$1])] }
  }

  /// Below 0 where the first comes first; for UTF-8 the order of bytes is that of code points.
  private static func order(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    if let first = a.baseAddress, let second = b.baseAddress {
      let order = unsafe memcmp(first, second, min(a.count, b.count))
      if order != 0 { return Int(order) }
    }
    return a.count - b.count
  }

  private static func holds(_ op: ComparisonOperatorSyntax, _ order: Int) -> Bool {
    switch op {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }
}
