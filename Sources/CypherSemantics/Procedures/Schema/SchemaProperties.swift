import GraphModel

extension Procedure {
  static let schemaProperties = Procedure(
    name: "schema.properties",
    summary: """
      The properties that the schema declares, of each kind and relationship type: their types, whether they are \
      required, the values that are allowed where not all are, and what they are called.
      """,
    outputs: [
      .init("owner", .string), .init("property", .string), .init("type", .string), .init("required", .boolean),
      .init("values", .anyList), .init("caption", .map),
    ],
    examples: [
      .init(
        "CALL schema.properties() YIELD owner, property, type, required, values RETURN *",
        [
          [.string("Document"), .string("name"), .boolean(true), .string("string"), .null],
          [
            .string("Document"), .string("status"), .boolean(false), .string("string"),
            .list([.string("valid"), .string("retired")]),
          ],
          [.string("LINKS_TO"), .string("since"), .boolean(false), .string("date"), .null],
        ])
    ]
  ) { context, _ throws(EvaluationError) in
    guard let schema = context.graph.schema else { return [] }
    let owners =
      schema.kinds.map { ($0.name, $0.properties) } + schema.relationshipTypes.map { ($0.name, $0.properties) }
    return owners.flatMap { owner, properties in
      properties.map { property in
        [
          .string(owner), .string(property.name), .string(SchemaValues.type(property.type)),
          .boolean(property.isRequired), property.allowedValues.map(Value.list) ?? .null,
          SchemaValues.caption(property.caption),
        ]
      }
    }
  }
}
