extension LogicalPlan {
  /// The same operator over changed inputs: what a rewrite does to every operator that it does not know.
  func mappingInputs(_ change: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    switch self {
    case .argument: self
    case .nodeScan(let input, let scan): .nodeScan(change(input), scan)
    case .nodeSeek(let input, let seek): .nodeSeek(change(input), seek)
    case .expand(let input, let expand): .expand(change(input), expand)
    case .expandVariable(let input, let expand): .expandVariable(change(input), expand)
    case .followList(let input, let follow): .followList(change(input), follow)
    case .repeatPath(let input, let expand): .repeatPath(change(input), expand)
    case .searchPaths(let input, let search): .searchPaths(change(input), search)
    case .filter(let input, let condition): .filter(change(input), condition)
    case .project(let input, let items): .project(change(input), items)
    case .keep(let input, let slots): .keep(change(input), slots)
    case .aggregate(let input, let keys, let aggregates):
      .aggregate(change(input), keys: keys, aggregates: aggregates)
    case .reachCount(let input, let count): .reachCount(change(input), count)
    case .distinct(let input, let slots): .distinct(change(input), slots)
    case .sort(let input, let keys): .sort(change(input), keys)
    case .top(let input, let keys, let skip, let limit): .top(change(input), keys, skip: skip, limit: limit)
    case .skip(let input, let count): .skip(change(input), count)
    case .limit(let input, let count): .limit(change(input), count)
    case .unwind(let input, let list, let slot): .unwind(change(input), list, slot)
    case .call(let input, let call): .call(change(input), call)
    case .optional(let input, let inner, let nullable):
      .optional(change(input), inner: change(inner), nullable: nullable)
    case .apply(let input, let inner, let apply): .apply(change(input), inner: change(inner), apply)
    case .union(let branches, let output):
      .union(branches.map { .init(plan: change($0.plan), slots: $0.slots) }, output: output)
    case .pipe(let first, let second): .pipe(change(first), into: change(second))
    case .restore(let input, let slots): .restore(change(input), slots)
    case .loadCSV(let input, let load): .loadCSV(change(input), load)
    case .eager(let input): .eager(change(input))
    case .create(let input, let create): .create(change(input), create)
    case .merge(let input, let merge, let match): .merge(change(input), merge, match: change(match))
    case .set(let input, let items): .set(change(input), items)
    case .delete(let input, let items, let isDetaching): .delete(change(input), items, isDetaching: isDetaching)
    case .forEach(let input, let loop, let inner): .forEach(change(input), loop, inner: change(inner))
    }
  }
}
