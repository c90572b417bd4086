import CypherSemantics
import GraphModel

/// For each input row the nodes whose property has a value.
final class NodeSeekOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let seek: LogicalPlan.NodeSeek
  private let evaluator: Evaluator

  init(run: QueryRun, input: any PhysicalOperator, seek: LogicalPlan.NodeSeek) {
    self.run = run
    self.input = input
    self.seek = seek
    evaluator = Evaluator(run)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    var rows: [Int32] = []
    var nodes: [NodeIndex] = []
    for row in 0..<batch.count {
      try run.budget.check()
      for node in try find(row: row, of: batch) {
        rows.append(Int32(row))
        nodes.append(node)
      }
    }
    try run.budget.check()
    var output = batch.gathering(rows)
    output[seek.slot] = .nodes(nodes)
    return output
  }

  func reset() { input.reset() }

  private func find(row: Int, of batch: RowBatch) throws(EvaluationError) -> [NodeIndex] {
    let value = try evaluator.value(seek.value, row: row, of: batch)
    guard let key = run.key(seek.property) else { return [] }
    if let wanted = seek.label {
      guard let label = run.label(wanted) else { return [] }
      return try found(key, value).filter { run.context.graph.hasLabel(label, $0) }
    }
    return try found(key, value)
  }

  private func found(_ key: PropertyKeyID, _ value: Value) throws(EvaluationError) -> [NodeIndex] {
    guard seek.isList else { return nodes(key, value) }
    switch value {
    case .null: return []
    case .list(let items):
      var found: Set<NodeIndex> = []
      for item in items { found.formUnion(nodes(key, item)) }
      return found.sorted()
    default: throw EvaluationError.invalidArgument(value, expected: "a list", in: "IN").located(at: seek.value.span)
    }
  }

  /// An index finds what is equivalent; the pattern asks for what is equal.
  private func nodes(_ key: PropertyKeyID, _ value: Value) -> [NodeIndex] {
    guard value.equality(with: value) == true else { return [] }
    return run.context.graph.nodes(where: key, equals: value)
  }
}
