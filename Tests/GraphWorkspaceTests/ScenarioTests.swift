import Diagnostics
import Foundation
import GraphModel
import GraphWorkspace
import Testing

/// The repository's data in a database of its own, and scenarios on it.
private struct Planning {
  let folder: TemporaryFolder
  let workspace: GraphWorkspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = GraphWorkspace(database: folder.path + "/region.db", folder: Repository.root)
    _ = try workspace.load(Repository.folders, context: ChangeContext(actor: "test"))
  }

  func scenario(_ text: String) throws -> Scenario { try Scenario(SourceText(name: "s.yaml", text: text)) }

  func example(_ name: String) throws -> Scenario {
    try workspace.scenario(file: Repository.root + "/scenarios/\(name).yaml")
  }

  func evaluate(_ text: String) throws -> ScenarioAnswer { try workspace.evaluate(try scenario(text)) }

  func rows(_ query: String, after scenario: Scenario? = nil) throws -> [[Value]] {
    var request = QueryRequest(SourceText(name: "test", text: query))
    request.scenario = scenario
    return try workspace.query(request).table.rows.map { Array($0) }
  }

  func saved(_ name: String) throws -> [String: Data] {
    _ = try workspace.save(to: folder.path + "/" + name)
    return try folder.contents(of: name)
  }
}

private let routine = "ex-doc-antibiotikaprofylax-ledprotes"
private let guideline = "ex-doc-antibiotikaprofylax-ledproteskirurgi-regional"

private func findings(_ body: () throws -> Void) -> [Diagnostic] {
  do {
    try body()
    return []
  } catch {
    return FailureReport(error).diagnostics
  }
}

