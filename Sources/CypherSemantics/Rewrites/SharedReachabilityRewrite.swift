import CypherSyntax

/// Directly under an aggregate or DISTINCT that reads nothing but the nodes reached, and not how often, it does not
/// matter either from which of the starts they are: what one start reached is not searched again from the next, so that
/// all searches together look at each relationship once.
///
/// Only without an upper bound: within a bound, a node that is reached late from one start may lead farther from
/// another. A walk with the lower bound 1 counts a start where a relationship leads to it, which in both directions
/// depends on the start, as ACYCLIC does.
extension PlanRewrite {
  static let sharedReachability = PlanRewrite(name: "shared-reachability") { query in
    var result = query
    result.plan = SharedReachability.rewrite(query.plan)
    result.subplans = query.subplans.map(SharedReachability.rewrite)
    return result
  }
}

private enum SharedReachability {
  static func rewrite(_ plan: LogicalPlan) -> LogicalPlan {
    switch plan {
    case .aggregate(let input, let keys, let aggregates):
      guard aggregates.allSatisfy({ $0.call.isDistinct || $0.call.function.ignoresDuplicates }) else {
        return .aggregate(rewrite(input), keys: keys, aggregates: aggregates)
      }
      let arguments = aggregates.flatMap { [$0.call.argument].compactMap(\.self) + $0.call.furtherArguments }
      let read = Set((keys.map(\.expression) + arguments).flatMap(\.slots))
      return .aggregate(sharing(input, read: read), keys: keys, aggregates: aggregates)
    case .distinct(let input, let slots): return .distinct(sharing(input, read: Set(slots)), slots)
    case .keep(let input, let slots): return .keep(rewrite(input), slots)
    case .filter(let input, let condition): return .filter(rewrite(input), condition)
    case .project(let input, let items): return .project(rewrite(input), items)
    case .sort(let input, let keys): return .sort(rewrite(input), keys)
    case .top(let input, let keys, let skip, let limit): return .top(rewrite(input), keys, skip: skip, limit: limit)
    case .skip(let input, let count): return .skip(rewrite(input), count)
    case .limit(let input, let count): return .limit(rewrite(input), count)
    default: return plan
    }
  }

  /// - Parameter read: all that is read above, where nothing reads how often a row comes.
  private static func sharing(_ plan: LogicalPlan, read: Set<Slot>) -> LogicalPlan {
    switch plan {
    case .keep(let input, let slots): return .keep(sharing(input, read: read.intersection(slots)), slots)
    case .filter(let input, let condition):
      return .filter(sharing(input, read: read.union(condition.slots)), condition)
    case .project(let input, let items):
      let made = Set(items.map(\.slot))
      let needed = read.subtracting(made).union(items.flatMap { $0.expression.slots })
      return .project(sharing(input, read: needed), items)
    case .distinct(let input, let slots): return .distinct(sharing(input, read: Set(slots)), slots)
    case .expandVariable(let input, var expand):
      expand.isShared =
        expand.isReachability && !expand.isInto && read.isSubset(of: [expand.to]) && expand.length.upper == nil
        && expand.distinctFrom.isEmpty && expand.stepConditions.isEmpty
        && (expand.length.lower == 0 || (expand.mode != .acyclic && expand.direction != .either))
      return .expandVariable(input, expand)
    case .repeatPath(let input, var expand):
      expand.isShared =
        expand.isReachability && !expand.isInto && read.isSubset(of: [expand.to]) && expand.length.upper == nil
        && expand.distinctFrom.isEmpty && expand.body.conditions.isEmpty
        && (expand.length.lower == 0 || expand.mode != .acyclic)
      return .repeatPath(input, expand)
    default: return rewrite(plan)
    }
  }
}
