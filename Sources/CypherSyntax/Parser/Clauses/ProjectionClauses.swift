import Diagnostics

extension Parser {
  /// Projection ::= ("WITH" | "RETURN") ["DISTINCT"] ("*" | Item) { "," Item } [Order] [Skip] [Limit] [Where]
  func parseProjection() -> ClauseSyntax {
    let start = position
    let isWith = at(.with)
    advance()
    let isDistinct = acceptDistinct()
    let includesAll = accept(.star)
    var items: [ProjectionItemSyntax] = []
    if !includesAll || accept(.comma) { items = parseList { $0.parseProjectionItem() } }
    var projection = ProjectionClauseSyntax(
      isDistinct: isDistinct, includesAll: includesAll, items: items, span: current.span)
    parseOrderAndPage(into: &projection, isWith: isWith)
    if isWith { projection.condition = parseWhere() }
    projection.span = span(from: start)
    return isWith ? .with(projection) : .returning(projection)
  }

  /// Item ::= Expression ["AS" Variable]
  private func parseProjectionItem() -> ProjectionItemSyntax {
    let start = position
    let expression = parseExpression()
    let text = source.text(of: span(from: start))
    var alias: NameSyntax?
    if !isRecovering, accept(.as) { alias = parseName("a name for the column") }
    return ProjectionItemSyntax(expression: expression, alias: alias, text: text, span: span(from: start))
  }

  /// Order ::= "ORDER" "BY" SortItem { "," SortItem }; Skip ::= ("SKIP" | "OFFSET") Expression;
  /// Limit ::= "LIMIT" Expression
  func parseOrderAndPage(into projection: inout ProjectionClauseSyntax, isWith: Bool) {
    let candidates = Keyword.clauseStarts + [.order, .skip, .offset, .limit] + (isWith ? [.where] : [])
    repairMisspelling(of: candidates)
    if !isRecovering, accept(.order) {
      expect(.by)
      if !isRecovering { projection.order = parseList { $0.parseSortItem() } }
      repairMisspelling(of: candidates)
    }
    if !isRecovering, at(.skip) || at(.offset) {
      let isOffset = at(.offset)
      advance()
      if isOffset { mark(.offset, from: position - 1) }
      projection.skip = parseExpression()
      repairMisspelling(of: candidates)
    }
    if !isRecovering, accept(.limit) { projection.limit = parseExpression() }
  }

  /// SortItem ::= Expression ["ASC" | "ASCENDING" | "DESC" | "DESCENDING"]
  private func parseSortItem() -> SortItemSyntax {
    let start = position
    let expression = parseExpression()
    var isDescending = false
    if !isRecovering {
      isDescending = accept(.desc) || accept(.descending)
      if !isDescending, !accept(.asc) { _ = accept(.ascending) }
    }
    return SortItemSyntax(expression: expression, isDescending: isDescending, span: span(from: start))
  }

  /// Filter ::= "FILTER" ["WHERE"] Expression, which is `WITH * WHERE`.
  func parseFilter() -> ClauseSyntax {
    let start = position
    advance()
    _ = accept(.where)
    mark(.filter, from: start)
    let condition = parseExpression()
    return .with(
      ProjectionClauseSyntax(
        wording: .filtering, includesAll: true, items: [], condition: condition, span: span(from: start)))
  }

  /// Let ::= "LET" Variable "=" Expression { "," Variable "=" Expression }, which is `WITH *, … AS …`.
  func parseLet() -> ClauseSyntax {
    let start = position
    advance()
    mark(.let, from: start)
    let items = parseList { $0.parseLetItem() }
    return .with(
      ProjectionClauseSyntax(wording: .letting, includesAll: true, items: items, span: span(from: start)))
  }

  private func parseLetItem() -> ProjectionItemSyntax {
    let start = position
    let variable = parseVariable()
    expect(.equal, "'='")
    let expressionStart = position
    let expression = isRecovering ? missingExpression() : parseExpression()
    let text = source.text(of: span(from: expressionStart))
    return ProjectionItemSyntax(expression: expression, alias: variable, text: text, span: span(from: start))
  }
}
