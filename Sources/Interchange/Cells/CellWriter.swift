public import GraphModel
import Temporals

/// A value as the text of a cell, from which `CellReader` makes the same value again.
public enum CellWriter {
  /// - Returns: `nil` for null, which is no text at all but an absent cell.
  /// - Throws: `CellMistake` for a value that the declared type does not take, and for what no cell can hold.
  public static func text(of value: Value, as type: PropertyType) throws(CellMistake) -> String? {
    if value.isNull { return nil }
    guard type.accepts(value) else {
      throw CellMistake(message: "a \(value.typeName) has no place in a property of type \(type.name)")
    }
    if case .list(let items) = value, case .list(let item) = type { return try list(items, of: item) }
    return try scalar(value)
  }

  private static func scalar(_ value: Value) throws(CellMistake) -> String {
    switch value {
    case .boolean(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .float(let number): return text(of: number)
    case .string(let text):
      if text.utf8.contains(0) { throw CellMistake(message: "a text with a null character cannot be written to CSV") }
      return text
    case .date(let date): return date.description
    case .localDateTime(let time): return time.description
    case .dateTime(let time): return time.description
    default: throw CellMistake(message: "a \(value.typeName) cannot be written to CSV")
    }
  }

  static func text(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    return number.description
  }

  private static func list(_ items: [Value], of type: PropertyType) throws(CellMistake) -> String {
    var text = ""
    for (position, item) in items.enumerated() {
      if position > 0 { text.unicodeScalars.append("|") }
      // Nested lists have no notation; the schema's reader admits none.
      for scalar in try scalar(item).unicodeScalars {
        if scalar == "|" || scalar == "\\" { text.unicodeScalars.append("\\") }
        text.unicodeScalars.append(scalar)
      }
    }
    return text.isEmpty && !items.isEmpty ? "\\" : text
  }
}
