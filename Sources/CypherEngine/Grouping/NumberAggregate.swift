import CypherSemantics
import GraphModel

/// `sum` and `avg` of numbers: an addition for each row. What is no number goes the function's own way.
final class NumberAggregate: GroupedAggregate {
  private enum Kind: UInt8 {
    case none, integer, float
    /// The group has an accumulator of its own.
    case other
  }

  /// What a group has so far. `avg` adds floats alone.
  private struct Total {
    var kind = Kind.none
    var integer: Int64 = 0
    var float = 0.0
    var count: Int64 = 0
  }

  private let function: AggregateFunction
  private let argument: BoundExpression
  private let isMean: Bool
  private let evaluator: Evaluator
  private let budget: BudgetMeter
  private var totals: [Total] = []
  private var others: [UInt32: any AggregateAccumulator] = [:]
  private let held: HeldMemory

  init(_ call: AggregateCall, _ argument: BoundExpression, _ run: QueryRun, _ held: HeldMemory) {
    function = call.function
    self.argument = argument
    isMean = function.name == "avg"
    budget = run.budget
    evaluator = Evaluator(run)
    self.held = held
  }

  func add(_ batch: RowBatch, rows: [Int32]?, groups: [UInt32], count: Int) throws(EvaluationError) {
    try totals.grow(to: count, filling: Total(), held)
    let column = try evaluator.column(argument, of: batch)
    if case .values(let values) = column, rows == nil {
      for row in values.indices { try add(values[row], to: groups[row]) }
    } else if let rows {
      for row in rows { try add(column[Int(row)], to: groups[Int(row)]) }
    } else {
      for row in 0..<batch.count { try add(column[row], to: groups[row]) }
    }
    try budget.check()
  }

  @inline(__always)
  private func add(_ value: Value, to group: UInt32) throws(EvaluationError) {
    let position = Int(group)
    switch (value, totals[position].kind) {
    case (.null, _): return
    case (.integer(let number), .none), (.integer(let number), .integer):
      totals[position].count += 1
      if isMean {
        totals[position].kind = .integer
        totals[position].float += Double(number)
        return
      }
      let (sum, didOverflow) = totals[position].integer.addingReportingOverflow(number)
      if didOverflow { return try fail(.integer(totals[position].integer), value) }
      totals[position].kind = .integer
      totals[position].integer = sum
    case (.integer(let number), .float):
      totals[position].count += 1
      totals[position].float += Double(number)
    case (.float(let number), let kind) where kind != .other:
      totals[position].count += 1
      if kind == .integer, !isMean {
        totals[position].float = Double(totals[position].integer) + number
      } else if kind == .none {
        // Not 0 + x: that would lose the sign of -0.0.
        totals[position].float = isMean ? totals[position].float + number : number
      } else {
        totals[position].float += number
      }
      totals[position].kind = .float
    case (_, .none), (_, .other): try addOther(value, to: group)
    default: try fail(.integer(0), value)
    }
  }

  private func addOther(_ value: Value, to group: UInt32) throws(EvaluationError) {
    if others[group] == nil {
      others[group] = function.makeAccumulator()
      totals[Int(group)].kind = .other
      try held.add(bytes: 160)
    }
    do { try others[group]?.add(value, arguments: []) } catch { throw error.located(at: argument.span) }
  }

  /// Lets the function itself say what is wrong with a value behind another.
  private func fail(_ before: Value, _ value: Value) throws(EvaluationError) {
    let accumulator = function.makeAccumulator()
    do throws(EvaluationError) {
      try accumulator.add(before, arguments: [])
      try accumulator.add(value, arguments: [])
    } catch {
      throw error.located(at: argument.span)
    }
  }

  func results(count: Int) throws(EvaluationError) -> Column {
    try totals.grow(to: count, filling: Total(), held)
    let nothing = try function.makeAccumulator().result()
    var results: [Value] = []
    results.reserveCapacity(count)
    for (group, total) in totals.enumerated() {
      switch total.kind {
      case .none: results.append(nothing)
      case .other: results.append(try others[UInt32(group)]?.result() ?? nothing)
      case .integer where !isMean: results.append(.integer(total.integer))
      case .integer, .float: results.append(.float(isMean ? total.float / Double(total.count) : total.float))
      }
    }
    return .values(results)
  }
}
