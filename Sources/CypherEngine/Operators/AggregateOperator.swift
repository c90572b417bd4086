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

  init(
    run: QueryRun, input: any PhysicalOperator, keys: [BoundProjection.Item], aggregates: [LogicalPlan.Aggregate]
  ) {
    self.run = run
    self.input = input
    self.keys = keys
    self.aggregates = aggregates
    evaluator = Evaluator(run)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard !isDone else { return nil }
    isDone = true
    var groups: [[Value]: Int] = [:]
    var groupKeys: [[Value]] = []
    var states: [[AggregateState]] = []
    if keys.isEmpty {
      groupKeys = [[]]
      states = [aggregates.map { AggregateState($0.call) }]
      groups[[]] = 0
    }
    while let batch = try input.next() {
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
        }
        for position in aggregates.indices {
          try states[group][position].add(row: row, of: batch, evaluator: evaluator)
        }
      }
      try run.budget.check()
      try run.note(heldRows: groupKeys.count)
    }
    return try output(groupKeys, states)
  }

  func reset() {
    isDone = false
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
  private let call: AggregateCall
  private let accumulator: any AggregateAccumulator
  private var seen: Set<Value> = []

  init(_ call: AggregateCall) {
    self.call = call
    accumulator = call.function.makeAccumulator()
  }

  mutating func add(row: Int, of batch: RowBatch, evaluator: Evaluator) throws(EvaluationError) {
    guard let argument = call.argument else { return try accumulator.add(.boolean(true), arguments: []) }
    let value = try evaluator.value(argument, row: row, of: batch)
    if value.isNull { return }
    if call.isDistinct, !call.function.ignoresDuplicates, !seen.insert(value).inserted { return }
    var further: [Value] = []
    for expression in call.furtherArguments { further.append(try evaluator.value(expression, row: row, of: batch)) }
    do {
      try accumulator.add(value, arguments: further)
    } catch {
      throw error.located(at: argument.span)
    }
  }

  func result() throws(EvaluationError) -> Value { try accumulator.result() }
}
