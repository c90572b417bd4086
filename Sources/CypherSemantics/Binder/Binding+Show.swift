import CypherSyntax
import Diagnostics

extension Binding {
  /// The columns that SHOW gives without YIELD.
  private static let defaultColumns: [ShowClauseSyntax.Subject: [String]] = [
    .functions: ["name", "category", "description"],
    .procedures: ["name", "description", "mode", "worksOnSystem"],
  ]

  /// SHOW is a call of a procedure that has no name of its own, and a projection of what YIELD names.
  /// - Parameter isLast: whether no clause follows.
  func bindShow(
    _ show: ShowClauseSyntax, isLast: Bool, scope: inout Scope
  ) -> (clauses: [BoundClause], output: [Slot], columns: [String]) {
    let procedure: Procedure =
      switch show.subject {
      case .functions: .showFunctions(show.origin ?? .all)
      case .procedures: .showProcedures(options.procedures)
      }
    if show.yield == nil, !isLast {
      report(
        "yield-required", "after SHOW another clause can follow only if YIELD names the columns", at: show.span,
        detail: "UnexpectedSyntax", hint: "add YIELD * or YIELD with the columns: \(procedure.signature)")
    }
    var fields = scope
    var outputs: [(field: Int, slot: Slot)] = []
    for (number, field) in procedure.outputs.enumerated() {
      let slot = newSlot(field.name, field.type)
      fields[field.name] = Scope.Variable(place: .slot(slot), type: field.type)
      outputs.append((number, slot))
    }
    func items(_ names: [String]) -> [ProjectionItemSyntax] {
      names.map { name in
        ProjectionItemSyntax(
          expression: ExpressionSyntax(.variable(name), span: show.span), alias: nil, text: name, span: show.span)
      }
    }
    var projection =
      show.yield
      ?? ProjectionClauseSyntax(
        isDistinct: false, includesAll: false, items: items(Self.defaultColumns[show.subject] ?? []),
        condition: show.condition, span: show.span)
    if projection.includesAll {
      projection.includesAll = false
      projection.items = items(procedure.outputs.map(\.name))
    }
    let result = bindProjection(projection, isReturn: false, scope: &fields)
    scope = fields
    let call = BoundCall(
      isOptional: false, procedure: procedure, arguments: [], outputs: outputs, condition: nil)
    return ([.call(call), .projection(result.projection)], result.output, result.columns)
  }
}
