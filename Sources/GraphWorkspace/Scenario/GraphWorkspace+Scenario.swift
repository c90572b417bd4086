import Diagnostics
import Governance
import GraphModel
import GraphStore
import Interchange
public import Temporals

extension GraphWorkspace {
  /// Reads a scenario file.
  /// - Throws: `DiagnosticsError` with everything that is wrong with its text; `FileError`.
  public func scenario(file path: String) throws -> Scenario {
    try Scenario(SourceText(name: path, utf8: try WorkspaceFiles.read(path)))
  }

  /// What a scenario does to the graph as it stands, and the world after it. Nothing is changed.
  /// - Parameter date: only what is valid on that day is looked at.
  /// - Throws: `DiagnosticsError` with every name that means nothing or several things, and whatever else cannot be,
  ///   each with its place in the file; `StoreError`.
  public func evaluate(_ scenario: Scenario, validOn date: CalendarDate? = nil) throws -> ScenarioAnswer {
    let graph = try graph(validOn: date)
    var resolution = ScenarioResolution(self, graph, isPart: date != nil)
    let resolved = try resolution.scenario(scenario.file)
    let day = try scenario.date ?? date ?? Self.today()
    let impact = GovernanceImpact(graph: graph, validOn: day)
    let world = impact.world(after: resolved)
    return ScenarioAnswer(
      scenario: scenario, world: world,
      impact: ImpactAnswer(report: world.report, governance: impact, graph: graph, validOn: date))
  }

  /// The graph, or the world after a scenario on it.
  func graph(validOn date: CalendarDate?, after scenario: Scenario?) throws -> GraphView {
    guard let scenario else { return try graph(validOn: date) }
    return try evaluate(scenario, validOn: date).world.graph
  }
}
