import CypherSemantics
import GraphModel

/// `CALL { … }`: for each input row the rows of a subquery, with what it returns beside the row's own values. A
/// subquery without RETURN is run for what it writes, and its row goes on once.
final class ApplyOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let argument = ArgumentRow()
  private let inner: any PhysicalOperator
  private let apply: LogicalPlan.Apply
  private var batch: RowBatch?
  private var row = 0
  private var isInside = false
  private var hasFound = false

  init(run: QueryRun, input: any PhysicalOperator, inner: LogicalPlan, apply: LogicalPlan.Apply) {
    self.run = run
    self.input = input
    self.apply = apply
    self.inner = OperatorBuilder(run: run, argument: argument).build(inner)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    while true {
      if batch == nil {
        guard let rows = try input.next() else { return nil }
        batch = rows
        row = 0
        isInside = false
      }
      if let batch, let output = try fill(batch) { return output }
      batch = nil
    }
  }

  func reset() {
    input.reset()
    batch = nil
    isInside = false
  }

  /// The next output rows of an input batch; `nil` when it is used up.
  private func fill(_ batch: RowBatch) throws(EvaluationError) -> RowBatch? {
    var rows: [Int32] = []
    var columns = apply.outputs.map { _ in Column.unused }
    while row < batch.count, rows.count < run.batchCapacity {
      if !isInside {
        argument.set(row: row, of: batch)
        inner.reset()
        isInside = true
        hasFound = false
      }
      try run.budget.check()
      if let found = try inner.next() {
        if apply.outputs.isEmpty { continue }
        hasFound = hasFound || !found.isEmpty
        for (position, slot) in apply.outputs.enumerated() {
          columns[position].append(found[slot], count: rows.count, otherCount: found.count)
        }
        rows += [Int32](repeating: Int32(row), count: found.count)
        continue
      }
      if apply.outputs.isEmpty {
        rows.append(Int32(row))
      } else if apply.isOptional, !hasFound {
        for position in columns.indices {
          columns[position].append(.values([.null]), count: rows.count, otherCount: 1)
        }
        rows.append(Int32(row))
      }
      isInside = false
      row += 1
    }
    guard !rows.isEmpty else { return nil }
    var output = batch.gathering(rows)
    for (position, slot) in apply.outputs.enumerated() { output[slot] = columns[position] }
    return output
  }
}
