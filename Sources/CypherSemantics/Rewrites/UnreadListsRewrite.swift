/// The relationships of a variable-length pattern are not put into lists where nothing in the query reads them: its
/// paths are still counted one by one, and cost nothing but their ends.
///
/// Every slot belongs to one variable, so that one look over the whole query tells what is read.
extension PlanRewrite {
  static let unreadLists = PlanRewrite(name: "unread-lists") { query in
    // What is written may be read by any clause behind.
    guard !query.isWriting else { return query }
    let read = (query.subplans + [query.plan]).reduce(into: Set(query.output)) { $0.formUnion($1.slotsRead) }
      .union(query.subqueryAnswers.compactMap { if case .collect(let slot) = $0 { slot } else { nil } })
    var result = query
    result.plan = query.plan.droppingLists(notIn: read)
    result.subplans = query.subplans.map { $0.droppingLists(notIn: read) }
    return result
  }
}

extension LogicalPlan {
  fileprivate func droppingLists(notIn read: Set<Slot>) -> LogicalPlan {
    let plan = mappingInputs { $0.droppingLists(notIn: read) }
    guard case .expandVariable(let input, var expand) = plan else { return plan }
    expand.isListRead = read.contains(expand.relationships)
    return .expandVariable(input, expand)
  }

  /// The slots whose values the operators read, those below included; what only carries a row on reads nothing.
  fileprivate var slotsRead: Set<Slot> {
    inputs.reduce(into: ownSlotsRead) { $0.formUnion($1.slotsRead) }
  }

  private var ownSlotsRead: Set<Slot> {
    switch self {
    case .argument, .nodeScan, .keep, .pipe, .eager, .optional, .skip, .limit: []
    case .nodeSeek(_, let seek): seek.value.slots
    case .expand(_, let expand): Set([expand.from, expand.to, expand.relationship] + expand.distinctFrom)
    case .expandVariable(_, let expand):
      Set([expand.from, expand.to] + expand.distinctFrom).union(expand.stepConditions.flatMap(\.slots))
    case .followList(_, let follow): [follow.from, follow.to, follow.relationships]
    case .repeatPath(_, let expand):
      Set([expand.from, expand.to] + expand.distinctFrom).union(expand.body.conditions.flatMap(\.slots))
    case .searchPaths(_, let search): Set([search.from, search.to]).union(search.search.conditions.flatMap(\.slots))
    case .filter(_, let condition): condition.slots
    case .project(_, let items): Set(items.flatMap { $0.expression.slots })
    case .aggregate(_, let keys, let aggregates):
      Set(keys.flatMap { $0.expression.slots }).union(aggregates.flatMap { $0.call.slots })
    case .reachCount(_, let count): Set(count.keys.flatMap { $0.expression.slots }).union([count.expand.from])
    case .distinct(_, let slots), .restore(_, let slots): Set(slots)
    case .sort(_, let keys): Set(keys.flatMap { $0.expression.slots })
    case .top(_, let keys, let skip, let limit):
      Set((keys.map(\.expression) + [limit] + (skip.map { [$0] } ?? [])).flatMap(\.slots))
    case .unwind(_, let list, _): list.slots
    case .call(_, let call): Set(call.arguments.flatMap(\.slots))
    case .apply(_, _, let apply): Set(apply.outputs)
    case .loadCSV(_, let load): Set(load.expressions.flatMap(\.slots))
    case .union(let branches, let output): Set(branches.flatMap(\.slots) + output)
    // No reading query has these.
    case .create, .merge, .set, .delete, .forEach: []
    }
  }
}

extension AggregateCall {
  fileprivate var slots: Set<Slot> {
    Set(([argument].compactMap(\.self) + furtherArguments).flatMap(\.slots))
  }
}
