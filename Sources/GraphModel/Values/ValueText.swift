import Temporals

extension Value {
  /// A scalar or temporal value as the language's `toString` writes it; `nil` for null, lists, maps and elements.
  public var plainText: String? {
    switch self {
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .float(let number): Value.text(of: number)
    case .string(let text): text
    case .date(let value): value.description
    case .localTime(let value): value.description
    case .time(let value): value.description
    case .localDateTime(let value): value.description
    case .dateTime(let value): value.description
    case .duration(let value): value.description
    case .null, .list, .map, .node, .relationship, .path: nil
    }
  }

  /// The shortest text that reads back as the same float, always recognisable as one: `1.0`, `NaN`, `Infinity`.
  public static func text(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    return number.description
  }
}
