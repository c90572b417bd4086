import Diagnostics

extension Parser {
  /// Call ::= ["OPTIONAL"] "CALL" ( ProcedureCall | SubqueryCall )
  func parseCallClause() -> ClauseSyntax {
    let start = position
    let isOptional = accept(.optional)
    advance()
    switch kind() {
    case .leftBrace, .leftParenthesis: return parseSubqueryCall(from: start, isOptional: isOptional)
    default: return parseProcedureCall(from: start, isOptional: isOptional)
    }
  }

  /// ProcedureCall ::= Name { "." Name } ["(" [Expression { "," Expression }] ")"] [Yield]
  private func parseProcedureCall(from start: Int, isOptional: Bool) -> ClauseSyntax {
    var call = ProcedureCallSyntax(
      isOptional: isOptional, name: [parseName("a procedure's name, '(' or '{'")], arguments: nil, yield: nil,
      span: current.span)
    while !isRecovering, accept(.dot) { call.name.append(parseName("a procedure's name")) }
    if !isRecovering, at(.leftParenthesis) {
      let open = position
      advance()
      call.arguments = at(.rightParenthesis) ? [] : parseList { $0.parseExpression() }
      close(.rightParenthesis, openedAt: open, expected: call.arguments?.isEmpty == true ? nil : "','")
    }
    repairMisspelling(of: Keyword.clauseStarts + [.yield])
    if !isRecovering, at(.yield) { call.yield = parseYield() }
    call.span = span(from: start)
    return .call(call)
  }

  /// Yield ::= "YIELD" ("*" | "-" | YieldItem { "," YieldItem }) ["WHERE" Expression]
  private func parseYield() -> YieldSyntax {
    let start = position
    advance()
    let includesAll = accept(.star)
    var items: [YieldItemSyntax] = []
    if !includesAll, !accept(.minus) { items = parseList { $0.parseYieldItem() } }
    let condition = parseWhere()
    return YieldSyntax(includesAll: includesAll, items: items, condition: condition, span: span(from: start))
  }

  /// YieldItem ::= Name ["AS" Variable]
  func parseYieldItem() -> YieldItemSyntax {
    let field = parseName("a field of the procedure")
    guard !isRecovering, accept(.as) else { return YieldItemSyntax(field: field, alias: nil) }
    return YieldItemSyntax(field: field, alias: parseVariable())
  }

  /// SubqueryCall ::= ["(" ["*" | Variable { "," Variable }] ")"] "{" Query "}"
  private func parseSubqueryCall(from start: Int, isOptional: Bool) -> ClauseSyntax {
    var imports: [NameSyntax]?
    var importsAll = false
    if at(.leftParenthesis) {
      let open = position
      advance()
      importsAll = accept(.star)
      imports = importsAll || at(.rightParenthesis) ? [] : parseList { $0.parseVariable() }
      close(.rightParenthesis, openedAt: open, expected: importsAll || imports?.isEmpty == true ? nil : "','")
    }
    let query = parseBracedQuery()
    let call = SubqueryCallSyntax(
      isOptional: isOptional, imports: imports, importsAll: importsAll, query: query, span: span(from: start))
    if !isRecovering, at(.in) { refuseTransactions() }
    return .callSubquery(call)
  }

  /// `IN [n [CONCURRENT]] TRANSACTIONS …` after a subquery is understood, so that the reason can be told.
  private func refuseTransactions() {
    let start = position
    let end = nextClauseStart()
    position = end
    let span = span(from: start)
    position = start
    report(
      "batched-transactions",
      "CALL { … } IN TRANSACTIONS is not possible here: one statement is one transaction, all of it or nothing",
      at: span, hint: "leave IN TRANSACTIONS out")
    position = end
    isRecovering = false
  }
}
