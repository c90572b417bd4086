import CypherSyntax
import Diagnostics

/// A tree as text without places, so that two trees can be compared by what they mean. A column's text counts only
/// where it is the column's name.
func outline(_ tree: Any) -> String {
  var text = ""
  appendOutline(of: tree, to: &text)
  return text
}

private func appendOutline(of value: Any, to text: inout String) {
  switch value {
  case is SourceSpan: return
  case let string as String: text += "\"\(string)\""
  case let item as ProjectionItemSyntax:
    text += "item("
    appendOutline(of: item.expression, to: &text)
    text += ", "
    if let alias = item.alias { appendOutline(of: alias, to: &text) } else { text += item.text }
    text += ")"
  default:
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else {
      text += mirror.displayStyle == .collection ? "[]" : "\(value)"
      return
    }
    text += mirror.displayStyle == .enum || mirror.displayStyle == .optional ? "" : "("
    for child in mirror.children where !(child.value is SourceSpan) {
      if let label = child.label { text += label + ":" }
      appendOutline(of: child.value, to: &text)
      text += " "
    }
    text += mirror.displayStyle == .enum || mirror.displayStyle == .optional ? "" : ")"
  }
}
