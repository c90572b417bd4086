import GraphModel

extension Procedure {
  static let relationshipTypes = Procedure(
    name: "db.relationshipTypes", summary: "The relationship types of the graph.",
    outputs: [.init("relationshipType", .string)],
    examples: [
      .init(
        "CALL db.relationshipTypes()", [[.string("CITES")]],
        after: "CREATE (:Document)-[:CITES]->(:Document)")
    ],
    availability: .neo4j()
  ) { context, _ throws(EvaluationError) in
    NameRows.rows(context.graph.symbols.types)
  }
}
