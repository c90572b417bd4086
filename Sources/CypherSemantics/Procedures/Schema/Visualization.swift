import GraphModel

extension Procedure {
  static let visualization = Procedure(
    name: "db.schema.visualization",
    summary: """
      The graph in one row, as its labels and what runs between them: a map with name and count for each label, and \
      one with type, from, to and count for each triple of labels and type. Reads the whole graph.
      """,
    outputs: [.init("nodes", .list(of: .map)), .init("relationships", .list(of: .map))],
    examples: [
      .init(
        "CALL db.schema.visualization()",
        [
          [
            .list([
              .map(["name": .string("DesignLink"), "count": .integer(2)]),
              .map(["name": .string("Document"), "count": .integer(1)]),
            ]),
            .list([
              .map([
                "type": .string("LINKS_TO"), "from": .string("DesignLink"), "to": .string("Document"),
                "count": .integer(2),
              ])
            ]),
          ]
        ], after: "CREATE (:DesignLink)-[:LINKS_TO]->(:Document)<-[:LINKS_TO]-(:DesignLink)")
    ]
  ) { context, _ throws(EvaluationError) in
    let graph = context.graph
    var nodes: [LabelID: Int] = [:]
    for node in graph.liveNodes { for label in graph.labels(of: node) { nodes[label, default: 0] += 1 } }
    var runs: [LabelledRun: Int] = [:]
    for relationship in graph.liveRelationships {
      let type = graph.type(of: relationship)
      for from in graph.labels(of: graph.start(of: relationship)) {
        for to in graph.labels(of: graph.end(of: relationship)) {
          runs[LabelledRun(from: from, type: type, to: to), default: 0] += 1
        }
      }
    }
    let symbols = graph.symbols
    let labels = nodes.map { (name: symbols.name(of: $0.key), count: $0.value) }
      .sorted { $0.name.precedesByCodePoints($1.name) }
      .map { Value.map(["name": .string($0.name), "count": .integer(Int64($0.count))]) }
    let relationships = runs.map { run, count in
      (
        names: [symbols.name(of: run.type), symbols.name(of: run.from), symbols.name(of: run.to)],
        count: count
      )
    }.sorted { $0.names.lexicographicallyPrecedes($1.names) { $0.precedesByCodePoints($1) } }
      .map { run in
        Value.map([
          "type": .string(run.names[0]), "from": .string(run.names[1]), "to": .string(run.names[2]),
          "count": .integer(Int64(run.count)),
        ])
      }
    return [[.list(labels), .list(relationships)]]
  }
}

/// A type of relationship between nodes with two labels.
private struct LabelledRun: Hashable {
  var from: LabelID
  var type: TypeID
  var to: LabelID
}
