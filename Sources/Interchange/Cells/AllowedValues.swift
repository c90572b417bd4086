import Diagnostics
import GraphModel
import Temporals

/// The words in which messages speak of the values that a property may have.
enum AllowedValues {
  /// The nearest allowed value, else all of them if they are few.
  static func hint(for text: String, among allowed: [Value]) -> String? {
    let texts = allowed.map(self.text)
    if let hint = NameSuggestion.hint(for: text, among: texts) { return hint }
    if texts.count > 12 { return nil }
    return "it may be " + texts.map { "'\($0)'" }.joined(separator: ", ")
  }

  static func text(_ value: Value) -> String {
    switch value {
    case .string(let text): text
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .float(let number): number.description
    case .date(let date): date.description
    case .list(let items): items.map(text).joined(separator: "|")
    default: "\(value)"
    }
  }
}
