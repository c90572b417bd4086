public import GraphModel
public import ImpactAnalysis
public import Temporals

/// Impact analysis with what the region's vocabulary adds: who is responsible, and what may replace what.
///
/// It can be asked any number of times, and remembers what is common to all questions.
public final class GovernanceImpact: Sendable {
  public let analysis: ImpactAnalysis
  private let policy: ReplacementPolicy
  private let losses: ResponsibilityLosses
  let graph: GraphView
  let names: ElementNames
  /// Who is responsible for what in this graph.
  public let responsibilities: ResponsibilityIndex

  /// - Parameter date: the day on which a replacement must be valid: that of the question, else today; `nil` asks for no
  ///   dates. What else is not valid on the day of the question is no part of `graph` already.
  public init(graph: GraphView, validOn date: CalendarDate?) {
    self.graph = graph
    names = ElementNames(graph)
    analysis = ImpactAnalysis(graph: graph)
    policy = ReplacementPolicy(graph: graph, validOn: date)
    responsibilities = ResponsibilityIndex(graph: graph)
    losses = ResponsibilityLosses(graph: graph, index: responsibilities, names: names)
  }

  /// The consequences of a scenario, with the responsible councils of each affected node, and what loses its own.
  public func report(on scenario: ImpactScenario) -> ImpactReport { report(on: scenario, policy) }

  /// As `report(on:)`, with replacements that must be valid on another day.
  public func report(on scenario: ImpactScenario, validOn date: CalendarDate?) -> ImpactReport {
    report(on: scenario, policy.on(date))
  }

  private func report(on scenario: ImpactScenario, _ policy: ReplacementPolicy) -> ImpactReport {
    var report = analysis.retire(scenario, replacementRules: policy, ownershipRules: losses)
    report.assignResponsible(responsibilities.councils(of: report.affected.nodes))
    return report
  }

  /// The consequences of one scenario, where no other is asked of the same graph.
  public static func report(
    graph: GraphView, retire: [NodeIndex], replace: [ImpactScenario.Replacement] = [], validOn date: CalendarDate?
  ) -> ImpactReport {
    GovernanceImpact(graph: graph, validOn: date)
      .report(on: ImpactScenario(retired: retire, replacements: replace))
  }
}
