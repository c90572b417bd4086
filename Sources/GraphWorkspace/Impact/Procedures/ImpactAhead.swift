import CypherSemantics
import Governance
import GraphModel
import ImpactAnalysis

extension Procedure {
  static func impactRanking(_ memory: ImpactMemory) -> Procedure {
    Procedure(
      name: "impact.ranking",
      summary: """
        What carries most: nodes by how many others would be broken, degraded and to be reviewed if each were retired by \
        itself, then by how many would have nobody left (unowned). Only nodes of a kind, if one is named; at most so many as `limit` says, all of them with null.
        """,
      inputs: [.init("kind", .string, default: .null), .init("limit", .integer, default: .integer(20))],
      outputs: [
        .init("node", .node), .init("broken", .integer), .init("degraded", .integer), .init("review", .integer),
        .init("unowned", .integer),
      ],
      examples: [
        .init(
          "CALL impact.ranking('Document') YIELD node, broken RETURN node.name, broken",
          [[.string("Plan"), .integer(1)]], after: exampleSetup)
      ]
    ) { context, arguments throws(EvaluationError) in
      let call = ImpactCall(context, memory)
      let nodes = try call.nodes(ofKind: arguments[0])
      var limit: Int?
      if case .integer(let number) = arguments[1] { limit = Int(clamping: max(0, number)) }
      let ranking = try call.working { (impact, check) throws(EvaluationError) in
        try impact.ranking(of: nodes, limit: limit, check: check)
      }
      return ranking.map { ranked in
        [
          .node(ranked.element.node), .integer(Int64(ranked.counts.broken)), .integer(Int64(ranked.counts.degraded)),
          .integer(Int64(ranked.counts.review)), .integer(Int64(ranked.counts.unowned)),
        ]
      }
    }
  }

  static func impactSafe(_ memory: ImpactMemory) -> Procedure {
    Procedure(
      name: "impact.safe",
      summary: """
        What can be retired now without making anything worse, with the code of the reason: `unused`, `inactive-users` \
        or `already-affected`. Only nodes of a kind, if one is named.
        """,
      inputs: [.init("kind", .string, default: .null)],
      outputs: [.init("node", .node), .init("reason", .string)],
      examples: [
        .init(
          "CALL impact.safe('Document') YIELD node, reason RETURN node.name, reason",
          [[.string("Fri"), .string("unused")]],
          after: "CREATE (:Document {key: 'd-3', name: 'Fri', status: 'valid'})")
      ]
    ) { context, arguments throws(EvaluationError) in
      let call = ImpactCall(context, memory)
      let nodes = try call.nodes(ofKind: arguments[0])
      return try call.working { (impact, _) in impact.analysis.safeToRetire(among: nodes) }.map { safe in
        [.node(safe.element.node), .string(safe.reason.rawValue)]
      }
    }
  }

  static func impactExpiring(_ memory: ImpactMemory) -> Procedure {
    Procedure(
      name: "impact.expiring",
      summary: """
        What is active still and will not be valid on a day (a date, or its text), by the end of its validity, with what \
        its own retirement would do. Only nodes of a kind, if one is named, else of all kinds that declare `valid_to`.
        """,
      inputs: [.init("before", .any), .init("kind", .string, default: .null)],
      outputs: [
        .init("node", .node), .init("validTo", .string), .init("broken", .integer), .init("degraded", .integer),
        .init("review", .integer),
      ],
      examples: [
        .init(
          "CALL impact.expiring(date('2030-01-01')) YIELD node RETURN count(node) AS n", [[.integer(0)]],
          after: exampleSetup)
      ]
    ) { context, arguments throws(EvaluationError) in
      let call = ImpactCall(context, memory)
      let day = try call.day(arguments[0])
      let nodes = try call.nodes(ofKindThatEnds: arguments[1])
      let expiring = try call.working { (impact, check) throws(EvaluationError) in
        try impact.expiring(nodes, before: day, check: check)
      }
      return expiring.map { expiring in
        [
          .node(expiring.element.node), .string(expiring.validTo), .integer(Int64(expiring.counts.broken)),
          .integer(Int64(expiring.counts.degraded)), .integer(Int64(expiring.counts.review)),
        ]
      }
    }
  }

  static func impactPlan(_ memory: ImpactMemory) -> Procedure {
    Procedure(
      name: "impact.plan",
      summary: """
        The order in which nodes are best retired: for each step the node, what newly breaks, and how many stand broken \
        after it.
        """,
      inputs: [.init("nodes", .list(of: .any))],
      outputs: [
        .init("step", .integer), .init("node", .node), .init("newlyBroken", .list(of: .node)),
        .init("broken", .integer),
      ],
      examples: [
        .init(
          "CALL impact.plan(['d-1', 'l-1']) YIELD step, node, broken RETURN step, node.key, broken",
          [[.integer(1), .string("l-1"), .integer(0)], [.integer(2), .string("d-1"), .integer(0)]],
          after: exampleSetup)
      ]
    ) { context, arguments throws(EvaluationError) in
      let call = ImpactCall(context, memory)
      let nodes = try call.nodes(arguments[0])
      let plan = try call.working { (impact, check) throws(EvaluationError) in
        try impact.analysis.plan(retiring: nodes, check: check)
      }
      return plan.steps.enumerated().map { position, step in
        [
          .integer(Int64(position + 1)), .node(step.element.node), .list(step.newlyBroken.map { .node($0.node) }),
          .integer(Int64(step.broken)),
        ]
      }
    }
  }
}
