import CypherSemantics

/// Leaves out the first rows.
final class SkipOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let count: BoundExpression
  private var remaining: Int?

  init(run: QueryRun, input: any PhysicalOperator, count: BoundExpression) {
    self.run = run
    self.input = input
    self.count = count
  }

  func next() throws(EvaluationError) -> RowBatch? {
    var left = try remainingCount()
    defer { remaining = left }
    while let batch = try input.next() {
      if left == 0 { return batch }
      if batch.count <= left {
        left -= batch.count
        continue
      }
      let rows = Int32(left)..<Int32(batch.count)
      left = 0
      return batch.gathering(Array(rows))
    }
    return nil
  }

  private func remainingCount() throws(EvaluationError) -> Int {
    if let remaining { return remaining }
    return try RowCount.value(of: count, clause: "SKIP", run: run)
  }

  func reset() {
    remaining = nil
    input.reset()
  }

  func rest() { input.rest() }
}
