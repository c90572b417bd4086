import Diagnostics

extension Parser {
  /// LabelExpression ::= LabelTerm { "|" [":"] LabelTerm }
  ///
  /// Where `|` ends the expression around it, only a `|` that cannot do so belongs to the labels: one with a colon or
  /// another label's sign behind it.
  func parseLabelExpression(expected: String) -> LabelExpressionSyntax {
    let start = position
    let first = parseLabelTerm(expected)
    guard !isRecovering, atLabelBar() else { return first }
    var alternatives = [first]
    while !isRecovering, atLabelBar() {
      advance()
      if accept(.colon) { mark(.barColon, from: position - 2) }
      alternatives.append(parseLabelTerm(expected))
    }
    return LabelExpressionSyntax(kind: .or(alternatives), span: span(from: start))
  }

  private func atLabelBar() -> Bool {
    guard at(.bar) else { return false }
    guard barEndsExpression else { return true }
    switch kind(1) {
    case .colon, .exclamation, .percent: return true
    case .word, .quotedName: return kind(2) == .bar || kind(2) == .ampersand
    default: return false
    }
  }

  /// LabelTerm ::= LabelFactor { ("&" | ":") LabelFactor }
  private func parseLabelTerm(_ expected: String) -> LabelExpressionSyntax {
    let start = position
    let first = parseLabelFactor(expected)
    guard !isRecovering, at(.ampersand) || at(.colon) else { return first }
    var parts = [first]
    while !isRecovering, accept(.ampersand, marking: .labelAnd) || accept(.colon) {
      parts.append(parseLabelFactor(expected))
    }
    return LabelExpressionSyntax(kind: .and(parts), span: span(from: start))
  }

  /// LabelFactor ::= "!" LabelFactor | "(" LabelExpression ")" | "%" | Name
  private func parseLabelFactor(_ expected: String) -> LabelExpressionSyntax {
    let start = position
    switch current.kind {
    case .exclamation:
      guard descend() else { break }
      advance()
      let operand = parseLabelFactor(expected)
      ascend()
      return LabelExpressionSyntax(kind: .not(operand), span: span(from: start))
    case .leftParenthesis:
      guard descend() else { break }
      let bar = barEndsExpression
      barEndsExpression = false
      advance()
      var inner = parseLabelExpression(expected: expected)
      close(.rightParenthesis, openedAt: start)
      barEndsExpression = bar
      ascend()
      inner.span = span(from: start)
      return inner
    case .percent:
      advance()
      return LabelExpressionSyntax(kind: .any, span: span(from: start))
    default: break
    }
    let name = parseName(expected)
    return LabelExpressionSyntax(kind: .name(name), span: name.span)
  }
}
