import GraphModel

extension Procedure {
  static let propertyKeys = Procedure(
    name: "db.propertyKeys", summary: "The names of the properties that nodes and relationships have.",
    outputs: [.init("propertyKey", .string)],
    examples: [
      .init(
        "CALL db.propertyKeys()", [[.string("key")], [.string("name")]],
        after: "CREATE (:Document {key: 'd-1', name: 'Plan'})")
    ],
    availability: .neo4j()
  ) { context, _ throws(EvaluationError) in
    NameRows.rows(context.graph.symbols.propertyKeys)
  }
}
