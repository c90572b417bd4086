import CypherSemantics
import GraphModel

/// Groups rows by keys and counts for each group the nodes that walks from its rows reach, in the order in which groups
/// first reach any. A group that reaches none gives no row, as no match gives none.
final class ReachCountOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let count: LogicalPlan.ReachCount
  private var isDone = false
  private let held: HeldMemory

  init(run: QueryRun, input: any PhysicalOperator, count: LogicalPlan.ReachCount) {
    self.run = run
    self.input = input
    self.count = count
    held = HeldMemory(run)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard !isDone else { return nil }
    isDone = true
    let rows = try input.drain(run, into: held)
    let groups = try ReachGroups(rows, count, run: run, held: held)
    let counter = ReachCounter(
      run.graph, TraversalDirection(count.expand.direction), types: run.types(count.expand.types),
      includesStart: count.expand.length.lower == 0, wanted: wantedNodes())
    let counts = try counter.counts(of: groups.sets) { bytes throws(EvaluationError) in
      try held.add(bytes: bytes)
    } check: { () throws(EvaluationError) in
      try run.budget.checkNow()
    }
    return try output(rows, groups, counts)
  }

  func reset() {
    isDone = false
    held.release()
    input.reset()
  }

  private func output(
    _ rows: RowBatch, _ groups: ReachGroups, _ counts: [ReachCounter.Count]
  ) throws(EvaluationError) -> RowBatch {
    var found: [(row: Int32, count: Int64)] = []
    for (group, count) in counts.enumerated() {
      if let first = count.firstReaching { found.append((groups.row(of: first, in: group), Int64(count.count))) }
    }
    found.sort { $0.row < $1.row }
    let firsts = rows.gathering(found.map(\.row))
    let evaluator = Evaluator(run)
    var output = run.emptyBatch
    output.count = found.count
    for key in count.keys { output[key.slot] = try evaluator.column(key.expression, of: firsts) }
    let numbers = Column.values(found.map { .integer($0.count) })
    for aggregate in count.counts { output[aggregate.slot] = numbers }
    return output
  }

  private func wantedNodes() -> [Range<UInt32>] {
    run.graph.nodeRanges { labels in
      count.labels.allSatisfy { condition in
        condition.matches(label: { run.label($0).map(labels.contains) ?? false }, isEmpty: labels.isEmpty)
      }
    }
  }
}

/// The starts of each group, and the rows that they are in.
private struct ReachGroups {
  let sets: NodeSets
  /// By group: where its rows begin in `rows`.
  private let starts: [Int]
  private var rows: [Int32] = []

  init(
    _ batch: RowBatch, _ count: LogicalPlan.ReachCount, run: QueryRun, held: HeldMemory
  ) throws(EvaluationError) {
    guard !batch.isEmpty else {
      starts = [0]
      sets = NodeSets(members: [], starts: [0])
      return
    }
    var grouping = RowGrouping(count.keys.map(\.expression), run: run, held: held)
    let numbers = try grouping.numbers(of: batch)
    try held.add(bytes: 16 * batch.count)
    var starts = [Int](repeating: 0, count: grouping.count + 1)
    let nodes = batch[count.expand.from]
    for row in 0..<batch.count where nodes.node(at: row) != nil { starts[Int(numbers[row]) + 1] += 1 }
    for group in 0..<grouping.count { starts[group + 1] += starts[group] }
    var next = starts
    rows = [Int32](repeating: 0, count: starts[grouping.count])
    for row in 0..<batch.count where nodes.node(at: row) != nil {
      rows[next[Int(numbers[row])]] = Int32(row)
      next[Int(numbers[row])] += 1
    }
    self.starts = starts
    sets = NodeSets(members: rows.map { nodes.node(at: Int($0)) ?? .none }, starts: starts)
  }

  /// The row of a member of a group's set.
  func row(of member: Int, in group: Int) -> Int32 { rows[starts[group] + member] }
}
