import GraphModel

extension Procedure {
  static let nodeTypeProperties = Procedure(
    name: "db.schema.nodeTypeProperties",
    summary: """
      The properties that the nodes with each set of labels have: the types of their values, and whether every such \
      node has them. Reads the whole graph.
      """,
    outputs: [.init("nodeType", .string), .init("nodeLabels", .list(of: .string))] + PropertyUse.outputs,
    examples: [
      .init(
        """
        CALL db.schema.nodeTypeProperties() YIELD nodeType, propertyName, propertyTypes, mandatory
        RETURN *
        """,
        [
          [.boolean(true), .string(":`Document`"), .string("name"), .list([.string("STRING")])],
          [.boolean(false), .string(":`Document`"), .string("pages"), .list([.string("INTEGER")])],
        ], after: "CREATE (:Document {name: 'A', pages: 3}), (:Document {name: 'B'})")
    ]
  ) { context, _ throws(EvaluationError) in
    let graph = context.graph
    var uses: [[LabelID]: PropertyUse] = [:]
    for node in graph.liveNodes {
      uses[graph.labels(of: node).sorted(), default: PropertyUse()].add(graph.properties(of: node))
    }
    return uses.map { labels, use in
      (labels: labels.map(graph.symbols.name(of:)).sorted { $0.precedesByCodePoints($1) }, use: use)
    }.sorted { $0.labels.lexicographicallyPrecedes($1.labels) { $0.precedesByCodePoints($1) } }
      .flatMap { labels, use in
        let type = labels.map { ":`\($0)`" }.joined()
        return use.rows(graph.symbols).map { [.string(type), .list(labels.map(Value.string))] + $0 }
      }
  }
}
