import GraphModel

extension Procedure {
  static let schemaKinds = Procedure(
    name: "schema.kinds",
    summary: """
      The kinds that the schema declares: what they are called, the properties that every node of the kind must have, \
      all that it may have, and with which values a node is inactive. No rows without a schema.
      """,
    outputs: [
      .init("kind", .string), .init("caption", .map), .init("required", .list(of: .string)),
      .init("properties", .list(of: .string)), .init("inactive", .map), .init("nodes", .integer),
    ],
    examples: [
      .init(
        "CALL schema.kinds() YIELD kind, required, inactive RETURN kind, required, inactive",
        [
          [.string("Document"), .list([.string("name")]), .map(["status": .list([.string("retired")])])],
          [.string("DesignLink"), .list([]), .map([:])],
        ])
    ]
  ) { context, _ throws(EvaluationError) in
    let graph = context.graph
    return (graph.schema?.kinds ?? []).map { kind in
      let nodes = graph.symbols.label(kind.name).map { label in
        graph.candidateRanges(label: label).joined().count { graph.contains(NodeIndex($0), label: label) }
      }
      return [
        .string(kind.name), SchemaValues.caption(kind.caption), SchemaValues.required(kind.properties),
        SchemaValues.names(kind.properties.map(\.name)), SchemaValues.inactive(kind.inactive),
        .integer(Int64(nodes ?? 0)),
      ]
    }
  }
}
