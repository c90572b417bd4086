import Diagnostics

extension Parser {
  /// Show ::= "SHOW" ( ["ALL" | "BUILT" "IN" | "USER" "DEFINED"] ("FUNCTION" | "FUNCTIONS")
  ///   | ("PROCEDURE" | "PROCEDURES") ) [Executable] [ShowYield | "WHERE" Expression]
  func parseShow() -> ClauseSyntax {
    let start = position
    advance()
    var show = ShowClauseSyntax(subject: .functions, span: current.span)
    if accept(.all) {
      show.origin = .all
    } else if accept(.built) {
      expect(.in)
      show.origin = .builtIn
    } else if accept(.user) {
      expect(.defined)
      show.origin = .userDefined
    }
    let candidates: [Keyword] = show.origin == nil ? [.functions, .procedures] : [.functions]
    repairMisspelling(of: candidates)
    if accept(.function) || accept(.functions) {
    } else if show.origin == nil, accept(.procedure) || accept(.procedures) {
      show.subject = .procedures
    } else {
      reportUnexpected(Self.listing(candidates), candidates: candidates)
    }
    if !isRecovering, at(.executable) { parseExecutable(&show) }
    repairMisspelling(of: Keyword.clauseStarts + [.yield, .where])
    if !isRecovering, at(.yield) { show.yield = parseShowYield() } else { show.condition = parseWhere() }
    show.span = span(from: start)
    return .show(show)
  }

  /// Executable ::= "EXECUTABLE" ["BY" ("CURRENT" "USER" | Name)]; there are no users, so it lets everything through.
  private func parseExecutable(_ show: inout ShowClauseSyntax) {
    let start = position
    advance()
    if accept(.by) {
      if accept(.current) { expect(.user) } else { _ = parseName("CURRENT USER or a user's name") }
    }
    show.executable = source.text(of: span(from: start))
  }

  /// ShowYield ::= "YIELD" ("*" | YieldItem { "," YieldItem }) [Order] [Skip] [Limit] ["WHERE" Expression]
  private func parseShowYield() -> ProjectionClauseSyntax {
    let start = position
    advance()
    let includesAll = accept(.star)
    let items = includesAll ? [] : parseList { $0.parseShowItem() }
    var projection = ProjectionClauseSyntax(
      isDistinct: false, includesAll: includesAll, items: items, span: current.span)
    parseOrderAndPage(into: &projection, isWith: true)
    projection.condition = parseWhere()
    projection.span = span(from: start)
    return projection
  }

  private func parseShowItem() -> ProjectionItemSyntax {
    let start = position
    let item = parseYieldItem()
    return ProjectionItemSyntax(
      expression: ExpressionSyntax(.variable(item.field.text), span: item.field.span), alias: item.alias,
      text: source.text(of: item.field.span), span: span(from: start))
  }
}
