import GraphModel

/// Values as the conversion functions turn them into others.
///
/// Each gives null for a text that does not write such a value, and `nil` for a value of a type it does not take.
/// - Source: openCypher 9; booleans and integers from each other as in Neo4j 5.
enum ValueConversion {
  static func boolean(_ value: Value) -> Value? {
    switch value {
    case .boolean: return value
    case .integer(let number): return .boolean(number != 0)
    case .string(let text):
      let word = NumberText.trimmed(text).lowercased()
      return word == "true" ? true : (word == "false" ? false : .null)
    default: return nil
    }
  }

  static func float(_ value: Value) -> Value? {
    switch value {
    case .float: value
    case .integer(let number): .float(Double(number))
    case .string(let text): NumberText.float(text).map { .float($0) } ?? .null
    default: nil
    }
  }

  static func integer(_ value: Value) -> Value? {
    switch value {
    case .integer: value
    case .float(let number): whole(number)
    case .boolean(let flag): .integer(flag ? 1 : 0)
    case .string(let text):
      if let number = NumberText.integer(text) {
        .integer(number)
      } else {
        NumberText.float(text).map(whole) ?? .null
      }
    default: nil
    }
  }

  static func string(_ value: Value) -> Value? { value.plainText.map { .string($0) } }

  /// Rounded toward zero; null beyond 64 bits.
  private static func whole(_ number: Double) -> Value {
    Int64(exactly: number.rounded(.towardZero)).map { .integer($0) } ?? .null
  }
}
