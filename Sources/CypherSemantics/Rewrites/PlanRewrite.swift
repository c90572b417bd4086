/// A change to a plan that keeps its answer and lowers its cost.
public struct PlanRewrite: Sendable {
  public var name: String
  public var apply: @Sendable (PlannedQuery) -> PlannedQuery
}

/// The rewrites to apply, in order. Each can be left out, so that tests can show that the answers do not change.
public struct PlanRewrites: Sendable {
  public var rewrites: [PlanRewrite]

  public static let all = PlanRewrites(rewrites: [
    .reachability, .sharedReachability, .reachCount, .endLabels, .countedReachability, .unreadLists, .counts,
    .pushedConditions, .carriedSlots,
  ])
  public static let none = PlanRewrites(rewrites: [])

  public func apply(to query: PlannedQuery) -> PlannedQuery {
    rewrites.reduce(query) { $1.apply($0) }
  }

  public func without(_ name: String) -> PlanRewrites {
    PlanRewrites(rewrites: rewrites.filter { $0.name != name })
  }
}
