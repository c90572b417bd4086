import GraphModel

extension Procedure {
  static let schemaRelationships = Procedure(
    name: "schema.relationships",
    summary: """
      The relationship types that the schema declares: between which kinds they run, what they are called in both \
      directions, which end depends on the other, and what it does to that end when the other is in a state.
      """,
    outputs: [
      .init("type", .string), .init("from", .list(of: .string)), .init("to", .list(of: .string)),
      .init("caption", .map), .init("inverse", .map), .init("dependent", .string), .init("impact", .map),
      .init("required", .list(of: .string)), .init("properties", .list(of: .string)),
      .init("identity", .list(of: .string)), .init("relationships", .integer),
    ],
    examples: [
      .init(
        "CALL schema.relationships() YIELD type, dependent, impact RETURN type, dependent, impact",
        [
          [
            .string("LINKS_TO"), .string("from"),
            .map(["retired": .string("broken"), "review": .string("review")]),
          ]
        ])
    ]
  ) { context, _ throws(EvaluationError) in
    let graph = context.graph
    var counts: [TypeID: Int64] = [:]
    for relationship in graph.liveRelationships { counts[graph.type(of: relationship), default: 0] += 1 }
    return (graph.schema?.relationshipTypes ?? []).map { type in
      [
        .string(type.name), SchemaValues.names(type.from), SchemaValues.names(type.to),
        SchemaValues.caption(type.caption), SchemaValues.caption(type.inverseCaption),
        .string(type.dependentEnd.rawValue), SchemaValues.impact(type.impact),
        SchemaValues.required(type.properties), SchemaValues.names(type.properties.map(\.name)),
        SchemaValues.names(type.identity), .integer(graph.symbols.type(type.name).flatMap { counts[$0] } ?? 0),
      ]
    }
  }
}
