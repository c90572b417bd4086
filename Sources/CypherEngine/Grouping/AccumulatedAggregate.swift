import CypherSemantics
import GraphModel

/// An aggregate as its function computes it, value by value: `collect`, percentiles, deviations.
final class AccumulatedAggregate: GroupedAggregate {
  /// What an accumulator takes: an object, and its place in the list.
  private static let accumulatorBytes = 80

  private let call: AggregateCall
  private let argument: BoundExpression
  private let evaluator: Evaluator
  private let budget: BudgetMeter
  private var accumulators: [any AggregateAccumulator] = []
  private let held: HeldMemory

  init(_ call: AggregateCall, _ argument: BoundExpression, _ run: QueryRun, _ held: HeldMemory) {
    self.call = call
    self.argument = argument
    budget = run.budget
    evaluator = Evaluator(run)
    self.held = held
  }

  func add(_ batch: RowBatch, rows: [Int32]?, groups: [UInt32], count: Int) throws(EvaluationError) {
    try grow(to: count)
    let column = try evaluator.column(argument, of: batch)
    var further: [Column] = []
    for expression in call.furtherArguments { further.append(try evaluator.column(expression, of: batch)) }
    var bytes = 0
    for position in 0..<(rows?.count ?? batch.count) {
      let row = rows.map { Int($0[position]) } ?? position
      let value = column[row]
      try budget.check()
      if value.isNull { continue }
      if call.function.keepsValues {
        // A list grows by half more than it has.
        bytes += ValueFootprint.stride * 3 / 2 + budget.footprint.bytes(of: value)
      }
      do throws(EvaluationError) {
        try accumulators[Int(groups[row])].add(value, arguments: further.map { $0[row] })
      } catch {
        throw error.located(at: argument.span)
      }
    }
    try held.add(bytes: bytes)
  }

  func results(count: Int) throws(EvaluationError) -> Column {
    try grow(to: count)
    var results: [Value] = []
    results.reserveCapacity(count)
    for accumulator in accumulators { results.append(try accumulator.result()) }
    return .values(results)
  }

  private func grow(to count: Int) throws(EvaluationError) {
    guard count > accumulators.count else { return }
    try held.add(bytes: (count - accumulators.count) * Self.accumulatorBytes)
    while accumulators.count < count { accumulators.append(call.function.makeAccumulator()) }
  }
}
