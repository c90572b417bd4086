/// A condition on the labels of what a search for nodes reaches becomes a part of the search, so that other nodes never
/// become rows.
///
/// Not in a query that writes: there a node may be deleted when its labels are asked for, which is an error.
extension PlanRewrite {
  static let endLabels = PlanRewrite(name: "end-labels") { query in
    guard !query.isWriting else { return query }
    var result = query
    result.plan = EndLabels.rewrite(query.plan)
    result.subplans = query.subplans.map(EndLabels.rewrite)
    return result
  }
}

private enum EndLabels {
  static func rewrite(_ plan: LogicalPlan) -> LogicalPlan {
    guard case .filter(let input, let condition) = plan else { return plan.mappingInputs(rewrite) }
    var below = rewrite(input)
    let kept = parts(of: condition).filter { part in
      guard case .hasLabels(let element, let labels) = part.kind, case .slot(let slot) = element.kind,
        let pushed = pushing(labels, of: slot, into: below)
      else { return true }
      below = pushed
      return false
    }
    if kept.isEmpty { return below }
    if kept.count == 1 { return .filter(below, kept[0]) }
    return .filter(below, BoundExpression(.and(kept), type: condition.type, span: condition.span))
  }

  private static func parts(of condition: BoundExpression) -> [BoundExpression] {
    if case .and(let parts) = condition.kind { return parts }
    return [condition]
  }

  /// - Returns: `nil` where no search for the node is directly below, but for other conditions.
  private static func pushing(
    _ labels: BoundLabelExpression, of slot: Slot, into plan: LogicalPlan
  ) -> LogicalPlan? {
    switch plan {
    case .filter(let input, let condition):
      return pushing(labels, of: slot, into: input).map { .filter($0, condition) }
    case .expandVariable(let input, var expand):
      guard expand.isReachability, !expand.isInto, expand.to == slot else { return nil }
      expand.endLabels = both(expand.endLabels, labels)
      return .expandVariable(input, expand)
    case .repeatPath(let input, var expand):
      guard expand.isReachability, !expand.isInto, expand.to == slot else { return nil }
      expand.endLabels = both(expand.endLabels, labels)
      return .repeatPath(input, expand)
    default: return nil
    }
  }

  private static func both(_ known: BoundLabelExpression?, _ more: BoundLabelExpression) -> BoundLabelExpression {
    known.map { .and([$0, more]) } ?? more
  }
}
