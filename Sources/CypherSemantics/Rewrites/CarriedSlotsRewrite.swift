/// Scans and steps along relationships carry on what somebody above reads, and no more: a relationship without a name
/// is never written down, and a node that has been left is not copied for each of its neighbours.
extension PlanRewrite {
  static let carriedSlots = PlanRewrite(name: "carried-slots") { query in
    // What is written may be read by any clause behind.
    guard !query.isWriting else { return query }
    var result = query
    result.plan = CarriedSlots.rewrite(query.plan, needed: Set(query.output))
    for (number, plan) in query.subplans.enumerated() {
      var needed: Set<Slot> = []
      if case .collect(let slot) = query.subqueryAnswers[number] { needed = [slot] }
      result.subplans[number] = CarriedSlots.rewrite(plan, needed: needed)
    }
    return result
  }
}

private enum CarriedSlots {
  /// - Parameter needed: slots that somebody above reads.
  static func rewrite(_ plan: LogicalPlan, needed: Set<Slot>) -> LogicalPlan {
    switch plan {
    case .nodeScan(let input, var scan):
      scan.carried = needed.inOrder
      return .nodeScan(rewrite(input, needed: needed.subtracting([scan.slot])), scan)
    case .expand(let input, var expand):
      expand.carried = needed.inOrder
      // The conditions speak of what the step itself finds.
      return .expand(rewrite(input, needed: needed.union(plan.slotsRead)), expand)
    case .keep(let input, let slots): return .keep(rewrite(input, needed: needed.intersection(slots)), slots)
    case .aggregate(let input, let keys, let aggregates):
      return .aggregate(rewrite(input, needed: plan.slotsRead), keys: keys, aggregates: aggregates)
    case .reachCount(let input, let count):
      return .reachCount(rewrite(input, needed: plan.slotsRead), count)
    case .apply(let input, let inner, let apply):
      return .apply(
        rewrite(input, needed: needed.union(inner.allSlotsRead)), inner: rewrite(inner, needed: Set(apply.outputs)),
        apply)
    case .optional(let input, let inner, let nullable):
      return .optional(
        rewrite(input, needed: needed.union(inner.allSlotsRead)), inner: rewrite(inner, needed: needed),
        nullable: nullable)
    case .union(let branches, let output):
      return .union(
        branches.map { .init(plan: rewrite($0.plan, needed: Set($0.slots)), slots: $0.slots) }, output: output)
    case .nodeSeek, .expandVariable, .followList, .repeatPath, .searchPaths, .filter, .project, .distinct, .sort, .top,
      .skip, .limit, .unwind, .call, .loadCSV, .restore:
      return plan.mappingInputs { rewrite($0, needed: needed.union(plan.slotsRead)) }
    case .argument, .pipe, .eager, .create, .merge, .set, .delete, .forEach: return plan
    }
  }
}

extension Set<Slot> {
  fileprivate var inOrder: [Slot] { sorted { $0.number < $1.number } }
}
