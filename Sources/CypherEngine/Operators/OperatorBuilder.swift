import CypherSemantics
import GraphModel

/// Makes the operators of a plan.
struct OperatorBuilder {
  let run: QueryRun
  /// What `argument` gives; `nil`: one empty row.
  let argument: ArgumentRow?
  /// What `argument` gives behind NEXT, instead of one row.
  var table: ArgumentTable?

  /// The operators of a whole query. Its rows go into the answer at once, and slots that the answer does not show need
  /// not be let go of.
  func buildRoot(_ plan: LogicalPlan) -> any PhysicalOperator {
    if case .keep(let input, _) = plan, run.profile == nil { return build(input) }
    return build(plan)
  }

  func build(_ plan: LogicalPlan) -> any PhysicalOperator {
    run.profile?.counting(plan) { make(plan) } ?? make(plan)
  }

  private func make(_ plan: LogicalPlan) -> any PhysicalOperator {
    switch plan {
    case .argument(let imports): ArgumentOperator(run: run, row: argument, table: table, imports: imports)
    case .nodeScan(let input, let scan):
      if scan.isCount {
        NodeCountOperator(run: run, input: build(input), scan: scan)
      } else {
        NodeScanOperator(run: run, input: build(input), scan: scan)
      }
    case .nodeSeek(let input, let seek): NodeSeekOperator(run: run, input: build(input), seek: seek)
    case .expand(let input, let expand):
      if let count = expand.count {
        RelationshipCountOperator(run: run, input: build(input), expand: expand, count: count)
      } else {
        ExpandOperator(run: run, input: build(input), expand: expand)
      }
    case .expandVariable(let input, let expand):
      if expand.isReachability {
        ReachabilityOperator(run: run, input: build(input), expand: expand)
      } else {
        VariableExpandOperator(run: run, input: build(input), expand: expand)
      }
    case .followList(let input, let follow): FollowListOperator(run: run, input: build(input), follow: follow)
    case .repeatPath(let input, let expand):
      if expand.isReachability {
        ReachabilityOperator(run: run, input: build(input), expand: expand)
      } else {
        RepeatPathOperator(run: run, input: build(input), expand: expand)
      }
    case .searchPaths(let input, let search): SearchPathsOperator(run: run, input: build(input), plan: search)
    case .filter(let input, let condition): FilterOperator(run: run, input: build(input), condition: condition)
    case .project(let input, let items): ProjectOperator(run: run, input: build(input), items: items)
    case .keep(let input, let slots): KeepOperator(run: run, input: build(input), slots: slots)
    case .aggregate(let input, let keys, let aggregates):
      AggregateOperator(run: run, input: build(input), keys: keys, aggregates: aggregates)
    case .reachCount(let input, let count): ReachCountOperator(run: run, input: build(input), count: count)
    case .distinct(let input, let slots): DistinctOperator(run: run, input: build(input), slots: slots)
    case .sort(let input, let keys): SortOperator(run: run, input: build(input), keys: keys)
    case .top(let input, let keys, let skip, let limit):
      TopOperator(run: run, input: build(input), keys: keys, skip: skip, limit: limit)
    case .skip(let input, let count): SkipOperator(run: run, input: build(input), count: count)
    case .limit(let input, let count): LimitOperator(run: run, input: build(input), count: count)
    case .unwind(let input, let list, let slot): UnwindOperator(run: run, input: build(input), list: list, slot: slot)
    case .call(let input, let call): ProcedureCallOperator(run: run, input: build(input), call: call)
    case .optional(let input, let inner, let nullable):
      OptionalOperator(run: run, input: build(input), inner: inner, nullable: nullable)
    case .apply(let input, let inner, let apply):
      ApplyOperator(run: run, input: build(input), inner: inner, apply: apply)
    case .pipe(let first, let second):
      PipeOperator(run: run, first: build(first), second: second, argument: argument)
    case .restore(let input, let slots): RestoreOperator(input: build(input), argument: argument, slots: slots)
    case .loadCSV(let input, let load): LoadCSVOperator(run: run, input: build(input), load: load)
    case .union(let branches, let output):
      UnionOperator(run: run, branches: branches.map { (build($0.plan), $0.slots) }, output: output)
    case .eager(let input): EagerOperator(run: run, input: build(input))
    case .create(let input, let create): CreateOperator(run: run, input: build(input), create: create)
    case .merge(let input, let merge, let match):
      MergeOperator(run: run, input: build(input), merge: merge, match: match)
    case .set(let input, let items): SetOperator(run: run, input: build(input), items: items)
    case .forEach(let input, let loop, let inner):
      ForEachOperator(run: run, input: build(input), loop: loop, inner: inner)
    case .delete(let input, let items, let isDetaching):
      DeleteOperator(run: run, input: build(input), items: items, isDetaching: isDetaching)
    }
  }
}
