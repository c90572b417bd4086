import CypherSemantics
import GraphModel

/// Finds the nodes and relationships that the values of an answer name.
enum ElementCollector {
  /// - Throws: when the elements are more than the query may hold.
  static func add(
    _ rows: ResultRows, in graph: GraphView, _ budget: BudgetMeter, to elements: inout Subgraph
  ) throws(EvaluationError) {
    for column in rows.columns {
      // Texts name no elements.
      guard case .values(let values) = column else { continue }
      for value in values where value.mayHoldElements { try collect(value, in: graph, budget, into: &elements) }
    }
  }

  private static func collect(
    _ value: Value, in graph: GraphView, _ budget: BudgetMeter, into elements: inout Subgraph
  ) throws(EvaluationError) {
    switch value {
    case .node(let node): try add(node, in: graph, budget, to: &elements)
    case .relationship(let relationship): try add(relationship, in: graph, budget, to: &elements)
    case .path(let path):
      for node in path.nodes { try add(node, in: graph, budget, to: &elements) }
      for relationship in path.relationships { try add(relationship, in: graph, budget, to: &elements) }
    case .list(let items): for item in items { try collect(item, in: graph, budget, into: &elements) }
    case .map(let map): for item in map.values { try collect(item, in: graph, budget, into: &elements) }
    default: return
    }
  }

  private static func add(
    _ node: NodeIndex, in graph: GraphView, _ budget: BudgetMeter, to elements: inout Subgraph
  ) throws(EvaluationError) {
    guard elements.nodes[node] == nil else { return }
    let data = graph.data(of: node)
    try budget.hold(bytes(data.properties.count))
    elements.nodes[node] = data
    try budget.check()
  }

  private static func add(
    _ relationship: RelationshipIndex, in graph: GraphView, _ budget: BudgetMeter, to elements: inout Subgraph
  ) throws(EvaluationError) {
    guard elements.relationships[relationship] == nil else { return }
    let data = graph.data(of: relationship)
    try budget.hold(bytes(data.properties.count))
    elements.relationships[relationship] = data
    try budget.check()
  }

  /// Of an element with so many properties: its place and labels, and a dictionary of texts that the snapshot shares.
  private static func bytes(_ properties: Int) -> Int {
    200 + properties * 2 * (16 + ValueFootprint.stride)
  }
}

extension Value {
  fileprivate var mayHoldElements: Bool {
    switch self {
    case .node, .relationship, .path, .list, .map: true
    default: false
    }
  }
}
