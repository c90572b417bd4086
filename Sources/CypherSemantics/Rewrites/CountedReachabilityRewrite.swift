/// `count(DISTINCT x)` over a search for `x` that nobody else reads becomes `count(*)` over a search that gives each
/// node once for all rows, and none of them as a value: the search knows how many it reached. Conditions on `x` alone
/// become a part of the search.
extension PlanRewrite {
  static let countedReachability = PlanRewrite(name: "counted-reachability") { query in
    guard !query.isWriting else { return query }
    var result = query
    result.plan = CountedReachability.rewrite(query.plan)
    result.subplans = query.subplans.map(CountedReachability.rewrite)
    return result
  }
}

private enum CountedReachability {
  static func rewrite(_ plan: LogicalPlan) -> LogicalPlan {
    guard case .aggregate(let input, let keys, var aggregates) = plan, keys.isEmpty,
      let slot = countedSlot(aggregates), let counted = counting(slot, input, [])
    else { return plan.mappingInputs(rewrite) }
    for position in aggregates.indices {
      aggregates[position].call.isDistinct = false
      aggregates[position].call.argument = nil
    }
    return .aggregate(counted, keys: [], aggregates: aggregates)
  }

  /// The variable whose distinct values are all that is counted.
  private static func countedSlot(_ aggregates: [LogicalPlan.Aggregate]) -> Slot? {
    guard case .slot(let slot)? = aggregates.first?.call.argument?.kind else { return nil }
    return aggregates.allSatisfy { aggregate in
      aggregate.call.function.name == "count" && aggregate.call.isDistinct
        && aggregate.call.argument?.kind == .slot(slot)
    } ? slot : nil
  }

  /// - Parameter conditions: on the variable, from above.
  private static func counting(
    _ slot: Slot, _ plan: LogicalPlan, _ conditions: [BoundExpression]
  ) -> LogicalPlan? {
    switch plan {
    case .keep(let input, let slots) where slots.contains(slot): return counting(slot, input, conditions)
    // Chance has its say for every row.
    case .filter(let input, let condition) where condition.speaks(onlyOf: [slot]) && !condition.isRandom:
      return counting(slot, input, [condition] + conditions)
    case .expandVariable(let input, var expand):
      guard expand.isReachability, !expand.isInto, expand.to == slot else { return nil }
      expand.isCounted = true
      expand.endConditions = conditions
      return .expandVariable(rewrite(input), expand)
    case .repeatPath(let input, var expand):
      guard expand.isReachability, !expand.isInto, expand.to == slot else { return nil }
      expand.isCounted = true
      expand.endConditions = conditions
      return .repeatPath(rewrite(input), expand)
    default: return nil
    }
  }
}
