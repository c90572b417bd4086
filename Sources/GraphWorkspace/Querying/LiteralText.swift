import CypherSyntax
import Diagnostics
import GraphModel

/// A text that somebody gave for a parameter, as a value.
///
/// It is read as a literal of the query language where it is one: a number, text in quotes, `true`, `false`, `null`, a
/// list or map of literals. Anything else is the text itself, so that `2024-05-01` and `SOR Ortopedi` need no quotes.
enum LiteralText {
  static func value(of text: String) -> Value {
    literal(text) ?? .string(text)
  }

  /// `nil` where the text is no literal.
  static func literal(_ text: String) -> Value? {
    let (expression, diagnostics) = QueryParser.parseExpression(SourceText(name: "parameter", text: text))
    return diagnostics.isEmpty ? value(of: expression) : nil
  }

  private static func value(of expression: ExpressionSyntax) -> Value? {
    switch expression.kind {
    case .literal(let literal): return value(of: literal)
    case .unary(.minus, let operand):
      switch value(of: operand) {
      case .integer(let number)?: return number == .min ? nil : .integer(-number)
      case .float(let number)?: return .float(-number)
      default: return nil
      }
    case .list(let elements):
      var items: [Value] = []
      for element in elements {
        guard let item = value(of: element) else { return nil }
        items.append(item)
      }
      return .list(items)
    case .map(let entries):
      var members: [String: Value] = [:]
      for entry in entries {
        guard let member = value(of: entry.value) else { return nil }
        members[entry.key.text] = member
      }
      return .map(members)
    default: return nil
    }
  }

  private static func value(of literal: LiteralSyntax) -> Value {
    switch literal {
    case .null: .null
    case .boolean(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .float(let number): .float(number)
    case .string(let text): .string(text)
    }
  }
}
