import CypherSemantics
import GraphModel

/// Keeps the rows for which a condition is true.
final class FilterOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let condition: BoundExpression
  private let evaluator: Evaluator
  private let run: QueryRun
  /// Where the condition asks for labels alone: the nodes of the snapshot that have them.
  private var labelled: LabelRanges?

  init(run: QueryRun, input: any PhysicalOperator, condition: BoundExpression) {
    self.run = run
    self.input = input
    self.condition = condition
    evaluator = Evaluator(run)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    var rows: [Int32] = []
    if case .hasLabels(let element, let labels) = condition.kind, case .slot(let slot) = element.kind,
      case .nodes(let nodes) = batch[slot], !run.context.graph.hasOverlay
    {
      let labelled = labelled ?? LabelRanges(labels, run)
      self.labelled = labelled
      rows.reserveCapacity(batch.count)
      for row in nodes.indices where labelled.contains(nodes[row]) { rows.append(Int32(row)) }
      try run.budget.check()
      return rows.count == batch.count ? batch : batch.gathering(rows)
    }
    for row in 0..<batch.count {
      if try evaluator.truth(condition, row: row, of: batch) == true { rows.append(Int32(row)) }
      try run.budget.check()
    }
    return rows.count == batch.count ? batch : batch.gathering(rows)
  }

  func reset() { input.reset() }
}
