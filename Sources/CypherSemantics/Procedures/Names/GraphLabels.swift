import GraphModel

extension Procedure {
  static let labels = Procedure(
    name: "db.labels", summary: "The labels of the graph: with a schema, the kinds that nodes have.",
    outputs: [.init("label", .string)],
    examples: [
      .init(
        "CALL db.labels()", [[.string("DesignLink")], [.string("Document")]],
        after: "CREATE (:DesignLink)-[:LINKS_TO]->(:Document)")
    ],
    availability: .neo4j()
  ) { context, _ throws(EvaluationError) in
    NameRows.rows(context.graph.symbols.labels)
  }
}
