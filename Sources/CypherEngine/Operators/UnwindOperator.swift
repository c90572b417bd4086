import CypherSemantics
import GraphModel

/// `UNWIND list AS x`: one output row per item; null and the empty list give none.
final class UnwindOperator: RowExpandingOperator {
  private let run: QueryRun
  let input: any PhysicalOperator
  private let list: BoundExpression
  private let slot: Slot
  private let evaluator: Evaluator
  var batch: RowBatch?
  var row = 0
  private var items: [Value] = []
  private var position = 0

  init(run: QueryRun, input: any PhysicalOperator, list: BoundExpression, slot: Slot) {
    self.run = run
    self.input = input
    self.list = list
    self.slot = slot
    evaluator = Evaluator(run)
  }

  func beginRow() throws(EvaluationError) {
    position = 0
    items = []
    guard let batch, row < batch.count else { return }
    switch try evaluator.value(list, row: row, of: batch) {
    case .null: break
    case .list(let values): items = values
    case let single: items = [single]
    }
  }

  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    var rows: [Int32] = []
    var values: [Value] = []
    while row < batch.count, rows.count < run.batchCapacity {
      let taken = min(items.count - position, run.batchCapacity - rows.count)
      values += items[position..<position + taken]
      rows += [Int32](repeating: Int32(row), count: taken)
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
