import CypherSyntax
import GraphModel

extension PatternBinding {
  /// Moves conditions on a path that `shortestPath(…)` finds into its search: behind WHERE they choose among the
  /// paths before the shortest is taken, other than with `SHORTEST 1`.
  func moveIntoFunctions(_ predicates: inout [BoundExpression]) {
    for index in pattern.searches.indices where !pattern.searches[index].allowsCycles {
      var search = pattern.searches[index]
      move(&predicates, into: &search)
      pattern.searches[index] = search
    }
  }

  private func move(_ predicates: inout [BoundExpression], into search: inout PathSearch) {
    let part = search.parts[0]
    let paths = Set(pattern.paths.filter { $0.steps == [part.slot] }.map(\.slot))
    let inside = paths.union([part.slot])
    let known = Set(newSlots).subtracting(inside).subtracting(pattern.nodes.map(\.slot))
    predicates.removeAll { condition in
      let slots = condition.slots
      guard !condition.containsSubquery, !slots.isDisjoint(with: inside), slots.isDisjoint(with: known) else {
        return false
      }
      let moved = condition.replacing { expression in
        guard case .slot(let slot) = expression.kind else { return nil }
        let local: Local
        if paths.contains(slot) {
          local = search.pathLocal
        } else if slot == part.slot {
          local = part.body.steps[0].group?.local ?? part.body.steps[0].local
        } else {
          return end(slot, of: search).map { BoundExpression(.local($0), type: .node, span: expression.span) }
        }
        return BoundExpression(.local(local), type: expression.type, span: expression.span)
      }
      search.take(moved)
      return true
    }
  }

  /// The variable of an end that this clause binds.
  private func end(_ slot: Slot, of search: PathSearch) -> Local? {
    if slot == search.start { return search.joints[0].local }
    return slot == search.end ? search.joints[search.joints.count - 1].local : nil
  }
}

extension PathSearch {
  /// Adds a condition on the path. One on all its relationships or nodes alike is asked at each step.
  fileprivate mutating func take(_ condition: BoundExpression) {
    if case .quantifier(let kind, let item, let list, let filter) = condition.kind, kind == .all || kind == .none,
      case .call(let reference, let arguments) = list.kind, case .local(pathLocal)? = arguments.first?.kind,
      !filter.containsSubquery
    {
      let isRelationships = reference.function.name == "relationships"
      if isRelationships || reference.function.name == "nodes" {
        let locals = isRelationships ? parts[0].body.steps.map(\.local) : parts[0].body.nodes.map(\.local)
        for local in locals {
          let asked = filter.replacing { expression in
            guard case .local(item) = expression.kind else { return nil }
            return BoundExpression(.local(local), type: expression.type, span: expression.span)
          }
          let holds =
            kind == .all ? asked : BoundExpression(.not(asked), type: .boolean, span: condition.span)
          if filter.isAboutOneItem(item) { parts[0].body.conditions.append(holds) }
        }
        // A path without relationships has a node all the same; and null makes `none` unknown as it does the step.
        if filter.isAboutOneItem(item), isRelationships { return }
      }
    }
    if let predicate = place(condition) { pathConditions.append(predicate) }
  }
}

extension BoundExpression {
  /// Whether it speaks of one item of a list and of the rows, and of no other expression variable.
  fileprivate func isAboutOneItem(_ item: Local) -> Bool { locals.isSubset(of: [item]) }
}
