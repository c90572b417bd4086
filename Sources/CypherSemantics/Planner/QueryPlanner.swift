public import Diagnostics
import GraphModel

/// Turns a bound query into a plan: where each pattern starts, in which order it is walked, where conditions are asked.
public enum QueryPlanner {
  /// - Throws: `DiagnosticsError` because the budget was spent.
  public static func plan(
    _ query: BoundQuery, statistics: GraphStatistics, budget: BudgetMeter = BudgetMeter()
  ) throws(DiagnosticsError) -> PlannedQuery {
    let planner = Planning(query: query, statistics: statistics, watch: CompileWatch(budget))
    let plan = planner.plan(query.body, isWhole: true)
    let subplans = query.subqueries.map { planner.plan($0) }
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
  let estimator: CardinalityEstimator
  let watch: CompileWatch

  init(query: BoundQuery, statistics: GraphStatistics, watch: CompileWatch) {
    self.query = query
    self.watch = watch
    estimator = CardinalityEstimator(statistics: statistics, names: query.names)
  }

  /// - Parameter isWhole: whether it is all that was asked, and no subquery.
  func plan(_ query: BoundUnion, isWhole: Bool = false) -> LogicalPlan {
    guard let first = query.leading.first else { return planUnion(query, isWhole: isWhole) }
    var plan = planUnion(first, isWhole: false)
    for following in query.leading.dropFirst() + [query] {
      plan = .pipe(.eager(plan), into: planUnion(following, isWhole: false))
    }
    return plan
  }

  private func planUnion(_ union: BoundUnion, isWhole: Bool) -> LogicalPlan {
    guard union.parts.count > 1 else {
      return union.parts.first.map { planPart($0, isWhole: isWhole) } ?? .argument([])
    }
    let branches = union.parts.map { LogicalPlan.UnionBranch(plan: planPart($0, isWhole: false), slots: $0.output) }
    let plan = restored(.union(branches, output: union.output), union.carried)
    return union.isDistinct ? restored(.distinct(plan, union.output), union.carried) : plan
  }

  private func planPart(_ part: BoundUnion.Part, isWhole: Bool) -> LogicalPlan {
    var plan = LogicalPlan.argument(part.imports)
    for (position, clause) in part.clauses.enumerated() where !watch.isOver {
      if isWhole, case .create(let create) = clause, part.clauses[position...].allSatisfy(\.isCreate), !plan.readsGraph
      {
        // Nothing reads what is made: rows of a large file pass through without being held.
        plan = .create(plan, create)
      } else {
        plan = add(clause, to: plan)
      }
    }
    return plan
  }

  private func restored(_ plan: LogicalPlan, _ slots: [Slot]) -> LogicalPlan {
    slots.isEmpty ? plan : .restore(plan, slots)
  }

  private func add(_ clause: BoundClause, to plan: LogicalPlan) -> LogicalPlan {
    switch clause {
    case .match(let match):
      guard match.isOptional else { return MatchPlanning(match, planning: self).plan(over: plan) }
      let inner = MatchPlanning(match, planning: self).plan(over: .argument([]))
      return .optional(plan, inner: inner, nullable: match.newSlots)
    case .unwind(let list, let slot): return .unwind(plan, list, slot)
    case .call(let call):
      let called = LogicalPlan.call(call.isOptional ? .argument([]) : plan, call)
      let filtered = call.condition.map { .filter(called, $0) } ?? called
      return call.isOptional ? .optional(plan, inner: filtered, nullable: call.outputs.map(\.slot)) : filtered
    case .subquery(let call):
      let apply = LogicalPlan.Apply(outputs: call.query.output, isOptional: call.isOptional)
      let inner = self.plan(call.query)
      // What a subquery writes for one row is seen by itself for the next, and by what follows.
      return call.isWriting
        ? .eager(.apply(.eager(plan), inner: inner, apply)) : .apply(plan, inner: inner, apply)
    case .forEach(let loop):
      let inner = loop.clauses.reduce(LogicalPlan.argument([])) { add($1, to: $0) }
      return .forEach(.eager(plan), loop, inner: inner)
    case .loadCSV(let load): return .loadCSV(plan, load)
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
      plan = restored(plan, projection.carried)
    }
    let computed = projection.items.filter { item in
      if case .slot(let slot) = item.expression.kind { return slot != item.slot }
      return true
    }
    if !computed.isEmpty { plan = .project(plan, computed) }
    let output = projection.items.map(\.slot)
    if projection.isDistinct { plan = restored(.distinct(.keep(plan, output), output), projection.carried) }
    plan = ordered(plan, projection)
    if let condition = projection.condition { plan = .filter(plan, condition) }
    return .keep(plan, output + projection.carried)
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

extension BoundClause {
  fileprivate var isCreate: Bool {
    if case .create = self { return true }
    return false
  }
}

extension LogicalPlan {
  /// Whether its rows may depend on what the graph holds, as far as that is plain to see.
  fileprivate var readsGraph: Bool {
    switch self {
    case .argument: false
    case .unwind(let input, let list, _): list.containsSubquery || input.readsGraph
    case .project(let input, let items): items.contains { $0.expression.containsSubquery } || input.readsGraph
    case .filter(let input, let condition): condition.containsSubquery || input.readsGraph
    case .keep(let input, _), .loadCSV(let input, _), .create(let input, _): input.readsGraph
    default: true
    }
  }
}
