import Diagnostics

extension Parser {
  /// Call ::= Name { "." Name } "(" ["DISTINCT"] [Expression { "," Expression }] ")"
  func parseCall(lastPart: Int) -> ExpressionSyntax {
    let start = position
    var name = [parseName("a function's name")]
    while position <= lastPart, accept(.dot) { name.append(parseName("a function's name")) }
    let open = position
    let bar = barEndsExpression
    barEndsExpression = false
    advance()
    let outer = beginMeasuring()
    let isDistinct = acceptDistinct()
    var arguments: [ExpressionSyntax] = []
    if isDistinct || !at(.rightParenthesis) { arguments = parseArguments(of: &name) }
    close(.rightParenthesis, openedAt: open, expected: arguments.isEmpty ? nil : "','")
    barEndsExpression = bar
    let inner = endMeasuring(outer)
    return make(
      .call(FunctionCallSyntax(name: name, isDistinct: isDistinct, arguments: arguments)), span: span(from: start),
      height: inner + 1)
  }

  /// Reads `DISTINCT`, unless it is a variable of that name.
  func acceptDistinct() -> Bool {
    guard at(.distinct) else { return false }
    switch kind(1) {
    case .comma, .dot, .rightParenthesis, .rightBrace, .endOfText, .semicolon: return false
    default: break
    }
    if keyword(1) == .as { return false }
    advance()
    return true
  }

  // MARK: Quantifiers and reduce

  /// Whether `all`, `any`, `none` or `single` at the current token begins a quantifier and is no function's name.
  func startsQuantifier() -> Bool {
    kind(1) == .leftParenthesis && isName(2) && keyword(3) == .in
  }

  /// Quantifier ::= ("ALL" | "ANY" | "NONE" | "SINGLE") "(" Variable "IN" Expression ["WHERE" Expression] ")"
  func parseQuantifier(_ kind: QuantifierKindSyntax) -> ExpressionSyntax {
    let start = position
    advance()
    let open = position
    let bar = barEndsExpression
    barEndsExpression = false
    advance()
    let outer = beginMeasuring()
    let variable = parseVariable()
    expect(.in)
    let list = parseExpression()
    var filter: ExpressionSyntax?
    if !isRecovering, accept(.where) { filter = parseExpression() }
    close(.rightParenthesis, openedAt: open, expected: filter == nil ? "WHERE" : nil)
    barEndsExpression = bar
    let inner = endMeasuring(outer)
    return make(
      .quantifier(kind, variable: variable, list: list, filter: filter), span: span(from: start), height: inner + 1)
  }

  /// Reduce ::= "REDUCE" "(" Variable "=" Expression "," Variable "IN" Expression "|" Expression ")"
  func parseReduce() -> ExpressionSyntax {
    let start = position
    advance()
    let open = position
    let bar = barEndsExpression
    advance()
    let outer = beginMeasuring()
    let accumulator = parseVariable()
    expect(.equal, "'='")
    barEndsExpression = false
    let initial = parseExpression()
    expect(.comma, "','")
    let variable = parseVariable()
    expect(.in)
    barEndsExpression = true
    let list = parseExpression()
    expect(.bar, "'|'")
    barEndsExpression = false
    let step = isRecovering ? missingExpression() : parseExpression()
    close(.rightParenthesis, openedAt: open)
    barEndsExpression = bar
    let inner = endMeasuring(outer)
    return make(
      .reduce(accumulator: accumulator, initial: initial, variable: variable, list: list, step: step),
      span: span(from: start), height: inner + 1)
  }

  // MARK: Subqueries

  /// Whether `exists`, `count` or `collect` at the current token begins a subquery and is no variable with a map
  /// projection.
  func startsSubquery() -> Bool { kind(1) == .leftBrace && kind(2) != .dot }

  /// Subquery ::= ("EXISTS" | "COUNT" | "COLLECT") "{" ( Query | Pattern ["WHERE" Expression] ) "}"
  func parseSubquery(_ kind: SubqueryKindSyntax) -> ExpressionSyntax {
    let start = position
    advance()
    let outer = beginMeasuring()
    let query = parseBracedQuery(allowsPattern: true)
    let inner = endMeasuring(outer)
    return make(.subquery(kind, query), span: span(from: start), height: inner + 2)
  }
}
