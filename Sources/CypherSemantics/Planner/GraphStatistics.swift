public import GraphModel

/// What the planner knows of a graph's size, by name.
public struct GraphStatistics: Sendable {
  private let graph: GraphView

  public init(_ graph: GraphView) {
    self.graph = graph
  }

  public var nodeCount: Double { Double(max(1, graph.snapshot.nodeCount)) }

  /// How many nodes have a label; all nodes for `nil`.
  func nodes(withLabel label: String?) -> Double {
    guard let label else { return nodeCount }
    guard let id = graph.snapshot.symbols.label(label) else { return 0 }
    return Double(graph.snapshot.nodeCount(withLabel: id))
  }

  /// How many relationships a node has on average, in one direction or both.
  func meanDegree(types: [String]?, isEither: Bool) -> Double {
    let snapshot = graph.snapshot
    var count = 0
    if let types {
      for name in types { count += snapshot.symbols.type(name).map { snapshot.typeRanges[Int($0.raw)].count } ?? 0 }
    } else {
      count = snapshot.relationshipCount
    }
    return Double(count) * (isEither ? 2 : 1) / nodeCount
  }
}
