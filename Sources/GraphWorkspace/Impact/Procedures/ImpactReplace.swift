import CypherSemantics
import Governance
import GraphModel
import ImpactAnalysis

extension Procedure {
  static func impactReplace(_ memory: ImpactMemory) -> Procedure {
    Procedure(
      name: "impact.replace",
      summary: """
        What happens if one node takes another's place: what would break has the effect `repoint`. If it may not take its \
        place (impact.refusals says why), the old one is retired all the same, and what breaks breaks.
        """,
      inputs: [.init("old", .any), .init("new", .any)], outputs: ImpactCall.fields,
      examples: [
        .init(
          "CALL impact.replace('d-1', 'd-2') YIELD node, effect RETURN node.key, effect",
          [[.string("l-1"), .string("broken")]], after: exampleSetup)
      ]
    ) { context, arguments throws(EvaluationError) in
      let call = ImpactCall(context, memory)
      let replacement = ImpactScenario.Replacement(old: try call.node(arguments[0]), new: try call.node(arguments[1]))
      return try call.rows(ImpactScenario(replacements: [replacement]))
    }
  }

  static func impactRefusals(_ memory: ImpactMemory) -> Procedure {
    Procedure(
      name: "impact.refusals",
      summary: """
        Why replacements are refused, as a map from the key or name of the old to the new: a row for each that is, with \
        a stable code and the reason in English. No rows: all of them may be.
        """,
      inputs: [.init("replacements", .map)],
      outputs: [.init("old", .node), .init("new", .node), .init("code", .string), .init("reason", .string)],
      examples: [
        .init(
          "CALL impact.refusals({`d-1`: 'd-2'}) YIELD old, new, code RETURN old.name, new.name, code",
          [[.string("Plan"), .string("Ny plan"), .string("inactive")]], after: exampleSetup)
      ]
    ) { context, arguments throws(EvaluationError) in
      let call = ImpactCall(context, memory)
      let report = call.impact.report(on: ImpactScenario(replacements: try call.replacements(arguments[0])))
      return report.refused.filter { context.graph.contains($0) }.map { refused in
        [
          .node(refused.old.node), .node(refused.new.node), .string(refused.reason.code.rawValue),
          .string(refused.reason.text.text(in: .english) ?? refused.reason.code.rawValue),
        ]
      }
    }
  }
}

extension GraphView {
  /// Whether both nodes of a refusal are there.
  fileprivate func contains(_ refused: ImpactReport.RefusedReplacement) -> Bool {
    [refused.old.node, refused.new.node].allSatisfy { Int($0.raw) < nodeNumberBound && !isDeleted($0) }
  }
}
