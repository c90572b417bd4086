import CypherSemantics
import GraphModel
import ImpactAnalysis

extension Procedure {
  static func impactRetire(_ memory: ImpactMemory) -> Procedure {
    Procedure(
      name: "impact.retire",
      summary: """
        What happens if nodes are retired: each affected node, worst effect first, with the number of steps, the nodes of \
        the chain that explains it, the responsible councils, and whether it was like this before. The nodes are given \
        by key, by a name that only one has, or as nodes. `{replace: {old: new}}` puts others in their place. It sees \
        the graph of the question: `--valid-on`, and what the statement has written.
        """,
      inputs: [.init("nodes", .list(of: .any)), .init("options", .map, default: .map([:]))],
      outputs: ImpactCall.fields,
      examples: [
        .init(
          "CALL impact.retire(['d-1']) YIELD node, effect, distance RETURN node.name, effect, distance",
          [[.string("Länk"), .string("broken"), .integer(1)]],
          after: exampleSetup),
        .init(
          """
          MATCH (d:Document) CALL impact.retire([d]) YIELD node
          RETURN d.name, count(node) AS affected ORDER BY d.name
          """,
          [[.string("Plan"), .integer(1)]],
          after: exampleSetup),
      ]
    ) { context, arguments throws(EvaluationError) in
      let call = ImpactCall(context, memory)
      return try call.rows(
        ImpactScenario(retired: call.nodes(arguments[0]), replacements: call.options(arguments[1])))
    }
  }

  /// Two documents and a link to one of them.
  static let exampleSetup = """
    CREATE (:Document {key: 'd-1', name: 'Plan', status: 'valid'})<-[:LINKS_TO]-(:DesignLink {key: 'l-1', name: 'Länk'}), \
    (:Document {key: 'd-2', name: 'Ny plan', status: 'retired'})
    """
}
