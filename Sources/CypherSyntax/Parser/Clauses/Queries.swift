import Diagnostics

extension Parser {
  /// QueryText ::= [Version] ["EXPLAIN" | "PROFILE"] [Version] Query [";"], with one version at most
  func parseQueryText() -> QuerySyntax {
    parseVersion()
    var mode = QuerySyntax.Mode.run
    if accept(.explain) { mode = .explain } else if accept(.profile) { mode = .profile }
    if mode != .run {
      modeSpan = span(from: position - 1)
      if version == nil { parseVersion() }
    }
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

  /// Version ::= "CYPHER" ("5" | "9" | "25")
  private func parseVersion() {
    guard at(.cypher), kind(1) == .integer else { return }
    let start = position
    advance()
    let number = Int(source.text(of: current.span))
    advance()
    guard let number, Self.versions.contains(number) else {
      reportInPassing(
        "unknown-version", "there is no version \(source.text(of: token(at: position - 1).span)) of the language",
        at: token(at: position - 1).span, hint: "write CYPHER 5, CYPHER 9 or CYPHER 25, or nothing")
      return
    }
    version = LanguageVersionSyntax(number: number, span: span(from: start))
  }

  /// Neo4j's Cypher 5 and 25, and openCypher 9.
  private static let versions = [5, 9, 25]

  /// Query ::= Union { "NEXT" Union }
  func parseQuery() -> QuerySyntax {
    let start = position
    var query = parseUnion()
    while position < queryEnd, at(.next) {
      let isReturned = query.parts.allSatisfy(\.endsInReturn)
      if !isReturned, lastMistake != position {
        reportInPassing("unexpected-token", "NEXT follows a RETURN", at: current.span)
      }
      if isReturned { markNext(after: query) }
      advance()
      let following = parseUnion()
      if isReturned {
        join(&query, with: following)
      } else {
        query.parts[query.parts.count - 1].clauses += following.parts.flatMap(\.clauses)
      }
      query.span = span(from: start)
    }
    return query
  }

  /// Notes the NEXT at the current token, and the RETURN before it: one word, which begins its clause.
  private func markNext(after query: QuerySyntax) {
    guard case .returning(let projection) = query.parts.last?.clauses.last else { return }
    let start = projection.span.lower
    let returning = SourceSpan(start, start + Keyword.return.rawValue.utf8.count)
    marks.append(SpellingMark(.next(returning: returning), current.span))
  }

  /// Union ::= SingleQuery { "UNION" ["ALL" | "DISTINCT"] SingleQuery }
  private func parseUnion() -> QuerySyntax {
    let start = position
    var query = QuerySyntax(parts: [parseSingleQuery()], span: current.span)
    while position < queryEnd {
      let unionStart = position
      guard accept(.union) else { break }
      let isAll = accept(.all)
      if !isAll, accept(.distinct) { mark(.unionDistinct, from: position - 1) }
      query.unions.append(UnionSyntax(isAll: isAll, span: span(from: unionStart)))
      query.parts.append(parseSingleQuery())
    }
    query.span = span(from: start)
    return query
  }

  /// `RETURN x NEXT …` is `WITH x …`, unless a UNION is on either side.
  private func join(_ query: inout QuerySyntax, with following: QuerySyntax) {
    let last = query.parts.count - 1
    guard query.unions.isEmpty, following.unions.isEmpty,
      case .returning(var projection) = query.parts[last].clauses.last
    else {
      var result = following
      var before = query
      before.leading = []
      result.leading = query.leading + [before]
      query = result
      return
    }
    for index in projection.items.indices where projection.items[index].alias == nil {
      let item = projection.items[index]
      if case .variable = item.expression.kind { continue }
      projection.items[index].alias = NameSyntax(text: item.text, span: item.span)
    }
    query.parts[last].clauses.removeLast()
    query.parts[last].clauses.append(.with(projection))
    query.parts[last].clauses += following.parts.flatMap(\.clauses)
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
    guard at(.leftBrace), descend(by: ParserLimits.clauseDepth) else {
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
    ascend(by: ParserLimits.clauseDepth)
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

extension SingleQuerySyntax {
  fileprivate var endsInReturn: Bool {
    if case .returning = clauses.last { return true }
    return false
  }
}
