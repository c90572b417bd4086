import CypherSemantics
import Governance
import GraphModel
import ImpactAnalysis

extension Procedure {
  static func impactWhy(_ memory: ImpactMemory) -> Procedure {
    Procedure(
      name: "impact.why",
      summary: """
        Why a node is affected if others are retired: a row for each shortest chain that produces its effect, 20 at most. \
        If it is not affected, one row with the code of the reason and no effect. Options as of impact.retire.
        """,
      inputs: [
        .init("target", .any), .init("nodes", .list(of: .any)), .init("options", .map, default: .map([:])),
      ],
      outputs: [
        .init("effect", .string), .init("distance", .integer), .init("because", .list(of: .node)),
        .init("path", .path), .init("reason", .string),
      ],
      examples: [
        .init(
          "CALL impact.why('l-1', ['d-1']) YIELD effect, distance RETURN effect, distance",
          [[.string("broken"), .integer(1)]], after: exampleSetup),
        .init(
          "CALL impact.why('d-2', ['d-1']) YIELD effect, reason RETURN effect, reason",
          [[.null, .string("inactive")]], after: exampleSetup),
      ]
    ) { context, arguments throws(EvaluationError) in
      let explanation = try ImpactCall(context, memory).explanation(arguments)
      guard let effect = explanation.effect else {
        return [[.null, .null, .list([]), .null, explanation.reason.map { .string($0.rawValue) } ?? .null]]
      }
      return explanation.chains.map { chain in
        let nodes = chain.nodes
        return [
          .string(effect.name), .integer(Int64(chain.length)), .list(nodes.map { .node($0) }),
          .path(Path(nodes: nodes, relationships: chain.relationships)), .null,
        ]
      }
    }
  }

  static func impactMendings(_ memory: ImpactMemory) -> Procedure {
    Procedure(
      name: "impact.mendings",
      summary: """
        Which single relationships, if mended, make what happens to a node less or go away: each with what happens \
        without it, or null for nothing. Arguments as of impact.why.
        """,
      inputs: [
        .init("target", .any), .init("nodes", .list(of: .any)), .init("options", .map, default: .map([:])),
      ],
      outputs: [.init("relationship", .relationship), .init("remaining", .string)],
      examples: [
        .init(
          "CALL impact.mendings('l-1', ['d-1']) YIELD relationship, remaining RETURN type(relationship), remaining",
          [[.string("LINKS_TO"), .null]], after: exampleSetup)
      ]
    ) { context, arguments throws(EvaluationError) in
      try ImpactCall(context, memory).explanation(arguments).mendings.map { mending in
        [.relationship(mending.relationship), mending.remaining.map { .string($0.name) } ?? .null]
      }
    }
  }
}

extension ImpactCall {
  /// Of a target, nodes that are retired, and options.
  fileprivate func explanation(_ arguments: [Value]) throws(EvaluationError) -> ImpactExplanation {
    let target = try node(arguments[0])
    let scenario = ImpactScenario(retired: try nodes(arguments[1]), replacements: try options(arguments[2]))
    try context.budget.checkNow()
    let explanation = impact.analysis.explain(target, in: impact.report(on: scenario))
    try context.budget.checkNow()
    return explanation
  }
}
