import Diagnostics

extension Parser {
  /// QueryText ::= ["EXPLAIN" | "PROFILE"] Query [";"]
  func parseQueryText() -> QuerySyntax {
    var mode = QuerySyntax.Mode.run
    if accept(.explain) { mode = .explain } else if accept(.profile) { mode = .profile }
    if at(.endOfText) || (at(.semicolon) && kind(1) == .endOfText) {
      report("empty-query", "expected a query, found nothing", at: current.span, hint: "begin with MATCH or RETURN")
    }
    var query = parseQuery()
    query.mode = mode
    _ = accept(.semicolon)
    if !at(.endOfText) {
      isRecovering = false
      reportUnexpected("the end of the text: one query at a time")
    }
    return query
  }

  /// Query ::= SingleQuery { "UNION" ["ALL" | "DISTINCT"] SingleQuery | "NEXT" SingleQuery }
  func parseQuery() -> QuerySyntax {
    let start = position
    var query = QuerySyntax(parts: [parseSingleQuery()], span: current.span)
    while position < queryEnd {
      let unionStart = position
      if accept(.union) {
        let isAll = accept(.all)
        if !isAll { _ = accept(.distinct) }
        query.unions.append(UnionSyntax(isAll: isAll, span: span(from: unionStart)))
        query.parts.append(parseSingleQuery())
      } else if accept(.next) {
        parseNext(after: &query, from: start, at: unionStart)
      } else {
        break
      }
    }
    query.span = span(from: start)
    return query
  }

  /// `RETURN x NEXT …` is `WITH x …`; the result of a union goes on as that of a subquery.
  private func parseNext(after query: inout QuerySyntax, from start: Int, at word: Int) {
    let last = query.parts.count - 1
    guard case .returning(var projection) = query.parts[last].clauses.last else {
      if lastMistake != word {
        reportInPassing("unexpected-token", "NEXT follows a RETURN", at: token(at: word).span)
      }
      query.parts[last].clauses += parseSingleQuery().clauses
      return
    }
    if query.unions.isEmpty {
      for index in projection.items.indices where projection.items[index].alias == nil {
        let item = projection.items[index]
        if case .variable = item.expression.kind { continue }
        projection.items[index].alias = NameSyntax(text: item.text, span: item.span)
      }
      query.parts[last].clauses.removeLast()
      query.parts[last].clauses.append(.with(projection))
      query.parts[last].clauses += parseSingleQuery().clauses
    } else {
      let span = span(from: start)
      query.span = span
      let call = SubqueryCallSyntax(imports: [], importsAll: false, query: query, span: span)
      let rest = parseSingleQuery()
      query = QuerySyntax(
        parts: [SingleQuerySyntax(clauses: [.callSubquery(call)] + rest.clauses, span: span)], span: span)
    }
  }

  /// SingleQuery ::= Clause { Clause }
  private func parseSingleQuery() -> SingleQuerySyntax {
    let start = position
    let clauses = parseClauses()
    if clauses.isEmpty, lastMistake < start { reportMissingClause() }
    recover()
    return SingleQuerySyntax(clauses: clauses, span: span(from: start))
  }

  /// The clauses up to the end of the query, UNION, NEXT or `;`. What is none is reported and passed over.
  func parseClauses() -> [ClauseSyntax] {
    var clauses: [ClauseSyntax] = []
    while position < queryEnd, !at(.semicolon), !at(.union), !at(.next) {
      if clauses.isEmpty, at(.show) {
        clauses.append(parseShow())
        recover()
        continue
      }
      repairMisspelling(of: Keyword.clauseStarts)
      if keyword()?.startsClause == true {
        clauses.append(parseClause())
      } else {
        if clauses.isEmpty { reportMissingClause() } else { reportUnexpectedAfterClause() }
      }
      recover()
    }
    return clauses
  }

  private func reportMissingClause() {
    reportUnexpected("a clause such as MATCH or RETURN", candidates: Keyword.clauseStarts)
  }

  private func reportUnexpectedAfterClause() {
    reportUnexpected(
      "the next clause or the end of the query",
      candidates: Keyword.clauseStarts + [.where, .order, .skip, .limit])
  }

  /// "{" Query "}"; where a pattern is allowed, "{" Pattern ["WHERE" Expression] "}" is a query that matches it.
  func parseBracedQuery(allowsPattern: Bool = false) -> QuerySyntax {
    let open = position
    guard at(.leftBrace), descend() else {
      reportUnexpected("'{' and a query")
      return QuerySyntax(parts: [], span: current.span)
    }
    advance()
    let (outerEnd, bar) = (queryEnd, barEndsExpression)
    queryEnd = min(outerEnd, brackets.partner(of: open) ?? outerEnd)
    barEndsExpression = false
    let query = allowsPattern && startsBarePattern() ? parseBarePattern() : parseQuery()
    queryEnd = outerEnd
    barEndsExpression = bar
    close(.rightBrace, openedAt: open, holdsClauses: true)
    ascend()
    return query
  }

  private func startsBarePattern() -> Bool {
    switch kind() {
    case .leftParenthesis: return true
    case .quotedName: return kind(1) == .equal
    case .word:
      if kind(1) == .equal { return true }
      switch keyword() {
      case .any, .all, .shortest, .walk, .trail, .acyclic, .shortestPath, .allShortestPaths: return true
      default: return false
      }
    default: return false
    }
  }

  private func parseBarePattern() -> QuerySyntax {
    let start = position
    let pattern = parsePattern()
    let condition = parseInlineCondition()
    let span = span(from: start)
    let match = MatchClauseSyntax(isOptional: false, pattern: pattern, condition: condition, span: span)
    return QuerySyntax(parts: [SingleQuerySyntax(clauses: [.match(match)], span: span)], span: span)
  }
}
