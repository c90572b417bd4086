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
    var nodes: [NodeIndex] = []
    if batch.count == 1 {
      try find(row: 0, of: batch, into: &nodes)
      try run.budget.check()
      return nodes.count == 1
        ? with(batch, nodes) : with(batch.gathering([Int32](repeating: 0, count: nodes.count)), nodes)
    }
    var rows: [Int32] = []
    for row in 0..<batch.count {
      try run.budget.check()
      try find(row: row, of: batch, into: &nodes)
      while rows.count < nodes.count { rows.append(Int32(row)) }
    }
    return with(batch.gathering(rows), nodes)
  }

  private func with(_ rows: consuming RowBatch, _ nodes: [NodeIndex]) -> RowBatch {
    var output = rows
    output[seek.slot] = .nodes(nodes)
    return output
  }

  func reset() { input.reset() }

  func rest() { input.rest() }

  private func find(row: Int, of batch: RowBatch, into nodes: inout [NodeIndex]) throws(EvaluationError) {
    let value = try evaluator.value(seek.value, row: row, of: batch)
    guard let key = run.key(seek.property) else { return }
    let graph = run.graph
    let start = nodes.count
    guard seek.isList else {
      add(graph, key, value, to: &nodes)
      return filter(&nodes, from: start, graph)
    }
    switch value {
    case .null: return
    case .list(let items):
      for item in items { add(graph, key, item, to: &nodes) }
      sortOnce(&nodes, from: start)
      filter(&nodes, from: start, graph)
    default: throw EvaluationError.invalidArgument(value, expected: "a list", in: "IN").located(at: seek.value.span)
    }
  }

  /// An index finds what is equivalent; the pattern asks for what is equal.
  private func add(_ graph: GraphView, _ key: PropertyKeyID, _ value: Value, to nodes: inout [NodeIndex]) {
    switch value {
    case .string, .integer, .boolean, .date: break
    default: if value.equality(with: value) != true { return }
    }
    graph.appendNodes(where: key, equals: value, to: &nodes)
  }

  /// In order of number, each node once.
  private func sortOnce(_ nodes: inout [NodeIndex], from start: Int) {
    nodes[start...].sort()
    var end = start
    for position in start..<nodes.count where position == start || nodes[position] != nodes[end - 1] {
      nodes[end] = nodes[position]
      end += 1
    }
    nodes.removeLast(nodes.count - end)
  }

  /// Keeps the nodes that have the pattern's label.
  private func filter(_ nodes: inout [NodeIndex], from start: Int, _ graph: GraphView) {
    guard let wanted = seek.label else { return }
    guard let label = run.label(wanted) else { return nodes.removeLast(nodes.count - start) }
    var end = start
    for position in start..<nodes.count where graph.hasLabel(label, nodes[position]) {
      nodes[end] = nodes[position]
      end += 1
    }
    nodes.removeLast(nodes.count - end)
  }
}
