import Diagnostics

extension Parser {
  /// Reads the clause that begins at the current keyword.
  func parseClause() -> ClauseSyntax {
    switch current.keyword {
    case .optional where keyword(1) == .call: parseCallClause()
    case .match, .optional: parseMatch()
    case .unwind: parseUnwind()
    case .for: parseFor()
    case .with, .return: parseProjection()
    case .filter: parseFilter()
    case .let: parseLet()
    case .create, .insert: parseCreate()
    case .merge: parseMerge()
    case .set: parseSet()
    case .remove: parseRemove()
    case .delete, .detach: parseDelete()
    case .call: parseCallClause()
    case .forEach: parseForEach()
    case .load: parseLoadCSV()
    default: parseFinish()
    }
  }

  /// Match ::= ["OPTIONAL"] "MATCH" [MatchMode] Pattern ["WHERE" Expression]
  private func parseMatch() -> ClauseSyntax {
    let start = position
    let isOptional = accept(.optional)
    if isOptional { repairMisspelling(of: [.match]) }
    if !accept(.match) { reportUnexpected("MATCH or CALL", candidates: [.match, .call]) }
    let mode = parseMatchMode()
    let pattern = parsePattern()
    let condition = parseWhere()
    return .match(
      MatchClauseSyntax(
        isOptional: isOptional, mode: mode, pattern: pattern, condition: condition, span: span(from: start)))
  }

  /// MatchMode ::= "DIFFERENT" "RELATIONSHIP" ["S"] | "REPEATABLE" "ELEMENT" ["S"]
  private func parseMatchMode() -> MatchModeSyntax? {
    let mode: MatchModeSyntax
    switch (current.keyword, keyword(1)) {
    case (.different, .relationship?), (.different, .relationships?): mode = .differentRelationships
    case (.repeatable, .element?), (.repeatable, .elements?): mode = .repeatableElements
    default: return nil
    }
    advance()
    advance()
    return mode
  }

  /// Where ::= ["WHERE" Expression]
  func parseWhere() -> ExpressionSyntax? {
    repairMisspelling(of: Keyword.clauseStarts + [.where])
    guard !isRecovering, accept(.where) else { return nil }
    return parseExpression()
  }

  /// Unwind ::= "UNWIND" Expression "AS" Variable
  private func parseUnwind() -> ClauseSyntax {
    let start = position
    advance()
    let list = parseExpression()
    expect(.as)
    let variable = parseVariable()
    return .unwind(UnwindClauseSyntax(list: list, variable: variable, span: span(from: start)))
  }

  /// For ::= "FOR" Variable "IN" Expression, which is UNWIND in other words.
  private func parseFor() -> ClauseSyntax {
    let start = position
    advance()
    mark(.for, from: start)
    let variable = parseVariable()
    expect(.in)
    let list = parseExpression()
    return .unwind(UnwindClauseSyntax(list: list, variable: variable, span: span(from: start)))
  }

  /// LoadCSV ::= "LOAD" "CSV" ["WITH" "HEADERS"] "FROM" Expression "AS" Variable ["FIELDTERMINATOR" String]
  private func parseLoadCSV() -> ClauseSyntax {
    let start = position
    advance()
    expect(.csv)
    let withHeaders = at(.with)
    if withHeaders {
      advance()
      expect(.headers)
    }
    expect(.from)
    let url = parseExpression()
    expect(.as)
    let variable = parseVariable()
    var terminator: ExpressionSyntax?
    if !isRecovering, accept(.fieldTerminator) { terminator = parseExpression() }
    return .loadCSV(
      LoadCSVClauseSyntax(
        withHeaders: withHeaders, url: url, variable: variable, fieldTerminator: terminator, span: span(from: start)))
  }

  /// Finish ::= "FINISH"
  private func parseFinish() -> ClauseSyntax {
    let span = current.span
    advance()
    return .finish(span)
  }
}
