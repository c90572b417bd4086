import CypherSemantics
import Governance
import GraphModel
import ImpactAnalysis

extension Procedure {
  static func impactUnowned(_ memory: ImpactMemory) -> Procedure {
    Procedure(
      name: "impact.unowned",
      summary: """
        What loses an owner or the like if nodes are retired, such as a council that closes: the node, what it loses, what \
        that was to it, who else is the same to it, and whether nobody is left. Options as of impact.retire.
        """,
      inputs: [.init("nodes", .list(of: .any)), .init("options", .map, default: .map([:]))],
      outputs: [
        .init("node", .node), .init("lost", .node), .init("role", .string), .init("remaining", .list(of: .node)),
        .init("isLeftAlone", .boolean),
      ],
      examples: [
        .init("CALL impact.unowned(['d-1']) YIELD node RETURN count(node) AS n", [[.integer(0)]], after: exampleSetup)
      ]
    ) { context, arguments throws(EvaluationError) in
      let call = ImpactCall(context, memory)
      let report = call.impact.report(
        on: ImpactScenario(retired: try call.nodes(arguments[0]), replacements: try call.options(arguments[1])))
      return report.unowned.map { unowned in
        [
          .node(unowned.element.node), .node(unowned.lost.node), .string(unowned.role),
          .list(unowned.remaining.map { .node($0.node) }), .boolean(unowned.isLeftAlone),
        ]
      }
    }
  }
}
