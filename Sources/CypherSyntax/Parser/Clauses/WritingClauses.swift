import Diagnostics

extension Parser {
  /// Create ::= ("CREATE" | "INSERT") Pattern
  func parseCreate() -> ClauseSyntax {
    let start = position
    let isInsert = at(.insert)
    advance()
    if isInsert { mark(.insert, from: start) }
    let pattern = parsePattern()
    return .create(CreateClauseSyntax(pattern: pattern, span: span(from: start)))
  }

  /// Merge ::= "MERGE" PathPattern { "ON" ("CREATE" | "MATCH") Set }
  func parseMerge() -> ClauseSyntax {
    let start = position
    advance()
    let path = parsePathPattern()
    var merge = MergeClauseSyntax(path: path, onCreate: [], onMatch: [], span: path.span)
    while !isRecovering, accept(.on) {
      let isCreate = at(.create)
      if !isCreate, !at(.match) { reportUnexpected("CREATE or MATCH", candidates: [.create, .match]) }
      if isRecovering { break }
      advance()
      expect(.set)
      if isRecovering { break }
      let items = parseList { $0.parseSetItem() }
      if isCreate { merge.onCreate += items } else { merge.onMatch += items }
    }
    merge.span = span(from: start)
    return .merge(merge)
  }

  /// Set ::= "SET" SetItem { "," SetItem }
  func parseSet() -> ClauseSyntax {
    let start = position
    advance()
    let items = parseList { $0.parseSetItem() }
    return .set(SetClauseSyntax(items: items, span: span(from: start)))
  }

  /// SetItem ::= Property "=" Expression | Variable ("=" | "+=") Expression | Variable Labels
  private func parseSetItem() -> SetItemSyntax {
    let start = position
    if isName(), kind(1) == .equal || kind(1) == .plusEqual {
      let variable = parseVariable()
      let merges = at(.plusEqual)
      advance()
      let value = parseExpression()
      let kind: SetItemSyntax.Kind =
        merges
        ? .mergeProperties(variable: variable, value: value) : .replaceProperties(variable: variable, value: value)
      return SetItemSyntax(kind: kind, span: span(from: start))
    }
    if isName(), kind(1) == .colon || keyword(1) == .is {
      let variable = parseVariable()
      let labels = parsePlainLabels()
      return SetItemSyntax(kind: .labels(variable: variable, labels: labels), span: span(from: start))
    }
    let (owner, name) = parsePropertyTarget()
    expect(.equal, "'='")
    let value = isRecovering ? missingExpression() : parseExpression()
    return SetItemSyntax(kind: .property(owner: owner, name: name, value: value), span: span(from: start))
  }

  /// Property ::= Postfix "." PropertyName
  private func parsePropertyTarget() -> (owner: ExpressionSyntax, name: NameSyntax) {
    let target = parsePostfix()
    if case .property(let owner, let name) = target.kind { return (owner, name) }
    if !isRecovering { reportUnexpected("a property, as in n.name") }
    return (target, NameSyntax(text: "", span: SourceSpan(at: current.lower)))
  }

  /// Labels ::= (":" | "IS") LabelName { (":" | "&") LabelName }
  private func parsePlainLabels() -> [NameSyntax] {
    let isWord = !at(.colon)
    advance()
    if isWord { mark(.labelIs, from: position - 1) }
    var labels = [parseName("a label")]
    while !isRecovering, accept(.colon) || accept(.ampersand, marking: .labelAnd) {
      labels.append(parseName("a label"))
    }
    return labels
  }

  /// Remove ::= "REMOVE" RemoveItem { "," RemoveItem }
  func parseRemove() -> ClauseSyntax {
    let start = position
    advance()
    let items = parseList { $0.parseRemoveItem() }
    return .remove(RemoveClauseSyntax(items: items, span: span(from: start)))
  }

  /// RemoveItem ::= Property | Variable Labels
  private func parseRemoveItem() -> RemoveItemSyntax {
    let start = position
    if isName(), kind(1) == .colon || keyword(1) == .is {
      let variable = parseVariable()
      let labels = parsePlainLabels()
      return RemoveItemSyntax(kind: .labels(variable: variable, labels: labels), span: span(from: start))
    }
    let (owner, name) = parsePropertyTarget()
    return RemoveItemSyntax(kind: .property(owner: owner, name: name), span: span(from: start))
  }

  /// Delete ::= ["DETACH"] "DELETE" Expression { "," Expression }
  func parseDelete() -> ClauseSyntax {
    let start = position
    let isDetaching = accept(.detach)
    if isDetaching { repairMisspelling(of: [.delete]) }
    expect(.delete)
    let items = isRecovering ? [] : parseList { $0.parseExpression() }
    return .delete(DeleteClauseSyntax(isDetaching: isDetaching, items: items, span: span(from: start)))
  }

  /// ForEach ::= "FOREACH" "(" Variable "IN" Expression "|" Clause { Clause } ")"
  func parseForEach() -> ClauseSyntax {
    let start = position
    advance()
    let open = position
    var clause = ForEachClauseSyntax(
      variable: NameSyntax(text: "", span: current.span), list: missingExpression(), clauses: [], span: current.span)
    guard at(.leftParenthesis), descend(by: ParserLimits.clauseDepth) else {
      reportUnexpected("'('")
      return .forEach(clause)
    }
    advance()
    let (outerEnd, bar) = (queryEnd, barEndsExpression)
    queryEnd = min(outerEnd, brackets.partner(of: open) ?? outerEnd)
    clause.variable = parseVariable()
    expect(.in)
    barEndsExpression = true
    clause.list = parseExpression()
    barEndsExpression = bar
    expect(.bar, "'|'")
    recover()
    clause.clauses = parseClauses()
    if clause.clauses.isEmpty { reportUnexpected("a clause such as SET") }
    queryEnd = outerEnd
    close(.rightParenthesis, openedAt: open, holdsClauses: true)
    ascend(by: ParserLimits.clauseDepth)
    clause.span = span(from: start)
    return .forEach(clause)
  }
}
