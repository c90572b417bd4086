import CypherSemantics
import GraphModel

/// `DELETE` and `DETACH DELETE`. That no relationship is left dangling is asked at the end of the statement.
final class DeleteOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let items: [BoundExpression]
  private let isDetaching: Bool
  private let evaluator: Evaluator

  init(run: QueryRun, input: any PhysicalOperator, items: [BoundExpression], isDetaching: Bool) {
    self.run = run
    self.input = input
    self.items = items
    self.isDetaching = isDetaching
    evaluator = Evaluator(run)
    if !isDetaching, run.deletionSpan == nil { run.deletionSpan = items.first?.span }
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    // Everything is looked up before anything goes, since a later row may speak of what an earlier one deletes.
    var doomed: [Value] = []
    for row in 0..<batch.count {
      for item in items { doomed.append(try evaluator.value(item, row: row, of: batch)) }
      try run.budget.check()
    }
    for (index, value) in doomed.enumerated() {
      try EvaluationError.locating(at: items[index % items.count].span) { () throws(EvaluationError) in
        try delete(value)
      }
    }
    return batch
  }

  func reset() { input.reset() }

  private func delete(_ value: Value) throws(EvaluationError) {
    switch value {
    case .null: break
    case .node(let node): delete(node)
    case .relationship(let relationship): delete(relationship)
    case .path(let path):
      for relationship in path.relationships { delete(relationship) }
      for node in path.nodes { delete(node) }
    default: throw .invalidArgument(value, expected: "a node, a relationship or a path", in: "DELETE")
    }
  }

  private func delete(_ node: NodeIndex) {
    if isDetaching {
      var neighbours: [Neighbour] = []
      run.context.graph.appendRelationships(of: node, .both, types: nil, to: &neighbours)
      for neighbour in neighbours { delete(neighbour.relationship) }
    }
    if run.context.graph.delete(node) { run.context.counts.nodesDeleted += 1 }
  }

  private func delete(_ relationship: RelationshipIndex) {
    if run.context.graph.delete(relationship) { run.context.counts.relationshipsDeleted += 1 }
  }
}
