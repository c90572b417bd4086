import CypherSemantics
import GraphModel

/// Groups rows by keys and computes aggregates over each group, in the order in which groups first appear.
final class AggregateOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let keys: [BoundProjection.Item]
  private let aggregates: [LogicalPlan.Aggregate]
  private let evaluator: Evaluator
  private var isDone = false
  private var held: HeldMemory

  init(
    run: QueryRun, input: any PhysicalOperator, keys: [BoundProjection.Item], aggregates: [LogicalPlan.Aggregate]
  ) {
    held = HeldMemory(run)
    self.run = run
    self.input = input
    self.keys = keys
    self.aggregates = aggregates
    evaluator = Evaluator(run)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard !isDone else { return nil }
    isDone = true
    if let output = try countOfAll() { return output }
    var groups: [[Value]: Int] = [:]
    var groupKeys: [[Value]] = []
    var states: [[AggregateState]] = []
    if keys.isEmpty {
      groupKeys = [[]]
      states = [aggregates.map { AggregateState($0.call) }]
      groups[[]] = 0
    }
    while let batch = try input.next() {
      var bytes = 0
      var keyColumns: [Column] = []
      for key in keys { keyColumns.append(try evaluator.column(key.expression, of: batch)) }
      for row in 0..<batch.count {
        let key = keyColumns.map { $0[row] }
        let group: Int
        if let known = groups[key] {
          group = known
        } else {
          group = groupKeys.count
          groups[key] = group
          groupKeys.append(key)
          states.append(aggregates.map { AggregateState($0.call) })
          bytes += AggregateState.groupBytes * (aggregates.count + 1) + run.budget.footprint.bytes(ofKey: key)
        }
        for position in aggregates.indices {
          bytes += try states[group][position].add(row: row, of: batch, evaluator: evaluator)
        }
        try run.budget.check()
      }
      run.note(heldRows: groupKeys.count)
      try held.add(bytes: bytes)
    }
    return try output(groupKeys, states)
  }

  /// The one row of a query that counts and does nothing else.
  private func countOfAll() throws(EvaluationError) -> RowBatch? {
    guard keys.isEmpty else { return nil }
    var counts = aggregates.compactMap { CountState($0.call, run) }
    guard counts.count == aggregates.count else { return nil }
    while let batch = try input.next() {
      var bytes = 0
      for position in counts.indices { bytes += counts[position].add(batch, &run.budget.footprint) }
      run.note(heldRows: 1)
      try held.add(bytes: bytes)
      try run.budget.check()
    }
    var output = RowBatch(slotCount: run.slotCount)
    output.count = 1
    for (aggregate, count) in zip(aggregates, counts) { output[aggregate.slot] = .values([count.result]) }
    return output
  }

  func reset() {
    isDone = false
    held.release()
    input.reset()
  }

  private func output(_ groupKeys: [[Value]], _ states: [[AggregateState]]) throws(EvaluationError) -> RowBatch {
    var batch = RowBatch(slotCount: run.slotCount)
    batch.count = groupKeys.count
    for (position, key) in keys.enumerated() {
      batch[key.slot] = .values(groupKeys.map { $0[position] })
    }
    for (position, aggregate) in aggregates.enumerated() {
      var values: [Value] = []
      values.reserveCapacity(states.count)
      for state in states { values.append(try state[position].result()) }
      batch[aggregate.slot] = .values(values)
    }
    return batch
  }
}

/// One aggregate of one group.
private struct AggregateState {
  /// What a group takes for each aggregate, and once for itself: objects, places in arrays and dictionaries.
  static let groupBytes = 120

  private let call: AggregateCall
  private let accumulator: any AggregateAccumulator
  private var seen: Set<Value> = []

  init(_ call: AggregateCall) {
    self.call = call
    accumulator = call.function.makeAccumulator()
  }

  /// - Returns: the bytes that it keeps of the row.
  mutating func add(row: Int, of batch: RowBatch, evaluator: Evaluator) throws(EvaluationError) -> Int {
    guard let argument = call.argument else {
      try accumulator.add(.boolean(true), arguments: [])
      return 0
    }
    let value = try evaluator.value(argument, row: row, of: batch)
    if value.isNull { return 0 }
    var kept = 0
    if call.isDistinct, !call.function.ignoresDuplicates {
      guard seen.insert(value).inserted else { return 0 }
      kept = HeldMemory.setEntry + ValueFootprint.stride
    }
    if call.function.keepsValues { kept += ValueFootprint.stride * 3 / 2 }
    if kept > 0 { kept += evaluator.run.budget.footprint.bytes(of: value) }
    var further: [Value] = []
    for expression in call.furtherArguments { further.append(try evaluator.value(expression, row: row, of: batch)) }
    do {
      try accumulator.add(value, arguments: further)
    } catch {
      throw error.located(at: argument.span)
    }
    return kept
  }

  func result() throws(EvaluationError) -> Value { try accumulator.result() }
}
