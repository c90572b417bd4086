public import GraphModel
public import ImpactAnalysis
public import Temporals

/// Impact analysis with what the region's vocabulary adds: who is responsible, and what may replace what.
///
/// It can be asked any number of times, and remembers what is common to all questions.
public final class GovernanceImpact: Sendable {
  /// What holds in every graph.
  public let analysis: ImpactAnalysis
  private let policy: ReplacementPolicy
  private let losses: ResponsibilityLosses
  let graph: GraphView
  let names: ElementNames
  /// The day of the question; `nil` asks for no dates.
  let day: CalendarDate?
  /// Who is responsible for what in this graph.
  public let responsibilities: ResponsibilityIndex

  /// - Parameter date: the day on which a replacement must be valid: that of the question, else today; `nil` asks for no
  ///   dates. What else is not valid on the day of the question is no part of `graph` already.
  public init(graph: GraphView, validOn date: CalendarDate?) {
    self.graph = graph
    day = date
    names = ElementNames(graph)
    analysis = ImpactAnalysis(graph: graph)
    policy = ReplacementPolicy(graph: graph, validOn: date)
    responsibilities = ResponsibilityIndex(graph: graph)
    losses = ResponsibilityLosses(graph: graph, index: responsibilities, names: names)
  }

  /// The consequences of a scenario, with the responsible councils of each affected node, and what loses its own.
  public func report(on scenario: ImpactScenario) -> ImpactReport {
    var report = analysis.retire(scenario, replacementRules: policy, ownershipRules: losses)
    report.assignResponsible(responsibilities.councils(of: report.affected.nodes))
    return report
  }

  /// What carries most if retired by itself, with what would have nobody left by the region's rules too.
  /// - Parameters:
  ///   - limit: so many at most; `nil` is all.
  ///   - check: asked every few milliseconds. What it throws ends the work.
  public func ranking<Failure: Error>(
    of nodes: [NodeIndex], limit: Int?, check: () throws(Failure) -> Void
  ) throws(Failure) -> [RankedElement] {
    try analysis.ranking(of: nodes, limit: limit, ownershipRules: losses, check: check)
  }

  /// Whether one node may replace another in a scenario that retires some, and what should be known if it may.
  public func judgement(
    onReplacing old: NodeIndex, with new: NodeIndex, retired: Set<NodeIndex>
  ) -> ReplacementJudgement {
    analysis.judgement(onReplacing: old, with: new, retired: retired, replacementRules: policy)
  }

  /// The consequences of one scenario, where no other is asked of the same graph.
  public static func report(
    graph: GraphView, retire: [NodeIndex], replace: [ImpactScenario.Replacement] = [], validOn date: CalendarDate?
  ) -> ImpactReport {
    GovernanceImpact(graph: graph, validOn: date)
      .report(on: ImpactScenario(retired: retire, replacements: replace))
  }
}
