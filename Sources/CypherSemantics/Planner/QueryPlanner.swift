public import Diagnostics
import GraphModel

/// Turns a bound query into a plan: where each pattern starts, in which order it is walked, where conditions are asked.
public enum QueryPlanner {
  /// - Throws: `DiagnosticsError` because the budget was spent.
  public static func plan(
    _ query: BoundQuery, statistics: GraphStatistics, budget: BudgetMeter = BudgetMeter()
  ) throws(DiagnosticsError) -> PlannedQuery {
    let planner = Planning(query: query, statistics: statistics, watch: CompileWatch(budget))
    let plan = planner.plan(query.body)
    let subplans = query.subqueries.map(planner.plan)
    try planner.watch.finish()
    return PlannedQuery(
      plan: plan, subplans: subplans, subqueryAnswers: query.subqueryAnswers,
      mode: query.mode, slots: query.slots,
      localCount: query.localCount, names: query.names, columns: query.columns, output: query.body.output,
      isWriting: query.isWriting, warnings: query.warnings)
  }
}

/// The work in progress of planning one query.
struct Planning {
  let query: BoundQuery
  let statistics: GraphStatistics
  let watch: CompileWatch

  func plan(_ union: BoundUnion) -> LogicalPlan {
    guard union.parts.count > 1 else {
      return union.parts.first.map { planPart($0) } ?? .argument([])
    }
    let branches = union.parts.map { LogicalPlan.UnionBranch(plan: planPart($0), slots: $0.output) }
    let plan = LogicalPlan.union(branches, output: union.output)
    return union.isDistinct ? .distinct(plan, union.output) : plan
  }

  private func planPart(_ part: BoundUnion.Part) -> LogicalPlan {
    var plan = LogicalPlan.argument(part.imports)
    for clause in part.clauses where !watch.isOver { plan = add(clause, to: plan) }
    return plan
  }

  private func add(_ clause: BoundClause, to plan: LogicalPlan) -> LogicalPlan {
    switch clause {
    case .match(let match):
      guard match.isOptional else { return MatchPlanning(match, planning: self).plan(over: plan) }
      let inner = MatchPlanning(match, planning: self).plan(over: .argument([]))
      return .optional(plan, inner: inner, nullable: match.newSlots)
    case .unwind(let list, let slot): return .unwind(plan, list, slot)
    case .call(let call):
      let called = LogicalPlan.call(plan, call)
      return call.condition.map { .filter(called, $0) } ?? called
    case .projection(let projection): return add(projection, to: plan)
    case .create(let create): return .create(.eager(plan), create)
    case .merge(let merge):
      let match = MatchPlanning(merge.match, planning: self).plan(over: .argument([]))
      return .merge(.eager(plan), merge, match: match)
    case .set(let items): return .set(.eager(plan), items)
    case .delete(let items, let isDetaching): return .delete(.eager(plan), items, isDetaching: isDetaching)
    }
  }

  private func add(_ projection: BoundProjection, to input: LogicalPlan) -> LogicalPlan {
    var plan = input
    if let aggregation = projection.aggregation {
      plan = .aggregate(
        plan, keys: aggregation.keys,
        aggregates: aggregation.aggregates.map { LogicalPlan.Aggregate(slot: $0.slot, call: $0.call) })
    }
    let computed = projection.items.filter { item in
      if case .slot(let slot) = item.expression.kind { return slot != item.slot }
      return true
    }
    if !computed.isEmpty { plan = .project(plan, computed) }
    let output = projection.items.map(\.slot)
    if projection.isDistinct { plan = .distinct(.keep(plan, output), output) }
    plan = ordered(plan, projection)
    if let condition = projection.condition { plan = .filter(plan, condition) }
    return .keep(plan, output)
  }

  private func ordered(_ input: LogicalPlan, _ projection: BoundProjection) -> LogicalPlan {
    var plan = input
    if !projection.order.isEmpty {
      if let limit = projection.limit {
        plan = .top(plan, projection.order, skip: projection.skip, limit: limit)
        if let skip = projection.skip { plan = .skip(plan, skip) }
        return plan
      }
      plan = .sort(plan, projection.order)
    }
    if let skip = projection.skip { plan = .skip(plan, skip) }
    if let limit = projection.limit { plan = .limit(plan, limit) }
    return plan
  }
}
