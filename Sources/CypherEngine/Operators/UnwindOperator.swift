import CypherSemantics
import GraphModel

/// `UNWIND list AS x`: one output row per item; null and the empty list give none. The numbers of a `range` are made as
/// they are asked for.
final class UnwindOperator: RowExpandingOperator {
  private let run: QueryRun
  let input: any PhysicalOperator
  private let list: BoundExpression
  private let slot: Slot
  private let evaluator: Evaluator
  var batch: RowBatch?
  var row = 0
  private var items = Items.list([])
  private var position: UInt64 = 0

  private enum Items {
    case list([Value])
    case range(IntegerRange)

    var count: UInt64 {
      switch self {
      case .list(let values): UInt64(values.count)
      case .range(let numbers): numbers.count
      }
    }

    /// Puts some items behind others.
    func append(_ part: Range<UInt64>, to values: inout [Value]) {
      switch self {
      case .list(let items): values += items[Int(part.lowerBound)..<Int(part.upperBound)]
      case .range(let numbers):
        for position in part {
          values.append(.integer(numbers.start &+ Int64(bitPattern: position) &* numbers.step))
        }
      }
    }
  }

  init(run: QueryRun, input: any PhysicalOperator, list: BoundExpression, slot: Slot) {
    self.run = run
    self.input = input
    self.list = list
    self.slot = slot
    evaluator = Evaluator(run)
  }

  func beginRow() throws(EvaluationError) {
    position = 0
    items = .list([])
    guard let batch, row < batch.count else { return }
    if case .call(let reference, let arguments) = list.kind, reference.function.name == ScalarFunction.range.name {
      var values: [Value] = []
      for argument in arguments { values.append(try evaluator.value(argument, row: row, of: batch)) }
      do { items = .range(try IntegerRange(values)) } catch { throw error.located(at: list.span) }
      return
    }
    switch try evaluator.value(list, row: row, of: batch) {
    case .null: break
    case .list(let values): items = .list(values)
    case let single: items = .list([single])
    }
  }

  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    var rows: [Int32] = []
    var values: [Value] = []
    while row < batch.count, rows.count < run.batchCapacity {
      let taken = min(items.count - position, UInt64(run.batchCapacity - rows.count))
      items.append(position..<position + taken, to: &values)
      rows += [Int32](repeating: Int32(row), count: Int(taken))
      position += taken
      if position >= items.count {
        row += 1
        try beginRow()
      }
    }
    try run.budget.check()
    guard !rows.isEmpty else { return nil }
    var output = batch.gathering(rows)
    output[slot] = .values(values)
    return output
  }
}
