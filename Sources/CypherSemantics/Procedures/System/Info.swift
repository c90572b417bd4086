import GraphModel

extension Procedure {
  static let info = Procedure(
    name: "db.info",
    summary: "The graph in figures: the revision of the ledger that it shows, and how much there is of everything.",
    outputs: [
      .init("revision", .integer), .init("nodes", .integer), .init("relationships", .integer),
      .init("labels", .integer), .init("relationshipTypes", .integer), .init("propertyKeys", .integer),
      .init("hasSchema", .boolean),
    ],
    examples: [
      .init(
        "CALL db.info() YIELD nodes, relationships RETURN nodes, relationships", [[.integer(2), .integer(1)]],
        after: "CREATE (:Document)-[:CITES]->(:Document)")
    ]
  ) { context, _ throws(EvaluationError) in
    let graph = context.graph
    let isWhole = !graph.hasOverlay
    let nodes = isWhole ? graph.snapshot.nodeCount : graph.liveNodes.reduce(0) { count, _ in count + 1 }
    let relationships =
      isWhole ? graph.snapshot.relationshipCount : graph.liveRelationships.reduce(0) { count, _ in count + 1 }
    let counts = [
      nodes, relationships, graph.symbols.labels.count, graph.symbols.types.count, graph.symbols.propertyKeys.count,
    ]
    return [
      [.integer(graph.snapshot.revision)] + counts.map { .integer(Int64($0)) } + [.boolean(graph.schema != nil)]
    ]
  }
}
