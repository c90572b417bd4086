import CypherSyntax

extension PlanRewrite {
  /// A variable-length pattern whose paths nobody reads, under DISTINCT or an aggregate that ignores repeated values,
  /// becomes a search for the nodes it reaches: linear instead of exponential.
  ///
  /// A shortest walk repeats no relationship, so every node within the bounds of a walk is within those of a path, if
  /// the lower bound is 0 or 1.
  static let reachability = PlanRewrite(name: "reachability") { query in
    var result = query
    result.plan = ReachabilityRewriting.rewrite(query.plan, needed: Set(query.output), isMultiplicityRead: true)
    for (number, plan) in query.subplans.enumerated() {
      let (needed, isRead): (Set<Slot>, Bool) =
        switch query.subqueryAnswers[number] {
        case .exists: ([], false)
        case .count: ([], true)
        case .collect(let slot): ([slot], true)
        }
      result.subplans[number] = ReachabilityRewriting.rewrite(plan, needed: needed, isMultiplicityRead: isRead)
    }
    return result
  }
}

private enum ReachabilityRewriting {
  /// - Parameters:
  ///   - needed: slots that somebody above reads.
  ///   - isMultiplicityRead: whether it matters above how often a row comes.
  static func rewrite(_ plan: LogicalPlan, needed: Set<Slot>, isMultiplicityRead: Bool) -> LogicalPlan {
    func below(_ input: LogicalPlan, adding slots: some Sequence<Slot> = []) -> LogicalPlan {
      rewrite(input, needed: needed.union(slots), isMultiplicityRead: isMultiplicityRead)
    }
    switch plan {
    case .argument: return plan
    case .nodeScan(let input, let scan): return .nodeScan(below(input), scan)
    case .nodeSeek(let input, let seek): return .nodeSeek(below(input, adding: seek.value.slots), seek)
    case .expand(let input, let expand):
      return .expand(below(input, adding: [expand.from, expand.to, expand.relationship] + expand.distinctFrom), expand)
    case .expandVariable(let input, var expand):
      let conditions = expand.stepConditions.flatMap(\.slots)
      let input = below(input, adding: [expand.from, expand.to] + expand.distinctFrom + conditions)
      expand.isReachability =
        !isMultiplicityRead && !needed.contains(expand.relationships) && expand.length.lower <= 1
        && (expand.mode != .walk || expand.direction != .either)
      return .expandVariable(input, expand)
    case .repeatPath(let input, var expand):
      let conditions = expand.body.conditions.flatMap(\.slots)
      let input = below(input, adding: [expand.from, expand.to] + expand.distinctFrom + conditions)
      expand.isReachability = !isMultiplicityRead && isReachability(expand, needed: needed)
      return .repeatPath(input, expand)
    case .followList(let input, let follow):
      return .followList(below(input, adding: [follow.from, follow.to, follow.relationships]), follow)
    case .searchPaths(let input, let search):
      let conditions = search.search.conditions.flatMap(\.slots)
      return .searchPaths(below(input, adding: [search.from, search.to] + conditions), search)
    case .filter(let input, let condition): return .filter(below(input, adding: condition.slots), condition)
    case .project(let input, var items):
      // A path that is named and never read would make its relationships needed.
      items.removeAll { item in
        if case .path = item.expression.kind { return !needed.contains(item.slot) }
        return false
      }
      if items.isEmpty { return below(input) }
      return .project(below(input, adding: items.flatMap { $0.expression.slots }), items)
    case .keep(let input, let slots):
      return .keep(
        rewrite(input, needed: needed.intersection(slots), isMultiplicityRead: isMultiplicityRead), slots)
    case .aggregate(let input, let keys, let aggregates):
      let read =
        keys.flatMap { $0.expression.slots }
        + aggregates.flatMap { aggregate in
          ([aggregate.call.argument].compactMap(\.self) + aggregate.call.furtherArguments).flatMap(\.slots)
        }
      let isRead = aggregates.contains { !$0.call.isDistinct && !$0.call.function.ignoresDuplicates }
      return .aggregate(
        rewrite(input, needed: Set(read), isMultiplicityRead: isRead), keys: keys, aggregates: aggregates)
    case .reachCount(let input, let count):
      let read = count.keys.flatMap { $0.expression.slots } + [count.expand.from]
      return .reachCount(rewrite(input, needed: Set(read), isMultiplicityRead: false), count)
    case .distinct(let input, let slots):
      return .distinct(rewrite(input, needed: Set(slots), isMultiplicityRead: false), slots)
    case .sort(let input, let keys):
      return .sort(below(input, adding: keys.flatMap { $0.expression.slots }), keys)
    // Whatever counts rows reads how often they come.
    case .top(let input, let keys, let skip, let limit):
      let read = needed.union(keys.flatMap { $0.expression.slots })
      return .top(rewrite(input, needed: read, isMultiplicityRead: true), keys, skip: skip, limit: limit)
    case .skip(let input, let count):
      return .skip(rewrite(input, needed: needed, isMultiplicityRead: true), count)
    case .limit(let input, let count):
      return .limit(rewrite(input, needed: needed, isMultiplicityRead: true), count)
    case .unwind(let input, let list, let slot): return .unwind(below(input, adding: list.slots), list, slot)
    case .call(let input, let call): return .call(below(input, adding: call.arguments.flatMap(\.slots)), call)
    case .optional(let input, let inner, let nullable):
      let read = outerSlots(of: inner)
      return .optional(below(input, adding: read), inner: below(inner), nullable: nullable)
    case .apply(let input, let inner, let apply):
      let read = outerSlots(of: inner)
      return .apply(
        below(input, adding: read),
        inner: rewrite(inner, needed: needed.intersection(apply.outputs), isMultiplicityRead: isMultiplicityRead), apply
      )
    case .restore(let input, let slots):
      return .restore(
        rewrite(input, needed: needed.subtracting(slots), isMultiplicityRead: isMultiplicityRead), slots)
    case .loadCSV(let input, let load): return .loadCSV(below(input, adding: load.expressions.flatMap(\.slots)), load)
    case .union(let branches, let output):
      return .union(
        branches.map { branch in
          let read = zip(output, branch.slots).filter { needed.contains($0.0) }.map(\.1)
          return .init(
            plan: rewrite(branch.plan, needed: Set(read), isMultiplicityRead: isMultiplicityRead), slots: branch.slots)
        }, output: output)
    // Writing makes every row count and may read any slot.
    case .eager, .pipe, .create, .merge, .set, .delete, .forEach: return plan
    }
  }

