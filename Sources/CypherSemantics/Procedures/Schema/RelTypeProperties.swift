import GraphModel

extension Procedure {
  static let relTypeProperties = Procedure(
    name: "db.schema.relTypeProperties",
    summary: """
      The properties that the relationships of each type have: the types of their values, and whether every such \
      relationship has them. Reads the whole graph.
      """,
    outputs: [.init("relType", .string)] + PropertyUse.outputs,
    examples: [
      .init(
        "CALL db.schema.relTypeProperties()",
        [[.string(":`CITES`"), .string("lines"), .list([.string("STRING")]), .boolean(true)]],
        after: "CREATE (:Document)-[:CITES {lines: '10'}]->(:Document)")
    ]
  ) { context, _ throws(EvaluationError) in
    let graph = context.graph
    var uses: [TypeID: PropertyUse] = [:]
    for relationship in graph.liveRelationships {
      uses[graph.type(of: relationship), default: PropertyUse()].add(graph.properties(of: relationship))
    }
    return uses.map { (name: graph.symbols.name(of: $0.key), use: $0.value) }
      .sorted { $0.name.precedesByCodePoints($1.name) }
      .flatMap { name, use in use.rows(graph.symbols).map { [.string(":`\(name)`")] + $0 } }
  }
}
