import CypherSemantics
import GraphModel

/// What an operator keeps of the rows that it has seen, told to the run's budget and given back when it begins again.
/// The parts of an operator share one.
final class HeldMemory {
  /// Bytes of a place in a set or dictionary, beside what stands in it: sets are half full, mostly.
  static let setEntry = 16

  private let run: QueryRun
  private var bytes = 0

  init(_ run: QueryRun) { self.run = run }

  private var budget: BudgetMeter { run.budget }

  /// Notes rows that are kept.
  /// - Throws: when the query holds too much.
  func add(_ batch: RowBatch) throws(EvaluationError) {
    guard budget.limitsMemory else { return }
    try add(bytes: batch.columns.reduce(0) { $0 + budget.footprint.bytes(of: $1, count: batch.count) })
  }

  /// Notes one row of values that is kept as a list of its own.
  func add(key: [Value]) throws(EvaluationError) {
    if budget.limitsMemory { try add(bytes: budget.footprint.bytes(ofKey: key)) }
  }

  /// Notes one value that is kept.
  func add(_ value: Value) throws(EvaluationError) {
    guard budget.limitsMemory else { return }
    try add(bytes: ValueFootprint.stride + budget.footprint.bytes(of: value))
  }

  func add(bytes more: Int) throws(EvaluationError) {
    bytes += more
    try budget.hold(more)
  }

  /// A part of what was kept is let go.
  func release(bytes less: Int) {
    bytes -= less
    budget.release(less)
  }

  /// All that was kept is let go.
  func release() {
    budget.release(bytes)
    bytes = 0
  }
}

extension ValueFootprint {
  mutating func bytes(of column: Column, count: Int) -> Int {
    switch column {
    case .unused: return 0
    case .nodes, .relationships, .texts: return 4 * count
    case .values(let values):
      var total = Self.stride * count
      for value in values { total += bytes(of: value) }
      return total
    }
  }

  mutating func bytes(ofKey key: [Value]) -> Int {
    var total = Self.allocation + Self.stride * key.count
    for value in key { total += bytes(of: value) }
    return total
  }
}

/// Watches values as they are made, before anybody keeps them: a batch, or a list, of large values may be too much by
/// itself.
struct GrowingValues {
  private let budget: BudgetMeter
  private var footprint = ValueFootprint()
  private var bytes = 0

  init(_ run: QueryRun) { budget = run.budget }

  /// - Throws: when there is no room for what was made so far.
  mutating func add(_ value: Value) throws(EvaluationError) {
    guard budget.limitsMemory else { return }
    bytes += ValueFootprint.stride + footprint.bytes(of: value)
    try budget.requireRoom(bytes)
  }
}
