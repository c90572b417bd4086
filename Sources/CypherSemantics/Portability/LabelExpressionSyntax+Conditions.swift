import CypherSyntax

extension LabelExpressionSyntax {
  /// Whether it says more than openCypher 9 can in its place: several labels that a node all has, or alternatives of
  /// types.
  func isCondition(onType isType: Bool) -> Bool {
    switch kind {
    case .name: false
    case .any, .not: true
    case .and(let parts): isType || parts.contains { !$0.isName }
    case .or(let parts): !isType || parts.contains { !$0.isName }
    }
  }

  private var isName: Bool {
    if case .name = kind { return true }
    return false
  }

  /// The same as a condition on the labels of a node, or on the type of a relationship.
  func condition(on element: [SourceEdit.Piece], isType: Bool) -> [SourceEdit.Piece] {
    switch kind {
    case .name(let name):
      return isType
        ? [.text("type(")] + element + [.text(") = \(QueryPrinter.print(literal(name.text)))")]
        : element + [.text(":"), .source(name.span)]
    case .any: return isType ? [.text("true")] : [.text("size(labels(")] + element + [.text(")) > 0")]
    case .not(let operand): return [.text("NOT ")] + operand.condition(on: element, isType: isType)
    case .and(let parts): return joined(parts, " AND ", element, isType)
    case .or(let parts): return joined(parts, " OR ", element, isType)
    }
  }

  private func joined(
    _ parts: [LabelExpressionSyntax], _ word: String, _ element: [SourceEdit.Piece], _ isType: Bool
  ) -> [SourceEdit.Piece] {
    [.text("(")] + parts.map { $0.condition(on: element, isType: isType) }.joined(separator: [.text(word)])
      + [.text(")")]
  }

  private func literal(_ text: String) -> ExpressionSyntax {
    ExpressionSyntax(.literal(.string(text)), span: span)
  }
}
