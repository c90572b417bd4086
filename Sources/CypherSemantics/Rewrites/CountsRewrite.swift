import CypherSyntax
import Diagnostics

/// Directly under an aggregate that counts rows, and reads nothing of the relationship or node found last, these are
/// counted where they are found: the numbers of relationships that nodes have are added, and the nodes with a label
/// are known from the graph's statistics.
extension PlanRewrite {
  static let counts = PlanRewrite(name: "counts") { query in
    // What a query writes may change the numbers while it counts.
    guard !query.isWriting else { return query }
    var result = query
    result.plan = CountRewriting.rewrite(query.plan, &result.slots)
    result.subplans = query.subplans.map { CountRewriting.rewrite($0, &result.slots) }
    return result
  }
}

private enum CountRewriting {
  static func rewrite(_ plan: LogicalPlan, _ slots: inout [SlotInfo]) -> LogicalPlan {
    let plan = plan.mappingInputs { rewrite($0, &slots) }
    guard case .aggregate(let input, let keys, let aggregates) = plan else { return plan }
    switch input {
    case .expand(let starts, let expand):
      return counting(expand, over: starts, ends: nil, keys, aggregates, &slots) ?? plan
    case .filter(.expand(let starts, let expand), let condition):
      guard case .hasLabels(let base, let labels) = condition.kind, case .slot(expand.to) = base.kind else {
        return plan
      }
      return counting(expand, over: starts, ends: labels, keys, aggregates, &slots) ?? plan
    case .nodeScan(let before, let scan): return counting(scan, over: before, keys, aggregates) ?? plan
    default: return plan
    }
  }

  private static func counting(
    _ expand: LogicalPlan.Expand, over starts: LogicalPlan, ends: BoundLabelExpression?,
    _ keys: [BoundProjection.Item], _ aggregates: [LogicalPlan.Aggregate], _ slots: inout [SlotInfo]
  ) -> LogicalPlan? {
    guard !expand.isInto, !expand.isBound, expand.distinctFrom.isEmpty, expand.conditions.isEmpty else { return nil }
    let slot = Slot(slots.count)
    guard let sums = sums(of: slot, [expand.relationship, expand.to], keys, aggregates) else { return nil }
    slots.append(SlotInfo(name: nil, type: .integer))
    var expand = expand
    expand.count = LogicalPlan.Expand.Count(slot: slot, ends: ends)
    return .aggregate(.expand(starts, expand), keys: keys, aggregates: sums)
  }

  private static func counting(
    _ scan: LogicalPlan.NodeScan, over input: LogicalPlan, _ keys: [BoundProjection.Item],
    _ aggregates: [LogicalPlan.Aggregate]
  ) -> LogicalPlan? {
    guard scan.conditions.isEmpty, let sums = sums(of: scan.slot, [scan.slot], keys, aggregates) else { return nil }
    var scan = scan
    scan.isCount = true
    return .aggregate(.nodeScan(input, scan), keys: keys, aggregates: sums)
  }

  /// The aggregates over rows that stand for as many as a slot says; `nil` where something else reads what was found,
  /// or how often a row comes.
  private static func sums(
    of slot: Slot, _ found: Set<Slot>, _ keys: [BoundProjection.Item], _ aggregates: [LogicalPlan.Aggregate]
  ) -> [LogicalPlan.Aggregate]? {
    guard keys.allSatisfy({ $0.expression.slots.isDisjoint(with: found) }) else { return nil }
    var sums: [LogicalPlan.Aggregate] = []
    var counts = 0
    for aggregate in aggregates {
      let call = aggregate.call
      if call.isCount(of: found) {
        let number = BoundExpression(.slot(slot), type: .integer, span: call.argument?.span ?? .init(at: 0))
        let sum = AggregateCall(function: .sum, isDistinct: false, argument: number, furtherArguments: [])
        sums.append(LogicalPlan.Aggregate(slot: aggregate.slot, call: sum))
        counts += 1
      } else {
        let read = ([call.argument].compactMap(\.self) + call.furtherArguments).flatMap(\.slots)
        guard call.isDistinct || call.function.ignoresDuplicates, found.isDisjoint(with: read) else { return nil }
        sums.append(aggregate)
      }
    }
    return counts > 0 ? sums : nil
  }
}

extension AggregateCall {
  /// `count(*)`, or the count of a variable that is never null.
  fileprivate func isCount(of found: Set<Slot>) -> Bool {
    guard function.name == "count", !isDistinct else { return false }
    guard let argument else { return true }
    if case .slot(let slot) = argument.kind { return found.contains(slot) }
    return false
  }
}
