import CypherSemantics

/// Gives the first rows and then asks no more.
final class LimitOperator: PhysicalOperator {
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
    let left = try remainingCount()
    remaining = left
    guard left > 0 || run.isWriting, let batch = try input.next() else { return nil }
    remaining = left - min(left, batch.count)
    if batch.count <= left { return batch }
    return batch.gathering(Array(0..<Int32(left)))
  }

  private func remainingCount() throws(EvaluationError) -> Int {
    if let remaining { return remaining }
    return try RowCount.value(of: count, clause: "LIMIT", run: run)
  }

  func reset() {
    remaining = nil
    input.reset()
  }

  func rest() { input.rest() }
}
