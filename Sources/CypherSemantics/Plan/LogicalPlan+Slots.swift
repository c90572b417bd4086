extension LogicalPlan {
  /// The slots that the operator reads of its input's rows; what a writing one reads is not told.
  var slotsRead: Set<Slot> {
    let (slots, expressions): ([Slot], [BoundExpression]) =
      switch self {
      case .nodeSeek(_, let seek): ([], [seek.value])
      case .nodeScan(_, let scan): ([], scan.conditions)
      case .expand(_, let expand):
        (
          [expand.from] + (expand.isInto ? [expand.to] : []) + (expand.isBound ? [expand.relationship] : [])
            + expand.distinctFrom, expand.conditions
        )
      case .expandVariable(_, let expand):
        ([expand.from, expand.to] + expand.distinctFrom, expand.stepConditions + expand.endConditions)
      case .followList(_, let follow): ([follow.from, follow.to, follow.relationships], [])
      case .repeatPath(_, let expand):
        (
          [expand.from, expand.to, expand.relationships] + expand.distinctFrom,
          expand.body.conditions + expand.endConditions
        )
      case .searchPaths(_, let search): ([search.from, search.to], search.search.conditions)
      case .filter(_, let condition): ([], [condition])
      case .project(_, let items): ([], items.map(\.expression))
      case .aggregate(_, let keys, let aggregates):
        (
          [],
          keys.map(\.expression)
            + aggregates.flatMap { [$0.call.argument].compactMap(\.self) + $0.call.furtherArguments }
        )
      case .reachCount(_, let count): ([count.expand.from], count.keys.map(\.expression))
      case .keep(_, let slots), .distinct(_, let slots), .restore(_, let slots): (slots, [])
      case .sort(_, let keys): ([], keys.map(\.expression))
      case .top(_, let keys, let skip, let limit): ([], keys.map(\.expression) + [skip, limit].compactMap(\.self))
      case .skip(_, let count), .limit(_, let count): ([], [count])
      case .unwind(_, let list, _): ([], [list])
      case .call(_, let call): ([], call.arguments + [call.condition].compactMap(\.self))
      case .loadCSV(_, let load): ([], load.expressions)
      case .apply(_, _, let apply): (apply.outputs, [])
      case .union(let branches, let output): (branches.flatMap(\.slots) + output, [])
      case .argument, .optional, .pipe, .eager, .create, .merge, .set, .delete, .forEach: ([], [])
      }
    return expressions.reduce(into: Set(slots)) { $0.formUnion($1.slots) }
  }

  /// The slots that the operator reads and those below it.
  var allSlotsRead: Set<Slot> { inputs.reduce(into: slotsRead) { $0.formUnion($1.allSlotsRead) } }
}
