import CypherSyntax
import Diagnostics

/// A tree as text without places, so that two trees can be compared by what they mean. A column's own text counts only
/// where it is the column's name.
struct TreeShape {
  private(set) var text = ""

  init(_ tree: QuerySyntax) { append(tree) }

  private mutating func append(_ value: Any) {
    switch value {
    case is SourceSpan: return
    case let string as String: text += "'\(string)'"
    case let item as ProjectionItemSyntax:
      append(item.expression)
      if let alias = item.alias { append(alias) } else { text += item.text }
    default:
      let mirror = Mirror(reflecting: value)
      guard !mirror.children.isEmpty else {
        text += mirror.displayStyle == .collection ? "[]" : "\(value)"
        return
      }
      text += "("
      for child in mirror.children where !(child.value is SourceSpan) {
        if let label = child.label { text += label + ":" }
        append(child.value)
        text += " "
      }
      text += ")"
    }
  }
}
