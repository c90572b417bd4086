import CypherSemantics

/// Keeps the rows for which a condition is true.
final class FilterOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let filter: RowFilter

  init(run: QueryRun, input: any PhysicalOperator, condition: BoundExpression) {
    self.input = input
    filter = RowFilter(run, [condition])
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    let rows = try filter.rows(of: batch)
    return rows.count == batch.count ? batch : batch.gathering(rows)
  }

  func reset() { input.reset() }
}
