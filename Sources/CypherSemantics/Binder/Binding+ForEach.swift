import CypherSyntax
import Diagnostics

extension Binding {
  /// `FOREACH (x IN list | …)`: its variable, and those that its clauses bind, are seen inside only.
  func bindForEach(_ loop: ForEachClauseSyntax, scope: Scope) -> BoundClause {
    isWriting = true
    let list = bind(loop.list, in: scope)
    require(list, [.list], in: "FOREACH", expected: "a list")
    let name = loop.variable
    if scope[name.text] != nil { alreadyBound(name.text, at: name.span) }
    let type = list.type.members == .list ? list.type.element : .any
    let slot = newSlot(name.text, type)
    var inner = scope
    inner[name.text] = Scope.Variable(place: .slot(slot), type: type)
    var clauses: [BoundClause] = []
    for clause in loop.clauses {
      switch clause {
      case .create, .merge, .set, .remove, .delete, .forEach:
        if let bound = bindClause(clause, scope: &inner) { clauses.append(bound) }
      default:
        // What it would have bound is not missing for a reason of its own.
        hasRefusedParts = true
        report(
          "reading-in-foreach", "FOREACH holds only clauses that write", at: clause.span,
          detail: "InvalidClauseComposition", hint: "write UNWIND … AS \(name.text), or CALL (…) { … }")
      }
    }
    return .forEach(BoundForEach(list: list, slot: slot, clauses: clauses))
  }
}
