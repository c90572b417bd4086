import Diagnostics
import Governance
import GraphModel
import ImpactAnalysis
public import Temporals

extension GraphWorkspace {
  /// Which nodes carry most: by how many others would break, be degraded and need review if each were retired by
  /// itself, and then by how many would have nobody left.
  /// - Parameters:
  ///   - kind: only nodes of this kind; `nil` is every kind.
  ///   - limit: so many at most; `nil` is all.
  /// - Throws: `DiagnosticsError` for an unknown kind, `StoreError`.
  public func impactRanking(
    kind: String? = nil, limit: Int? = 20, validOn date: CalendarDate? = nil, after scenario: Scenario? = nil
  ) throws -> ImpactListing {
    let (graph, impact) = try impactAnalysis(validOn: date, after: scenario)
    let ranked = impact.ranking(of: try nodes(ofKind: kind, in: graph), limit: limit, check: {})
    let bodies = impact.responsibilities.councils(of: ranked.map(\.element.node))
    let rows = ranked.enumerated().map { position, ranked in
      Self.cells(ranked.element) + Self.cells(ranked.counts)
        + [.integer(Int64(ranked.counts.unowned)), Self.keys(bodies[position])]
    }
    let summary =
      ranked.first.map { first in
        if first.counts.total == 0 {
          return ImpactListing.caption(
            "Nothing breaks with any of them; “\(first.element.name)” leaves most without anybody: \(first.counts.unowned).",
            "Inget går sönder med någon av dem; ”\(first.element.name)” lämnar flest utan någon: \(first.counts.unowned)."
          )
        }
        return ImpactListing.caption(
          "“\(first.element.name)” carries most: \(first.counts.total) others would be affected.",
          "”\(first.element.name)” bär mest: \(first.counts.total) andra skulle påverkas.")
      } ?? ImpactListing.caption("Nothing carries anything.", "Inget bär något annat.")
    return ImpactListing(
      "ranking", columns: ["key", "kind", "name", "broken", "degraded", "review", "unowned", "responsible"], rows: rows,
      summary: summary, notes: Self.rulesNotes(impact))
  }

  /// What can be retired now without making anything worse.
  /// - Parameter kind: only nodes of this kind; `nil` is every kind.
  /// - Throws: `DiagnosticsError` for an unknown kind, `StoreError`.
  public func safeToRetire(
    kind: String? = nil, validOn date: CalendarDate? = nil, after scenario: Scenario? = nil
  ) throws -> ImpactListing {
    let (graph, impact) = try impactAnalysis(validOn: date, after: scenario)
    let nodes = try nodes(ofKind: kind, in: graph)
    let safe = impact.analysis.safeToRetire(among: nodes)
    let bodies = impact.responsibilities.councils(of: safe.map(\.element.node))
    let rows = safe.enumerated().map { position, safe in
      Self.cells(safe.element) + [.string(safe.reason.rawValue), Self.keys(bodies[position])]
    }
    return ImpactListing(
      "safe", columns: ["key", "kind", "name", "reason", "responsible"], rows: rows,
      summary: ImpactListing.caption(
        "\(safe.count) of \(nodes.count) can be retired without making anything worse.",
        "\(safe.count) av \(nodes.count) kan tas ur bruk utan att något blir sämre."),
      notes: Self.rulesNotes(impact))
  }

  /// What is active still and will not be valid on a day, what that does together, and each by itself.
  /// - Parameter kind: only nodes of this kind; `nil` is every kind that declares `valid_to`.
  /// - Throws: `DiagnosticsError` for an unknown kind, `StoreError`.
  public func expiring(
    before day: CalendarDate, kind: String? = nil, validOn date: CalendarDate? = nil, after scenario: Scenario? = nil
  ) throws -> ImpactListing {
    let (graph, impact) = try impactAnalysis(validOn: date, after: scenario)
    let nodes: [NodeIndex]
    do throws(Diagnostic) { nodes = try graph.nodes(ofKindThatEnds: kind) } catch { throw DiagnosticsError([error]) }
    let expiring = impact.expiring(nodes, before: day)
    let report = impact.report(on: ImpactScenario(retired: expiring.map(\.element.node)))
    let rows = expiring.map { expiring in
      Self.cells(expiring.element) + [.string(expiring.validTo)] + Self.cells(expiring.counts)
        + [Self.keys(expiring.responsible)]
    }
    func summary(_ language: CaptionLanguage) -> String {
      let verdict = ImpactNarrative(report, language: language).verdict
      if expiring.isEmpty {
        return language == .english
          ? "Nothing that is active ends before \(day)." : "Inget som är aktivt upphör före \(day)."
      }
      return language == .english
        ? "\(expiring.count) end before \(day); all together: \(verdict)"
        : "\(expiring.count) upphör före \(day); alla tillsammans: \(verdict)"
    }
    return ImpactListing(
      "expiring",
      facts: [("before", .string(String(describing: day))), ("verdict", .string(report.verdict.rawValue))]
        + ImpactEffect.allCases.reversed().filter { $0 != .repoint }
        .map { ($0.name, .integer(Int64(report.counts[$0]))) },
      columns: ["key", "kind", "name", "valid_to", "broken", "degraded", "review", "responsible"], rows: rows,
      summary: ImpactListing.caption(summary(.english), summary(.swedish)), notes: Self.rulesNotes(impact))
  }

