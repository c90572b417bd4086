import Diagnostics

extension Parser {
  func startsRelationship() -> Bool {
    switch current.kind {
    case .minus, .unicodeDash: true
    case .less, .unicodeLess: kind(1) == .minus || kind(1) == .unicodeDash
    default: false
    }
  }

  /// Relationship ::= ["<"] "-" ["[" Detail "]"] "-" [">"] [Quantifier]
  func parseRelationship() -> RelationshipPatternSyntax {
    let start = position
    var relationship = RelationshipPatternSyntax(
      variable: nil, types: nil, direction: .either, properties: nil, span: current.span)
    let pointsLeft = accept(.less) || accept(.unicodeLess)
    parseDash("'-'")
    if at(.leftBracket) { parseDetail(into: &relationship) } else { mark(.abbreviatedArrow, from: start) }
    parseDash(kind(-1) == .rightBracket ? "'-' or '->'" : "'[' or '-'")
    let pointsRight = !isRecovering && (accept(.greater) || accept(.unicodeGreater))
    if pointsLeft != pointsRight { relationship.direction = pointsLeft ? .rightToLeft : .leftToRight }
    if !isRecovering { relationship.quantifier = parseQuantifier() }
    relationship.span = span(from: start)
    return relationship
  }

  private func parseDash(_ expected: String) {
    if isRecovering || accept(.minus) || accept(.unicodeDash) { return }
    reportUnexpected(expected)
  }

  /// Detail ::= [Variable] [(":" | "IS") LabelExpression] ["*" Range] [Map | Parameter] ["WHERE" Expression]
  private func parseDetail(into relationship: inout RelationshipPatternSyntax) {
    let open = position
    advance()
    relationship.variable = parseElementVariable()
    if accept(.colon) || acceptLabelIs() { relationship.types = parseLabelExpression(expected: "a relationship type") }
    if !isRecovering { relationship.length = parseVariableLength() }
    relationship.properties = parseElementProperties()
    relationship.condition = parseInlineCondition()
    if at(.dotDot) { reportUnexpected("'*' before the range", detail: "InvalidRelationshipPattern") }
    close(.rightBracket, openedAt: open, expected: expectedInDetail(relationship))
  }

  private func expectedInDetail(_ relationship: RelationshipPatternSyntax) -> String? {
    if relationship.condition != nil { return nil }
    if relationship.properties != nil { return "WHERE" }
    return relationship.types == nil && relationship.length == nil ? "a type, properties" : "properties"
  }

  /// VariableLength ::= "*" [Integer] [".." [Integer]]
  private func parseVariableLength() -> VariableLengthSyntax? {
    let start = position
    guard accept(.star) else { return nil }
    if at(.minus) { reportUnexpected("a length of 0 or more", detail: "InvalidRelationshipPattern") }
    let lower = at(.integer) ? parseCount() : nil
    var upper = lower
    if !isRecovering, accept(.dotDot) {
      if at(.minus) { reportUnexpected("a length of 0 or more", detail: "InvalidRelationshipPattern") }
      upper = at(.integer) ? parseCount() : nil
    }
    return VariableLengthSyntax(lower: lower, upper: upper, span: span(from: start))
  }

  /// Quantifier ::= "+" | "*" | "{" Integer "}" | "{" [Integer] "," [Integer] "}"
  func parseQuantifier() -> QuantifierSyntax? {
    let start = position
    switch current.kind {
    case .plus:
      advance()
      return QuantifierSyntax(lower: 1, upper: nil, span: span(from: start))
    case .star:
      advance()
      return QuantifierSyntax(lower: 0, upper: nil, span: span(from: start))
    case .leftBrace: return parseBoundedQuantifier()
    default: return nil
    }
  }

  private func parseBoundedQuantifier() -> QuantifierSyntax {
    let open = position
    advance()
    let lower = at(.integer) ? parseCount() : nil
    var upper = lower
    if !isRecovering, accept(.comma) {
      upper = at(.integer) ? parseCount() : nil
    } else if lower == nil {
      reportUnexpected("a number or ','")
    }
    close(.rightBrace, openedAt: open)
    return QuantifierSyntax(lower: lower ?? 0, upper: upper, span: span(from: open))
  }

  /// A number of repetitions or paths.
  func parseCount() -> Int {
    guard case .literal(.integer(let value)) = parseNumber(sign: nil).kind else { return 0 }
    return Int(exactly: value) ?? 0
  }
}
