import CypherSemantics

/// The operators of a query, and the run that they belong to.
///
/// Making them costs more than a small question does with them; those of a run that is over wait for the next one.
/// Used by one run at a time.
final class ReadyRun: @unchecked Sendable {
  let run: QueryRun
  let root: any PhysicalOperator
  /// Whether all rows have been given.
  @safe @exclusivity(unchecked) var isDone = false

  init(run: QueryRun, root: any PhysicalOperator) {
    self.run = run
    self.root = root
  }
}

extension LogicalPlan {
  /// Whether its operators can wait for another run, on another graph: those of small questions, which keep nothing that
  /// `reset` and `rest` do not let go of.
  var canWait: Bool {
    switch self {
    case .argument(let imports): imports.isEmpty
    case .nodeSeek(let input, _), .project(let input, _), .keep(let input, _), .aggregate(let input, _, _),
      .skip(let input, _), .limit(let input, _), .sort(let input, _), .top(let input, _, _, _):
      input.canWait
    case .expandVariable(let input, let expand):
      expand.isReachability && expand.distinctFrom.isEmpty && expand.stepConditions.isEmpty && input.canWait
    default: false
    }
  }
}