  /// The order in which a set is best retired.
  /// - Throws: `DiagnosticsError` with every name that is unknown or ambiguous, and for an empty set; `StoreError`.
  public func retirementPlan(_ request: ImpactRequest) throws -> ImpactListing {
    let (graph, impact) = try impactAnalysis(validOn: request.validOn, after: request.scenario)
    let scenario = try scenario(of: request, in: graph)
    if scenario.retired.isEmpty {
      throw DiagnosticsError([
        Diagnostic(
          id: "empty-set", message: "there is nothing to retire", hint: "give keys, or a query that finds some")
      ])
    }
    let plan = impact.analysis.plan(retiring: scenario.retired)
    let rows = plan.steps.enumerated().map { position, step -> [Value] in
      [.integer(Int64(position + 1))] + Self.cells(step.element) + [
        .integer(Int64(step.newlyBroken.count)), Self.keys(step.newlyBroken), .integer(Int64(step.broken)),
      ]
    }
    let end = plan.steps.last?.broken ?? 0
    let (english, swedish) =
      switch plan.method {
      case .exact: ("No order is better.", "Ingen ordning är bättre.")
      case .single:
        (
          "What breaks least by itself goes first: the set reaches too much for comparing all orders.",
          "Det som ensamt bryter minst går först: mängden når för mycket för att alla ordningar ska kunna jämföras."
        )
      case .greedy:
        (
          "Each step is the best by itself; a better order of the whole may exist.",
          "Varje steg är det bästa för sig; en bättre ordning i sin helhet kan finnas."
        )
      }
    return ImpactListing(
      "steps",
      facts: [
        ("method", .string(plan.method.rawValue)), ("broken_sum", .integer(Int64(plan.cost))),
        ("inactive", Self.keys(plan.inactive)),
      ],
      columns: ["step", "key", "kind", "name", "breaks", "newly_broken", "broken"], rows: rows,
      summary: ImpactListing.caption(
        "\(plan.steps.count) steps; \(end) stand broken at the end. \(english)",
        "\(plan.steps.count) steg; \(end) är brutna när allt är gjort. \(swedish)"),
      notes: Self.rulesNotes(impact)
        + plan.inactive.map {
          ImpactListing.caption(
            "“\($0.name)” is inactive already and no step.", "”\($0.name)” är redan inaktivt och inget steg.")
        })
  }

  // MARK: Parts

  /// The nodes of a kind.
  /// - Throws: `DiagnosticsError` for a kind that neither the schema nor the graph has.
  func nodes(ofKind kind: String?, in graph: GraphView) throws -> [NodeIndex] {
    do throws(Diagnostic) { return try graph.nodes(ofKind: kind) } catch { throw DiagnosticsError([error]) }
  }

  static func cells(_ element: ImpactElement) -> [Value] {
    [.string(element.key), .string(element.kind), .string(element.name)]
  }

  private static func cells(_ counts: ImpactCounts) -> [Value] {
    [.integer(Int64(counts.broken)), .integer(Int64(counts.degraded)), .integer(Int64(counts.review))]
  }

  static func keys(_ elements: [ImpactElement]) -> Value { .list(elements.map { .string($0.key) }) }

  static func rulesNotes(_ impact: GovernanceImpact) -> [Caption] {
    impact.analysis.hasImpactRules
      ? []
      : [
        ImpactListing.caption(
          "The schema declares no impact for any relationship type, so nothing is known.",
          "Schemat anger ingen påverkan för någon relationstyp, så inget är känt.")
      ]
  }
}
