import GraphModel

/// Finds the nodes and relationships that the values of an answer name.
enum ElementCollector {
  static func elements(of rows: [[Value]], in graph: GraphView) -> Subgraph {
    var elements = Subgraph()
    for row in rows { for value in row { collect(value, in: graph, into: &elements) } }
    return elements
  }

  private static func collect(_ value: Value, in graph: GraphView, into elements: inout Subgraph) {
    switch value {
    case .node(let node): add(node, in: graph, to: &elements)
    case .relationship(let relationship): add(relationship, in: graph, to: &elements)
    case .path(let path):
      for node in path.nodes { add(node, in: graph, to: &elements) }
      for relationship in path.relationships { add(relationship, in: graph, to: &elements) }
    case .list(let items): for item in items { collect(item, in: graph, into: &elements) }
    case .map(let map): for item in map.values { collect(item, in: graph, into: &elements) }
    default: break
    }
  }

  private static func add(_ node: NodeIndex, in graph: GraphView, to elements: inout Subgraph) {
    if elements.nodes[node] == nil { elements.nodes[node] = graph.data(of: node) }
  }

  private static func add(_ relationship: RelationshipIndex, in graph: GraphView, to elements: inout Subgraph) {
    if elements.relationships[relationship] == nil {
      elements.relationships[relationship] = graph.data(of: relationship)
    }
  }
}
