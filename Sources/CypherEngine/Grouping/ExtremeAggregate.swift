import CypherSemantics
import GraphModel

/// `min` and `max`
final class ExtremeAggregate: GroupedAggregate {
  private let argument: BoundExpression
  private let wanted: ValueOrder
  private let evaluator: Evaluator
  private let budget: BudgetMeter
  /// Null where the group has no value yet.
  private var best: [Value] = []
  /// Of texts in one dictionary: the code of the best, so that equal ones are not compared again; 0 where it is none.
  private var codes: [UInt32] = []
  private var source: TextSource?
  private let held: HeldMemory

  init(_ argument: BoundExpression, wanted: ValueOrder, _ run: QueryRun, _ held: HeldMemory) {
    self.argument = argument
    self.wanted = wanted
    budget = run.budget
    evaluator = Evaluator(run)
    self.held = held
  }

  func add(_ batch: RowBatch, rows: [Int32]?, groups: [UInt32], count: Int) throws(EvaluationError) {
    try best.grow(to: count, filling: .null, held)
    let column = try evaluator.column(argument, of: batch)
    var bytes = 0
    if case .texts(let texts, let source) = column {
      if self.source !== source { codes = [] }
      self.source = source
      try codes.grow(to: count, filling: 0, held)
      for row in texts.indices where texts[row] != 0 && texts[row] != codes[Int(groups[row])] {
        if take(source.value(of: texts[row]), for: Int(groups[row]), &bytes) { codes[Int(groups[row])] = texts[row] }
      }
    } else {
      source = nil
      for row in 0..<batch.count { _ = take(column[row], for: Int(groups[row]), &bytes) }
    }
    try held.add(bytes: bytes)
    try budget.check()
  }

  /// - Returns: whether the value is the best of its group now.
  private func take(_ value: Value, for group: Int, _ bytes: inout Int) -> Bool {
    if value.isNull { return false }
    if !best[group].isNull {
      if value.orderability(against: best[group]) != wanted { return false }
      bytes -= budget.footprint.bytes(of: best[group])
    }
    bytes += budget.footprint.bytes(of: value)
    best[group] = value
    return true
  }

  func results(count: Int) throws(EvaluationError) -> Column {
    try best.grow(to: count, filling: .null, held)
    return .values(best)
  }
}
