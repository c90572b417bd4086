public import GraphModel

extension ImpactReport {
  /// The columns of `table`.
  public static let columns = [
    "effect", "key", "kind", "name", "distance", "because", "via", "responsible", "already",
  ]

  /// A row for each affected node, in the order of `affected`; what there is several of is a list of keys or names.
  public var table: ResultTable {
    let rows = affected.map { element -> [Value] in
      [
        .string(element.effect.name), .string(element.key), .string(element.kind), .string(element.name),
        .integer(Int64(element.distance)), .list(because(element).map { .string($0) }),
        .list(via(element).map { .string($0) }), .list(element.responsible.map { .string($0.key) }),
        .boolean(element.already),
      ]
    }
    return ResultTable(columns: ImpactReport.columns, rows: rows)
  }

  /// The retired and the affected nodes with the relationships of the chains that explain them, for pictures.
  public var subgraph: Subgraph {
    var subgraph = Subgraph()
    func add(_ node: NodeIndex) {
      if subgraph.nodes[node] == nil { subgraph.nodes[node] = graph.data(of: node) }
    }
    for element in retired + underReview { add(element.node) }
    var seen: Set<Int> = []
    for element in affected {
      add(element.node)
      element.chain.forEachStep(notIn: &seen) { relationship in
        subgraph.relationships[relationship] = graph.data(of: relationship)
        add(graph.start(of: relationship))
        add(graph.end(of: relationship))
      }
    }
    return subgraph
  }

  /// The effect on each affected node.
  public var effects: [NodeIndex: ImpactEffect] {
    Dictionary(affected.map { ($0.node, $0.effect) }) { first, _ in first }
  }
}
