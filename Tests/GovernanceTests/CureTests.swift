import Governance
import GraphModel
import ImpactAnalysis
import Temporals
import TestGraphs
import Testing

@Suite struct CureTests {
  /// A local routine with two links, what supersedes it, and others like it.
  var sketch: GraphSketch {
    var sketch = GraphSketch.region
    func document(_ key: String, _ name: String, _ level: String, _ more: [String: Value] = [:]) {
      sketch.node(
        key, "Document",
        more.merging(["name": .string(name), "level": .string(level)]) { own, _ in own })
    }
    sketch.node(
      "r5", "Policy",
      [
        "rule": "R5", "name": "Aldrig lokala", "status": "stated", "applies_to": "Document", "property": "level",
        "allowed": ["regional", "county", "national"], "context": "replacement",
      ])
    sketch.node(
      "r1", "Policy",
      [
        "rule": "R1", "name": "Bara regionala", "status": "proposed", "applies_to": "Document", "property": "level",
        "allowed": ["regional", "county"], "context": "link_target",
      ])
    document("old", "Antibiotikaprofylax vid ledprotes", "local", ["topic": "Ledprotes"])
    document("regional", "Antibiotikaprofylax vid ledproteskirurgi", "regional", ["topic": "Ledprotes"])
    document("national", "Profylaktiska antibiotika", "national", ["topic": "Ledprotes"])
    document("local", "Antibiotikaprofylaxen vid ledproteser", "local", ["topic": "Ledprotes"])
    document("draft", "Profylax vid ledplastik", "regional", ["status": "draft"])
    document("gone", "Antibiotika vid protes", "regional", ["status": "retired", "topic": "Ledprotes"])
    document("future", "Antibiotikaprofylax, ledproteser", "regional", ["valid_from": "2027-01-01"])
    document("other", "Triage på akutmottagning", "regional")
    for key in ["l1", "l2"] {
      sketch.node(key, "DesignLink", ["name": .string(key)])
      sketch.link(key, "LINKS_TO", "old")
    }
    sketch.node("i", "DesignItem")
    sketch.link("i", "USES", "l1")
    for key in ["old", "regional", "national", "local", "draft", "gone", "future", "other"] {
      sketch.link(key, "BELONGS_TO", "po-rorelse")
    }
    sketch.link("regional", "SUPERSEDES", "old")
    sketch.link("gone", "SUPERSEDES", "old")
    sketch.link("draft", "SUPERSEDES", "gone")
    sketch.link("l2", "REPLACE_WITH", "national")
    return sketch
  }

  func cures(_ keys: [String] = ["old"], replacing: [(String, String)] = [], limit: Int = 10) throws -> [Cure] {
    let graph = sketch.graph
    let impact = GovernanceImpact(graph: graph, validOn: try CalendarDate(year: 2026, month: 11, day: 22))
    let report = impact.report(
      on: ImpactScenario(
        retired: try keys.map(graph.node),
        replacements: try replacing.map { .init(old: try graph.node($0.0), new: try graph.node($0.1)) }))
    return impact.cures(for: report, limit: limit)
  }

  @Test func candidatesComeBestFirstAndRefusedOnesLast() throws {
    let cure = try #require(try cures().first)
    #expect(cure.old.key == "old")
    #expect(cure.dependents.map(\.key) == ["l1", "l2"])
    #expect(cure.candidates.map(\.element.key) == ["regional", "national", "draft", "gone", "local", "future"])
    #expect(cure.candidates.map(\.refusal?.code) == [nil, nil, nil, .inactive, .notAllowed, .notValid])
    #expect(cure.acceptableCount == 3)
    let scores = cure.candidates.map(\.score)
    #expect(scores[..<3].sorted(by: >) == Array(scores[..<3]) && scores[3...].sorted(by: >) == Array(scores[3...]))
    #expect(scores.allSatisfy { (0...1).contains($0) })
  }

