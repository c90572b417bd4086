import CypherSyntax
import Diagnostics
import GraphModel

extension MatchPlanning {
  /// Finds the few paths that a selector wants, from the end that is cheaper to find.
  func find(_ search: PathSearch) {
    var search = search
    let nodes = match.pattern.nodes
    let first = nodes.first { $0.slot == search.start && !bound.contains($0.slot) }
    let last = nodes.first { $0.slot == search.end && !bound.contains($0.slot) }
    if let first, let last, let cheaper = cheapest([first, last]) {
      // The other is where the paths lead.
      start(at: cheaper)
    }
    for end in [first, last].compactMap(\.self) where !bound.contains(end.slot) && seek(for: end) != nil {
      start(at: end)
    }
    let isReversed = !bound.contains(search.start)
    let (from, to) = isReversed ? (search.end, search.start) : (search.start, search.end)
    let isInto = bound.contains(to)
    if !isInto { moveConditions(on: to, into: &search) }
    add(.searchPaths(plan, .init(from: from, to: to, isInto: isInto, isReversed: isReversed, search: search)))
    bound.formUnion(search.outputs)
    bind(to)
  }

  /// Asks conditions on the node to which paths lead before the paths are put together.
  private func moveConditions(on end: Slot, into search: inout PathSearch) {
    let joint = end == search.start ? search.joints[0] : search.joints[search.joints.count - 1]
    pending.removeAll { condition in
      let waiting = condition.slots.filter { own.contains($0) && !bound.contains($0) }
      guard waiting == [end], !condition.expression.containsSubquery else { return false }
      var isPlain = true
      let asked = condition.expression.replacing { expression in
        switch expression.kind {
        case .path, .isAcyclic: isPlain = false
        case .slot(end): return BoundExpression(.local(joint.local), type: expression.type, span: expression.span)
        default: break
        }
        return nil
      }
      if isPlain { search.endConditions.append(asked) }
      return isPlain
    }
  }

  /// Gives the named paths their values.
  func addPaths() {
    guard !match.pattern.paths.isEmpty else { return }
    let items = match.pattern.paths.map { path in
      BoundProjection.Item(
        slot: path.slot,
        expression: BoundExpression(
          .path(start: path.start, steps: path.steps), type: .path, span: .init(at: 0)))
    }
    add(.project(plan, items))
    for path in match.pattern.paths { bound.insert(path.slot) }
    placeConditions()
  }
}
