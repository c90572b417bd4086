import CypherSemantics
import Governance
import GraphModel
import ImpactAnalysis

extension Procedure {
  static func impactCures(_ memory: ImpactMemory) -> Procedure {
    Procedure(
      name: "impact.cures",
      summary: """
        What could be pointed at instead of each retired node at which something breaks, best first: the candidate, how \
        much speaks for it (0 to 1), the codes of the reasons, and the code of why it may not as things stand, or null. \
        Nothing is ever replaced by itself.
        """,
      inputs: [.init("nodes", .list(of: .any)), .init("limit", .integer, default: .integer(5))],
      outputs: [
        .init("old", .node), .init("candidate", .node), .init("score", .float), .init("reasons", .list(of: .string)),
        .init("refusal", .string),
      ],
      examples: [
        .init(
          "CALL impact.cures(['d-1']) YIELD candidate, score RETURN candidate.name, score > 0 AS speaks",
          [], after: exampleSetup)
      ]
    ) { context, arguments throws(EvaluationError) in
      let call = ImpactCall(context, memory)
      let report = call.impact.report(on: ImpactScenario(retired: try call.nodes(arguments[0])))
      try context.budget.checkNow()
      var limit = 5
      if case .integer(let number) = arguments[1] { limit = Int(clamping: max(0, number)) }
      return call.impact.cures(for: report, limit: limit).flatMap { cure in
        cure.candidates.map { candidate in
          [
            .node(cure.old.node), .node(candidate.element.node), .float(candidate.score),
            .list(candidate.reasons.map { .string($0.code.rawValue) }),
            candidate.refusal.map { .string($0.code.rawValue) } ?? .null,
          ]
        }
      }
    }
  }
}
