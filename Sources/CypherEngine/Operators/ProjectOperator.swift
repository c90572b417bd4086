import CypherSemantics

/// Computes new slots.
final class ProjectOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let items: [BoundProjection.Item]
  private let evaluator: Evaluator

  init(run: QueryRun, input: any PhysicalOperator, items: [BoundProjection.Item]) {
    self.input = input
    self.items = items
    evaluator = Evaluator(run)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard var batch = try input.next() else { return nil }
    if items.count == 1 {
      let column = try evaluator.column(items[0].expression, of: batch)
      batch[items[0].slot] = column
      return batch
    }
    // All of them from the rows as they came.
    var columns: [Column] = []
    columns.reserveCapacity(items.count)
    for item in items { columns.append(try evaluator.column(item.expression, of: batch)) }
    for (position, item) in items.enumerated() { batch[item.slot] = columns[position] }
    return batch
  }

  func reset() { input.reset() }

  func rest() { input.rest() }
}
