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
    let source = batch
    for item in items { batch[item.slot] = try evaluator.column(item.expression, of: source) }
    return batch
  }

  func reset() { input.reset() }
}
