import CypherSemantics
import GraphModel
import ImpactAnalysis

extension Procedure {
  static func impactRevise(_ memory: ImpactMemory) -> Procedure {
    Procedure(
      name: "impact.revise",
      summary: """
        What should be looked at if nodes go under review: as impact.retire, for things that are revised and not retired.
        """,
      inputs: [.init("nodes", .list(of: .any))], outputs: ImpactCall.fields,
      examples: [
        .init(
          "CALL impact.revise(['d-1']) YIELD node, effect RETURN node.key, effect",
          [[.string("l-1"), .string("review")]],
          after: exampleSetup)
      ]
    ) { context, arguments throws(EvaluationError) in
      let call = ImpactCall(context, memory)
      return try call.rows(ImpactScenario(underReview: call.nodes(arguments[0])))
    }
  }
}
