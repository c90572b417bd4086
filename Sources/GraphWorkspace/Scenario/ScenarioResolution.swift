import Diagnostics
import Governance
import GraphModel
import ImpactAnalysis
import Interchange

/// Finds the nodes that a scenario names, and what it says that cannot be.
struct ScenarioResolution {
  private let workspace: GraphWorkspace
  private let graph: GraphView
  private let isPart: Bool
  private var collector = DiagnosticCollector()
  private var scenario = GovernanceScenario()
  /// Where each thing was first retired, revised and moved.
  private var retired: [NodeIndex: DiagnosticPlace] = [:]
  private var revised: [NodeIndex: DiagnosticPlace] = [:]
  private var moved: [NodeIndex: DiagnosticPlace] = [:]
  private var newByOld: [NodeIndex: NodeIndex] = [:]

  /// - Parameter isPart: whether the graph holds only what is valid on some day.
  init(_ workspace: GraphWorkspace, _ graph: GraphView, isPart: Bool) {
    self.workspace = workspace
    self.graph = graph
    self.isPart = isPart
  }

  /// - Throws: `DiagnosticsError` with every mistake and its place in the file; `StoreError`.
  mutating func scenario(_ file: ScenarioFile) throws -> GovernanceScenario {
    for step in file.steps {
      switch step.action {
      case .retire(let term): if let node = try node(term) { retire(node, term) }
      case .revise(let term): if let node = try node(term) { revise(node, term) }
      case .replace(let old, let new): try replace(old, new)
      case .move(let term, let area): try move(term, to: area)
      }
    }
    for (node, place) in revised.merging(moved, uniquingKeysWith: { first, _ in first }) {
      guard let first = retired[node] else { continue }
      report(
        "retired-and-kept", "\(name(node)) is retired by the same scenario (line \(first.line))", at: place)
    }
    reportCircles(file)
    try collector.throwIfErrors()
    return scenario
  }

  private mutating func node(_ term: ScenarioFile.Term) throws -> NodeIndex? {
    do {
      return try workspace.requiredNode(term.text, in: graph, isPart: isPart)
    } catch var finding as Diagnostic {
      finding.place = term.place
      collector.add(finding)
      return nil
    }
  }

  private mutating func retire(_ node: NodeIndex, _ term: ScenarioFile.Term) {
    guard isFirst(node, term, "retired", in: retired) else { return }
    retired[node] = term.place
    scenario.retired.append(node)
  }

  private mutating func revise(_ node: NodeIndex, _ term: ScenarioFile.Term) {
    guard isFirst(node, term, "revised", in: revised) else { return }
    revised[node] = term.place
    scenario.revised.append(node)
  }

  private mutating func replace(_ oldTerm: ScenarioFile.Term, _ newTerm: ScenarioFile.Term) throws {
    let (old, new) = (try node(oldTerm), try node(newTerm))
    guard let old, let new else { return }
    if old == new { return report("same-replacement", "\(name(old)) cannot replace itself", at: newTerm.place) }
    guard isFirst(old, oldTerm, "retired", in: retired) else { return }
    retired[old] = oldTerm.place
    newByOld[old] = new
    scenario.replacements.append(ImpactScenario.Replacement(old: old, new: new))
  }

  private mutating func move(_ term: ScenarioFile.Term, to areaTerm: ScenarioFile.Term) throws {
    let (node, area) = (try node(term), try node(areaTerm))
    guard let node, let area else { return }
    guard isFirst(node, term, "moved", in: moved) else { return }
    moved[node] = term.place
    let move = GovernanceScenario.Move(node: node, area: area)
    if let problem = GovernanceScenario.problem(with: move, in: graph) {
      return report("cannot-move", problem, at: areaTerm.place)
    }
    scenario.moves.append(move)
  }

  private mutating func isFirst(
    _ node: NodeIndex, _ term: ScenarioFile.Term, _ verb: String, in places: [NodeIndex: DiagnosticPlace]
  ) -> Bool {
    guard let first = places[node] else { return true }
    collector.add(
      Diagnostic(
        id: "\(verb)-twice", message: "\(name(node)) is \(verb) twice", place: term.place,
        notes: ["the first time is on line \(first.line)"]))
    return false
  }

  private mutating func reportCircles(_ file: ScenarioFile) {
    var told: Set<NodeIndex> = []
    for replacement in scenario.replacements where !told.contains(replacement.old) {
      var circle = [replacement.old]
      while let next = newByOld[circle[circle.count - 1]], !circle.contains(next) { circle.append(next) }
      guard newByOld[circle[circle.count - 1]] == replacement.old, let place = retired[replacement.old] else {
        continue
      }
      told.formUnion(circle)
      report(
        "circle-of-replacements",
        "the replacements lead in a circle: \((circle + [replacement.old]).map(name).joined(separator: " → "))",
        at: place)
    }
  }

  private func name(_ node: NodeIndex) -> String { "'\(NodeLabels(graph).key(of: node))'" }

  private mutating func report(_ id: String, _ message: String, at place: DiagnosticPlace) {
    collector.add(Diagnostic(id: id, message: message, place: place))
  }
}