  @Test func reasonsAreToldStrongestFirst() throws {
    let cure = try #require(try cures().first)
    func codes(_ key: String) -> [CureReason.Code] {
      cure.candidates.first { $0.element.key == key }?.reasons.map(\.code) ?? []
    }
    #expect(codes("regional") == [.supersedes, .sameTopic, .similarTitle, .sameArea])
    #expect(codes("national").first == .namedByReview)
    #expect(codes("draft").first == .supersedesSuccessor)
    let text = cure.candidates.first { $0.element.key == "draft" }?.reasons.first?.text
    #expect(text?.texts["sv"] == "ersätter ”Antibiotika vid protes”, som ersätter det")
  }

  @Test func ruleThatWasNeverDecidedAdvisesAndDoesNotRefuse() throws {
    let national = try #require(try cures().first?.candidates.first { $0.element.key == "national" })
    #expect(national.refusal == nil)
    #expect(national.notes.map(\.code) == ["advice"])
  }

  @Test func whatIsDeclaredIsToldBeyondTheLimit() throws {
    let cure = try #require(try cures(limit: 1).first)
    #expect(cure.candidates.map(\.element.key) == ["regional", "gone"])
  }

  @Test func whatTheScenarioRetiresTooIsRefused() throws {
    let cure = try #require(try cures(["old", "regional"]).first)
    #expect(cure.candidates.first { $0.element.key == "regional" }?.refusal?.code == .retired)
  }

  @Test func whatIsReplacedOrBreaksNothingHasNoCure() throws {
    #expect(try cures([], replacing: [("old", "regional")]).isEmpty)
    #expect(try cures(["other"]).isEmpty)
    #expect(try cures([], replacing: [("old", "local")]).map(\.old.key) == ["old"])
  }

  @Test func whatWasInactiveBeforeHasNoCure() throws {
    var sketch = sketch
    // Two documents break the same links, one of which was retired long ago.
    sketch.link("l1", "LINKS_TO", "gone")
    let graph = sketch.graph
    let impact = GovernanceImpact(graph: graph, validOn: nil)
    let report = impact.report(on: ImpactScenario(retired: [try graph.node("old"), try graph.node("gone")]))
    #expect(impact.cures(for: report).map(\.old.key) == ["old"])
  }

  @Test func titlesOfOtherAreasMustBeMoreAlike() throws {
    var sketch = GraphSketch.region
    for (key, name, area) in [
      ("old", "Vårdprogram parodontit", "po-tandvard"), ("near", "Vårdprogram karies", "po-tandvard"),
      ("far", "Vårdprogram syfilis", "po-rorelse"), ("same", "Vårdprogrammet parodontit", "po-rorelse"),
    ] {
      sketch.node(key, "Document", ["name": .string(name)])
      sketch.link(key, "BELONGS_TO", area)
    }
    sketch.node("l", "DesignLink")
    sketch.link("l", "LINKS_TO", "old")
    let graph = sketch.graph
    let impact = GovernanceImpact(graph: graph, validOn: nil)
    let cure = try #require(
      impact.cures(for: impact.report(on: ImpactScenario(retired: [try graph.node("old")]))).first)
    #expect(Set(cure.candidates.map(\.element.key)) == ["near", "same"])
  }

  @Test func linkIsCuredByOneThatLeadsToTheSame() throws {
    let cure = try #require(try cures(["l1"]).first)
    #expect(cure.dependents.map(\.key) == ["i"])
    #expect(cure.candidates.map(\.element.key) == ["l2"])
    #expect(cure.candidates.first?.reasons.first?.code == .sameTarget)
  }

  @Test func jsonHasCodesAndWords() throws {
    var writer = JSONWriter()
    try #require(try cures(["l1"]).first).write(to: &writer, language: .swedish)
    #expect(
      writer.text
        == #"{"old":"l1","links":["i"],"candidates":[{"key":"l2","name":"l2","score":0.5,"reasons":[{"code":"#
        + #""same-target","text":"leder också till ”Antibiotikaprofylax vid ledprotes”"}]}]}"#)
  }
}
