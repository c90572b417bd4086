public import GraphModel
public import ImpactAnalysis

/// One difference between a graph and the world after a scenario.
public struct ScenarioChange: Sendable {
  public enum Difference: Sendable {
    /// A property has another value; null is none.
    case property(String, from: Value, to: Value)
    /// The node is gone, with all its relationships.
    case removed
    case related(type: String, to: ImpactElement)
    case unrelated(type: String, to: ImpactElement)
  }

  /// The node, or the one at which a relationship begins.
  public let element: ImpactElement
  public let difference: Difference
}

/// The world after a scenario: a graph to ask anything, and what the scenario does.
public struct ScenarioWorld: Sendable {
  /// The graph with the scenario's changes as uncommitted writes: a commit of it applies the scenario.
  public let graph: GraphView
  /// What the scenario does to whatever depends on what it names.
  public let report: ImpactReport
  /// In the order in which the scenario makes them.
  public let changes: [ScenarioChange]
  /// What others are responsible for afterwards because of what is moved.
  public let shifts: [AreaMove.Change]
  /// What should be known beside the report's own notes.
  public let notes: [ImpactNote]
}

extension GovernanceImpact {
  /// What a graph looks like after a scenario, and what the scenario does.
  ///
  /// - A retired thing gets the first value that its kind declares as inactive; of a kind that declares none it is taken
  ///   out, with its relationships.
  /// - Where a replacement holds, each relationship that would break leads to the new thing instead, with its properties;
  ///   where the schema has `SUPERSEDES` between the two kinds, the new one supersedes the old one. One that is refused
  ///   leads nothing anywhere; its old thing is retired all the same.
  /// - A revised thing gets the first value that its kind declares as under review.
  /// - A moved thing belongs to the new area, and to no other any longer.
  /// - Complexity: that of the report, and O(relationships of what is named).
  public func world(after scenario: GovernanceScenario) -> ScenarioWorld {
    let report = report(on: scenario.impact)
    var builder = ScenarioWorldBuilder(graph: graph, names: names)
    builder.build(scenario, report)
    let moved = names.sortedByKey(Array(Set(scenario.moves.map(\.node))))
    let shifts = changes(from: moved, in: builder.after)
    return ScenarioWorld(
      graph: builder.after, report: report, changes: builder.changes, shifts: shifts, notes: builder.notes)
  }
}
