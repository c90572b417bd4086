import Diagnostics
import Governance
import GraphModel
import GraphStore
import ImpactAnalysis
import Interchange
import Temporals

extension GraphWorkspace {
  /// Applies a scenario as it was evaluated, as one change set that keeps its text, all or nothing.
  ///
  /// What moved in the database since is never overlooked: the change set is made on the revision that was evaluated,
  /// or not at all.
  /// - Parameters:
  ///   - actor: who; the scenario's reason and case number stand unless others are given.
  ///   - reevaluating: evaluates the scenario again where the database moved, instead of refusing.
  /// - Returns: what was applied, and the revision it made; the one before if the scenario changes nothing.
  /// - Throws: `DiagnosticsError` for a replacement that is refused, and for a database that moved, with what changed;
  ///   `StoreError`.
  public func apply(
    _ answer: ScenarioAnswer, actor: String, reason: String? = nil, caseNumber: String? = nil,
    reevaluating: Bool = false
  ) throws -> (applied: ScenarioAnswer, revision: Int64) {
    var answer = answer
    for _ in 0..<Self.applyAttempts {
      try check(answer, reevaluating: reevaluating)
      if answer.world.graph.changes().isEmpty { return (answer, answer.revision) }
      let scenario = answer.scenario
      let context = ChangeContext(
        actor: actor, reason: reason ?? scenario.changeReason, caseNumber: caseNumber ?? scenario.caseNumber,
        source: String(decoding: scenario.source.utf8, as: UTF8.self))
      do {
        return (answer, try ledger().commit(answer.world.graph, context: context).revision)
      } catch let error as StoreError where error.code == .ledgerMoved {
        guard reevaluating else { throw DiagnosticsError([try moved(since: answer.revision, answer.scenario)]) }
        answer = try evaluate(scenario)
      }
    }
    throw StoreError(.ledgerMoved, "others kept changing '\(databasePath)' meanwhile; nothing was written, try again")
  }

  private static let applyAttempts = 20

  /// Whether a scenario can be applied as it was evaluated.
  /// - Throws: as `apply`.
  public func check(_ answer: ScenarioAnswer, reevaluating: Bool = false) throws {
    var findings: [Diagnostic] = []
    if let date = answer.impact.validOn {
      findings.append(
        Diagnostic(
          id: "writes-on-part", message: "a scenario is not applied to what is valid on \(date) alone",
          hint: "evaluate it without a date"))
    }
    if let revision = answer.scenario.revision, revision != answer.revision, !reevaluating {
      findings.append(try moved(since: revision, answer.scenario))
    }
    for refused in answer.world.report.refused {
      findings.append(
        Diagnostic(
          id: "replacement-refused",
          message: "'\(refused.new.key)' cannot replace '\(refused.old.key)': "
            + (refused.reason.text.text(in: .english) ?? refused.reason.code.rawValue),
          hint: "choose another, or only retire '\(refused.old.key)'"))
    }
    if !findings.isEmpty { throw DiagnosticsError(findings) }
  }

  /// That the database moved since a revision: the change sets, and what of the scenario they touched.
  private func moved(since revision: Int64, _ scenario: Scenario) throws -> Diagnostic {
    let ledger = try ledger()
    let present = try ledger.revision
    if revision > present {
      return Diagnostic(
        id: "ledger-moved",
        message: "'\(scenario.source.name)' was made against revision \(revision), and the database is at \(present)",
        hint: "is it the right database?")
    }
    var notes = try ledger.history(limit: 10, since: revision).map { entry in
      let why = entry.changeSet.reason.map { ": \($0)" } ?? ""
      return "revision \(entry.changeSet.revision), \(entry.changeSet.recordedAt), \(entry.changeSet.actor)\(why)"
    }
    if Int64(notes.count) < present - revision { notes.append("and \(present - revision - Int64(notes.count)) more") }
    let graph = try graph()
    let resolver = NodeResolver(graph)
    let named = scenario.file.names.compactMap { (try? resolver.node($0)) ?? nil }.map { graph.id(of: $0) }
    let touched = Set(try ledger.nodes(named, changedSince: revision))
    for id in touched.sorted() {
      if let node = graph.node(withID: id) { notes.append("changed: \(NodeLabels(graph).key(of: node))") }
    }
    return Diagnostic(
      id: "ledger-moved",
      message: "the database has moved from revision \(revision) to \(present) since the scenario was made; "
        + "nothing was changed",
      hint: "look at it again with 'styrgraf scenario show', or let --re-evaluate do so", notes: notes)
  }
}
