import CypherSemantics
import CypherSyntax
import GraphModel

/// Conditions on two values in three-valued logic: `nil` is unknown.
extension Operators {
  static func compare(_ op: ComparisonOperatorSyntax, _ left: Value, _ right: Value) -> Bool? {
    switch op {
    case .equal: return left.equality(with: right)
    case .notEqual: return left.equality(with: right).map { !$0 }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let order = left.comparison(with: right) else { return left.isNaNComparable(with: right) ? false : nil }
      switch op {
      case .less: return order == .less
      case .lessOrEqual: return order != .greater
      case .greater: return order == .greater
      default: return order != .less
      }
    }
  }

  /// `item IN items`
  static func isMember(_ item: Value, of items: [Value]) -> Bool? {
    var unknown = false
    for candidate in items {
      switch item.equality(with: candidate) {
      case true?: return true
      case nil: unknown = true
      case false?: break
      }
    }
    return unknown ? nil : false
  }

  /// `STARTS WITH`, `ENDS WITH`, `CONTAINS`: unknown for what is no text.
  static func textTest(_ op: BinaryOperatorSyntax, _ left: Value, _ right: Value) -> Bool? {
    guard case .string(let text) = left, case .string(let part) = right else { return nil }
    switch op {
    case .startsWith: return text.utf8.starts(with: part.utf8)
    case .endsWith: return text.utf8.reversed().starts(with: part.utf8.reversed())
    default: return ByteSearch.contains(text, part)
    }
  }
}

extension Value {
  /// Whether two numbers do not compare because one is NaN: then `<` is false and not unknown.
  fileprivate func isNaNComparable(with other: Value) -> Bool {
    switch (self, other) {
    case (.float, .float), (.float, .integer), (.integer, .float): true
    default: false
    }
  }
}

/// Looks for the bytes of one text in another.
enum ByteSearch {
  static func contains(_ text: String, _ part: String) -> Bool {
    let haystack = text.utf8Span.span
    let needle = part.utf8Span.span
    guard needle.count > 0 else { return true }
    guard haystack.count >= needle.count else { return false }
    let first = needle[0]
    for start in 0...(haystack.count - needle.count) where haystack[start] == first {
      var offset = 1
      while offset < needle.count, haystack[start + offset] == needle[offset] { offset += 1 }
      if offset == needle.count { return true }
    }
    return false
  }
}