@Suite struct ScenarioTests {
  @Test func worldAfterTheExampleIsAsThePlanSays() throws {
    let planning = try Planning()
    let scenario = try planning.example("ledprotes")
    let links = "MATCH (l:DesignLink)-[:LINKS_TO]->(:Document {key: '%'}) RETURN count(l) AS n"
    func count(_ key: String, after scenario: Scenario?) throws -> Value? {
      try planning.rows(links.replacingOccurrences(of: "%", with: key), after: scenario).first?.first
    }
    let before = (try count(routine, after: nil), try count(guideline, after: nil))
    #expect(before.0 == .integer(6))
    #expect(try count(routine, after: scenario) == .integer(0))
    if case .integer(let number)? = before.1 {
      #expect(try count(guideline, after: scenario) == .integer(number + 8), "both routines led somewhere else")
    }
    #expect(
      try planning.rows(
        "MATCH (d:Document) WHERE d.key IN ['\(routine)', 'ex-doc-trombosprofylax-ortopedisk-kirurgi'] "
          + "RETURN d.status AS status ORDER BY d.key", after: scenario) == [["retired"], ["under_revision"]])
    // Retired in that world, it breaks nothing any longer; what replaced it now does.
    var request = ImpactRequest(retired: [routine])
    request.scenario = scenario
    #expect(try planning.workspace.impact(request).affectedCount == 0)
    request.retired = [guideline]
    #expect(try planning.workspace.impact(request).contains(atLeast: "broken"))
    #expect(try planning.workspace.show(routine, after: scenario).element.key == routine)
    #expect(try planning.workspace.history().count == 1, "nothing was written")
  }

  @Test func oneVerdictForTheScenarioAndForTheSameRetirement() throws {
    let planning = try Planning()
    let answer = try planning.evaluate("replace: {old: \(routine), new: \(guideline)}")
    let same = try planning.workspace.impact(
      ImpactRequest(retired: [], replacements: ["\(routine)=\(guideline)"]))
    #expect(answer.impact.json(in: .swedish) == same.json(in: .swedish))
  }

  @Test func applyAndUndoLeaveTheSameGraphAndAHistoryThatTellsBoth() throws {
    let planning = try Planning()
    let before = try planning.saved("before")
    let scenario = try planning.example("ledprotes")
    let answer = try planning.workspace.evaluate(scenario)
    let (_, revision) = try planning.workspace.apply(answer, actor: "anna")
    #expect(revision == 2)
    #expect(try planning.saved("applied") != before)
    // What was foreseen is what is now.
    #expect(
      try planning.rows("MATCH (l:DesignLink)-[:LINKS_TO]->(:Document {key: '\(routine)'}) RETURN l.key").isEmpty)
    let undone = try planning.workspace.undo(2, context: ChangeContext(actor: "bo"))
    #expect(undone.revision == 3)
    #expect(try planning.saved("after") == before)
    let history = try planning.workspace.history()
    #expect(history.map(\.actor) == ["bo", "anna", "test"])
    #expect(history[1].reason == "\(try #require(scenario.title)): \(try #require(scenario.reason))")
    #expect(history[1].caseNumber == "EX 2026-10001" && history[0].caseNumber == "EX 2026-10001")
    #expect(history[1].scenario == String(decoding: scenario.source.utf8, as: UTF8.self))
    #expect(history[0].reason?.hasPrefix("undo of revision 2: ") == true)
    #expect(history[0].nodes == history[1].nodes && history[1].nodes.changed == 3)
    #expect(history[0].relationships.added == history[1].relationships.removed)
  }

  @Test func applyingTwiceChangesNothingMore() throws {
    let planning = try Planning()
    let scenario = try planning.scenario("retire: \(routine)")
    _ = try planning.workspace.apply(try planning.workspace.evaluate(scenario), actor: "a")
    let again = try planning.workspace.evaluate(scenario)
    #expect(again.changes.isEmpty)
    #expect(try planning.workspace.apply(again, actor: "a").revision == 2)
    #expect(try planning.workspace.history().count == 2)
  }

  @Test func databaseThatMovedIsRefusedOrLookedAtAgainNeverHalfApplied() throws {
    let planning = try Planning()
    let answer = try planning.evaluate("retire: \(routine)")
    // Another process commits in between.
    let other = GraphWorkspace(database: planning.folder.path + "/region.db", folder: Repository.root)
    let write = "MATCH (d:Document {key: '\(routine)'}) SET d.note = 'ändrad'"
    _ = try other.query(
      QueryRequest(
        SourceText(name: "w", text: write), writing: ChangeContext(actor: "other", reason: "en rättelse")))
    let found = findings { _ = try planning.workspace.apply(answer, actor: "a") }
    #expect(found.map(\.id) == ["ledger-moved"])
    #expect(found.first?.notes.contains { $0.contains("en rättelse") } == true)
    #expect(found.first?.notes.last == "changed: \(routine)")
    #expect(try planning.workspace.history().count == 2)
    let (applied, revision) = try planning.workspace.apply(answer, actor: "a", reevaluating: true)
    #expect(applied.revision == 2 && revision == 3)
    #expect(try planning.rows("MATCH (d {key: '\(routine)'}) RETURN d.status, d.note") == [["retired", "ändrad"]])
  }

  @Test func scenarioMadeAgainstAnotherRevisionIsRefused() throws {
    let planning = try Planning()
    let write = "MATCH (d:Document {key: '\(guideline)'}) SET d.note = 'x'"
    _ = try planning.workspace.query(
      QueryRequest(SourceText(name: "w", text: write), writing: ChangeContext(actor: "other")))
    for (revision, reevaluating, id) in [(1, false, "ledger-moved"), (9, false, "ledger-moved"), (1, true, nil)] {
      let answer = try planning.evaluate("revision: \(revision)\nretire: \(routine)")
      let found = findings { try planning.workspace.check(answer, reevaluating: reevaluating) }
      #expect(found.first?.id == id)
    }
    let current = try planning.evaluate("revision: 2\nretire: \(routine)")
    #expect(findings { try planning.workspace.check(current) }.isEmpty)
  }

  @Test func queriesOfAScenarioCannotWrite() throws {
    let planning = try Planning()
    var request = QueryRequest(
      SourceText(name: "w", text: "CREATE (:Document {name: 'x'})"), writing: ChangeContext(actor: "a"))
    request.scenario = try planning.scenario("retire: \(routine)")
    #expect(findings { _ = try planning.workspace.query(request) }.map(\.id) == ["writes-after-scenario"])
  }

  @Test func movedThingHasOtherCouncils() throws {
    let planning = try Planning()
    let answer = try planning.evaluate("move: {node: ex-link-ledprotes-001, area: po-psykisk-halsa}")
    #expect(answer.shifts.map(\.before) == [["SOR Ortopedi"]])
    #expect(answer.shifts.map(\.after.count) == [3])
    #expect(
      answer.changes.map(\.text) == ["− BELONGS_TO po-rorelseorganens-sjukdomar", "+ BELONGS_TO po-psykisk-halsa"])
    #expect(answer.impact.affectedCount == 0)
  }

  @Test func kindWithoutAnInactiveStateIsTakenOut() throws {
    let planning = try Planning()
    let scenario = try planning.scenario("retire: ex-link-ledprotes-001")
    #expect(try planning.workspace.evaluate(scenario).changes.map(\.text) == ["−"])
    #expect(try planning.rows("MATCH (l {key: 'ex-link-ledprotes-001'}) RETURN l.key", after: scenario).isEmpty)
    let before = try planning.saved("before")
    _ = try planning.workspace.apply(try planning.workspace.evaluate(scenario), actor: "a")
    _ = try planning.workspace.undo(2, context: ChangeContext(actor: "a"))
    #expect(try planning.saved("after") == before)
  }

  @Test func refusedReplacementIsToldAndNotApplied() throws {
    let planning = try Planning()
    for (old, new, reason) in [
      // Retired itself; not valid yet; local.
      (
        "ex-doc-antibiotikaprofylax-kolorektal-kirurgi-norr", "ex-doc-antibiotikaprofylax-tarmkirurgi",
        "tas ur bruk"
      ),
      (
        "ex-doc-trombosprofylax-hoftfrakturoperation-vast", "ex-doc-trombosprofylax-hoftfraktur",
        "gäller inte 2026-12-01"
      ),
      ("ex-doc-postoperativ-overvakning", "ex-doc-postoperativ-overvakning-vast", "dess nivå är lokal"),
    ] {
      let answer = try planning.evaluate("date: 2026-12-01\nreplace: {old: \(old), new: \(new)}")
      let remark = try #require(answer.remarks(in: .swedish).first)
      #expect(remark.contains(reason) || reason == "tas ur bruk", "\(remark)")
      #expect(!answer.changes.contains { $0.text.contains("LINKS_TO") })
      #expect(findings { try planning.workspace.check(answer) }.map(\.id) == ["replacement-refused"])
      #expect(findings { _ = try planning.workspace.apply(answer, actor: "a") }.map(\.id) == ["replacement-refused"])
    }
    // Valid from 2027, so on that date it may.
    let later = try planning.evaluate(
      """
      date: 2027-01-01
      replace:
        old: ex-doc-trombosprofylax-hoftfrakturoperation-vast
        new: ex-doc-trombosprofylax-hoftfraktur
      """)
    #expect(findings { try planning.workspace.check(later) }.isEmpty)
    #expect(try planning.workspace.history().count == 1)
  }

  @Test func allMistakesOfNamesAreToldWithTheirPlaces() throws {
    let planning = try Planning()
    let found = findings {
      _ = try planning.evaluate(
        """
        retire:
          - ex-doc-antibiotikaprofylax-ledprote
          - \(routine)
          - \(routine)
        replace:
          - {old: \(guideline), new: \(guideline)}
          - {old: \(routine), new: \(guideline)}
        revise: \(routine)
        move:
          - {node: \(guideline), area: sor-ortopedi}
          - {node: sor-ortopedi, area: po-psykisk-halsa}
        """)
    }
    #expect(
      found.map { "\($0.place?.line ?? 0) \($0.id)" } == [
        "2 unknown-node", "4 retired-twice", "6 same-replacement", "7 retired-twice", "10 cannot-move",
        "11 cannot-move", "8 retired-and-kept",
      ])
    #expect(found.first?.hint?.contains(routine) == true)
    let circle = findings {
      _ = try planning.evaluate(
        "replace:\n  - {old: \(routine), new: \(guideline)}\n  - {old: \(guideline), new: \(routine)}\n")
    }
    #expect(circle.map(\.id) == ["circle-of-replacements"])
    #expect(findings { _ = try planning.scenario("date: i morgon\nretire: a") }.map(\.id) == ["bad-date"])
  }

  @Test func comparisonSaysWhichIsMilderAndWhere() throws {
    let planning = try Planning()
    let comparison = try planning.workspace.compare(
      try planning.example("ledprotes"), try planning.example("ledprotes-utan-ersattare"))
    #expect(comparison.milder == .first)
    #expect(comparison.counts.map(\.effect) == ["broken", "degraded", "review", "repoint"])
    let keys = Set(comparison.differences.map(\.key))
    #expect(keys.contains("ex-link-ledprotes-001"))
    let link = try #require(comparison.differences.first { $0.key == "ex-link-ledprotes-001" })
    #expect(link.first == "repoint" && link.second == "broken")
    #expect(comparison.shares.contains { $0.council == "sor-ortopedi" && $0.second > 0 })
    let same = try planning.workspace.compare(
      try planning.example("ledprotes"), try planning.example("ledprotes"))
    #expect(same.milder == .neither && same.differences.isEmpty)
    var writer = JSONWriter()
    comparison.write(to: &writer)
    #expect(writer.text.hasPrefix(#"{"milder":"first","first":{"title":"#))
  }

  @Test func curesOfTheExampleRegisterAreAsPlanted() throws {
    let planning = try Planning()
    func cures(_ key: String) throws -> String {
      var writer = JSONWriter()
      try planning.evaluate("date: 2026-12-01\nretire: \(key)").write(to: &writer, language: .english)
      return writer.text
    }
    let json = try cures(routine)
    #expect(json.contains(#""cures":[{"old":"\#(routine)","links":["ex-link-ledprotes-001""#))
    #expect(json.contains(#""candidates":[{"key":"\#(guideline)""#))
  }
}
