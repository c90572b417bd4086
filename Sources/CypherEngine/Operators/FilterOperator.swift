import CypherSemantics

/// Keeps the rows for which a condition is true.
final class FilterOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let condition: BoundExpression
  private let evaluator: Evaluator
  private let run: QueryRun

  init(run: QueryRun, input: any PhysicalOperator, condition: BoundExpression) {
    self.run = run
    self.input = input
    self.condition = condition
    evaluator = Evaluator(run)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    var rows: [Int32] = []
    for row in 0..<batch.count {
      if try evaluator.truth(condition, row: row, of: batch) == true { rows.append(Int32(row)) }
      try run.budget.check()
    }
    return rows.count == batch.count ? batch : batch.gathering(rows)
  }

  func reset() { input.reset() }
}
