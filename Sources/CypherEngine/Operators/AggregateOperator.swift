import CypherSemantics
import GraphModel

/// Groups rows by keys and computes aggregates over each group, in the order in which groups first appear.
final class AggregateOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let keys: [BoundProjection.Item]
  private let aggregates: [LogicalPlan.Aggregate]
  private var isDone = false
  private let held: HeldMemory

  init(
    run: QueryRun, input: any PhysicalOperator, keys: [BoundProjection.Item], aggregates: [LogicalPlan.Aggregate]
  ) {
    held = HeldMemory(run)
    self.run = run
    self.input = input
    self.keys = keys
    self.aggregates = aggregates
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard !isDone else { return nil }
    isDone = true
    if let output = try countOfAll() { return output }
    let states = aggregates.map { GroupedAggregates.make($0.call, run: run, held: held) }
    // Without keys there is one group, also of no rows.
    var grouping = keys.isEmpty ? nil : RowGrouping(keys.map(\.expression), run: run, held: held)
    var count = keys.isEmpty ? 1 : 0
    while let batch = try input.next() {
      try run.budget.check()
      if batch.isEmpty { continue }
      let groups = try grouping?.numbers(of: batch) ?? [UInt32](repeating: 0, count: batch.count)
      count = grouping?.count ?? 1
      for state in states { try state.add(batch, rows: nil, groups: groups, count: count) }
      run.note(heldRows: count)
    }
    var output = run.emptyBatch
    output.count = count
    for (key, column) in zip(keys, grouping?.columns() ?? []) { output[key.slot] = column }
    for (aggregate, state) in zip(aggregates, states) { output[aggregate.slot] = try state.results(count: count) }
    return output
  }

  /// The one row of a query that counts and does nothing else.
  private func countOfAll() throws(EvaluationError) -> RowBatch? {
    guard keys.isEmpty else { return nil }
    // By position: a call is larger than what is asked of it, and costly to copy.
    var counts: [CountState] = []
    counts.reserveCapacity(aggregates.count)
    for position in aggregates.indices {
      guard let count = CountState(aggregates[position].call, run) else { return nil }
      counts.append(count)
    }
    while let batch = try input.next() {
      var bytes = 0
      for position in counts.indices { bytes += counts[position].add(batch, &run.budget.footprint) }
      run.note(heldRows: 1)
      try held.add(bytes: bytes)
      try run.budget.check()
    }
    var output = run.freshBatch()
    output.count = 1
    for position in counts.indices { output[aggregates[position].slot] = .values([counts[position].result]) }
    return output
  }

  func reset() {
    isDone = false
    held.release()
    input.reset()
  }

  func rest() { input.rest() }
}
