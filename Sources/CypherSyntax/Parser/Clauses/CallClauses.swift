import Diagnostics

extension Parser {
  /// Call ::= "CALL" ( ProcedureCall | SubqueryCall )
  func parseCallClause() -> ClauseSyntax {
    switch kind(1) {
    case .leftBrace, .leftParenthesis: parseSubqueryCall()
    default: parseProcedureCall()
    }
  }

  /// ProcedureCall ::= Name { "." Name } ["(" [Expression { "," Expression }] ")"] [Yield]
  private func parseProcedureCall() -> ClauseSyntax {
    let start = position
    advance()
    var call = ProcedureCallSyntax(
      name: [parseName("a procedure's name, '(' or '{'")], arguments: nil, yield: nil, span: current.span)
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
  private func parseSubqueryCall() -> ClauseSyntax {
    let start = position
    advance()
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
    return .callSubquery(
      SubqueryCallSyntax(imports: imports, importsAll: importsAll, query: query, span: span(from: start)))
  }
}