  /// Conditions on the nodes of a repetition may hold in one direction alone, so that a walk out and back tells nothing
  /// of the start; a piece of several relationships may use one of them again in the next repetition.
  private static func isReachability(_ expand: LogicalPlan.RepeatPath, needed: Set<Slot>) -> Bool {
    guard expand.body.steps.count == 1, expand.length.lower <= 1,
      expand.body.steps[0].direction != .either || expand.length.lower == 0
    else { return false }
    return !needed.contains(expand.relationships)
      && expand.body.groups.allSatisfy { !needed.contains($0.group.slot) }
  }

  /// Every slot that a plan speaks of.
  private static func outerSlots(of plan: LogicalPlan) -> [Slot] {
    let own: [Slot] =
      switch plan {
      case .expand(_, let expand): [expand.from, expand.to, expand.relationship] + expand.distinctFrom
      case .expandVariable(_, let expand):
        [expand.from, expand.to] + expand.distinctFrom + expand.stepConditions.flatMap(\.slots)
      case .followList(_, let follow): [follow.from, follow.to, follow.relationships]
      case .repeatPath(_, let expand):
        [expand.from, expand.to] + expand.distinctFrom + expand.body.conditions.flatMap(\.slots)
      case .searchPaths(_, let search):
        [search.from, search.to] + search.search.conditions.flatMap(\.slots)
      case .filter(_, let condition): Array(condition.slots)
      case .project(_, let items): items.flatMap { $0.expression.slots }
      case .nodeSeek(_, let seek): Array(seek.value.slots)
      case .keep(_, let slots), .distinct(_, let slots), .restore(_, let slots): slots
      case .aggregate(_, let keys, let aggregates):
        keys.flatMap { $0.expression.slots }
          + aggregates.flatMap { ([$0.call.argument].compactMap(\.self) + $0.call.furtherArguments).flatMap(\.slots) }
      case .reachCount(_, let count): count.keys.flatMap { $0.expression.slots } + [count.expand.from]
      case .sort(_, let keys), .top(_, let keys, _, _): keys.flatMap { $0.expression.slots }
      case .unwind(_, let list, _): Array(list.slots)
      case .call(_, let call): call.arguments.flatMap(\.slots)
      case .loadCSV(_, let load): load.expressions.flatMap(\.slots)
      case .union(let branches, _): branches.flatMap(\.slots)
      case .argument, .nodeScan, .skip, .limit, .optional, .apply, .pipe, .eager, .create, .merge, .set, .delete,
        .forEach:
        []
      }
    return own + plan.inputs.flatMap(outerSlots)
  }
}
