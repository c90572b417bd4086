import Temporals

extension PropertyDefinition {
  /// Why a value may not stand in this property.
  public enum Violation: Hashable, Sendable {
    case wrongType(expected: PropertyType)
    case notAllowed(allowed: [Value])
  }

  /// Whether a value fits the declared type and the allowed values; null always fits (it is *no property*).
  /// An integer fits a float property.
  public func violation(of value: Value) -> Violation? {
    if value.isNull { return nil }
    guard type.accepts(value) else { return .wrongType(expected: type) }
    guard let allowedValues else { return nil }
    let items: [Value] = if case .list(let items) = value { items } else { [value] }
    return items.allSatisfy(allowedValues.contains) ? nil : .notAllowed(allowed: allowedValues)
  }
}

extension PropertyType {
  /// Whether a value is of this type. An `edtf` is a string that EDTF level 1 can read, a `url` one without
  /// blanks.
  public func accepts(_ value: Value) -> Bool {
    switch (self, value) {
    case (.string, .string), (.integer, .integer), (.float, .float), (.float, .integer),
      (.boolean, .boolean), (.date, .date), (.datetime, .dateTime), (.datetime, .localDateTime):
      true
    case (.url, .string(let text)): PropertyType.isAddress(text)
    case (.edtf, .string(let text)): ExtendedDate(text) != nil
    case (.list(let item), .list(let values)): values.allSatisfy { !$0.isNull && item.accepts($0) }
    default: false
    }
  }

  /// Lenient, for people name addresses without a scheme too: some text without blanks and control characters.
  private static func isAddress(_ text: String) -> Bool {
    // Most addresses are ASCII, whose blanks and control characters are all up to 0x20, and 0x7F.
    if text.isEmpty || text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { return false }
    return !text.utf8.contains { $0 >= 0x80 } || !text.unicodeScalars.contains(where: \.properties.isWhitespace)
  }
}
