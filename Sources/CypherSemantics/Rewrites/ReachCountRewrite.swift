import CypherSyntax

/// `count(DISTINCT x)` grouped by what is known before the search for `x` counts what the starts of each group reach,
/// for all groups at once: which documents carry most, without a search from every document.
///
/// Where a walk may have any length, in one direction, and a key cannot fail: keys are computed for starts that reach
/// nothing as well, and give no row.
extension PlanRewrite {
  static let reachCount = PlanRewrite(name: "reach-count") { query in
    // What is written may change what is walked between two rows.
    guard !query.isWriting else { return query }
    var result = query
    result.plan = query.plan.countingReach()
    result.subplans = query.subplans.map { $0.countingReach() }
    return result
  }
}

extension LogicalPlan {
  fileprivate func countingReach() -> LogicalPlan {
    let plan = mappingInputs { $0.countingReach() }
    guard case .aggregate(let input, let keys, let aggregates) = plan, !keys.isEmpty,
      keys.allSatisfy({ $0.expression.cannotFail })
    else { return plan }
    var labels: [BoundLabelExpression] = []
    var below = input
    while true {
      switch below {
      // Whatever is read above is kept.
      case .keep(let input, _): below = input
      case .filter(let input, let condition):
        guard let parts = condition.labelConditions else { return plan }
        labels += parts.map(\.labels)
        guard Set(parts.map(\.slot)) == aggregates.countedSlots else { return plan }
        below = input
      case .expandVariable(let input, let expand):
        guard expand.isCountable, aggregates.countedSlots == [expand.to],
          !keys.contains(where: { !$0.expression.slots.isDisjoint(with: [expand.to, expand.relationships]) })
        else { return plan }
        return .reachCount(
          input, ReachCount(keys: keys, counts: aggregates, expand: expand, labels: labels))
      default: return plan
      }
    }
  }
}

extension [LogicalPlan.Aggregate] {
  /// The variables of which different values are counted; empty if anything else is asked.
  fileprivate var countedSlots: Set<Slot> {
    var slots: Set<Slot> = []
    for aggregate in self {
      guard aggregate.call.function.name == "count", aggregate.call.isDistinct,
        case .slot(let slot)? = aggregate.call.argument?.kind
      else { return [] }
      slots.insert(slot)
    }
    return slots
  }
}

extension LogicalPlan.ExpandVariable {
  /// Whether walks reach the same nodes whatever was walked before: then starts can be taken together.
  fileprivate var isCountable: Bool {
    isReachability && !isInto && !isShared && length.upper == nil && length.lower <= 1 && direction != .either
      && distinctFrom.isEmpty && stepConditions.isEmpty && (mode != .acyclic || length.lower == 0)
  }
}

extension BoundExpression {
  /// A variable, or a property of a node or relationship that is not deleted.
  fileprivate var cannotFail: Bool {
    switch kind {
    case .constant, .slot: true
    case .property(let base, _):
      if case .slot = base.kind { base.type.members.isSubset(of: .element) } else { false }
    default: false
    }
  }

  /// The conditions on labels that this is made of; `nil` if it asks anything else.
  fileprivate var labelConditions: [(slot: Slot, labels: BoundLabelExpression)]? {
    switch kind {
    case .hasLabels(let element, let labels):
      if case .slot(let slot) = element.kind { [(slot, labels)] } else { nil }
    case .and(let parts):
      parts.reduce([]) { found, part in
        guard let found, let more = part.labelConditions else { return nil }
        return found + more
      }
    default: nil
    }
  }
}
