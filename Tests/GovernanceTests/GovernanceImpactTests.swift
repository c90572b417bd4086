import Governance
import GraphModel
import ImpactAnalysis
import Temporals
import TestGraphs
import Testing

@Suite struct GovernanceImpactTests {
  /// A regional guideline with a link and an item, candidates to replace it, and the rules of the sources.
  var sketch: GraphSketch {
    var sketch = GraphSketch.region
    sketch.node("src-s0", "Source", ["name": "Harmonisering"])
    sketch.node(
      "r5", "Policy",
      policy("R5", "Aldrig lokala", "stated", ["regional", "county", "national"], "replacement", "L31-35"))
    sketch.node(
      "r6", "Policy",
      policy("R6", "Även nationella", "stated", ["regional", "county", "national"], "replacement", "L63-65"))
    sketch.node(
      "r1", "Policy", policy("R1", "Bara regionala", "proposed", ["regional", "county"], "link_target", "L201-211"))
    sketch.node("r9", "Policy", ["rule": "R9", "status": "decided"])
    sketch.node("old", "Document", ["name": "Gammal", "level": "regional"])
    sketch.node("regional", "Document", ["name": "Regional", "level": "regional"])
    sketch.node("national", "Document", ["name": "Nationell", "level": "national"])
    sketch.node("local", "Document", ["name": "Lokal", "level": "local"])
    sketch.node("unknown", "Document", ["name": "Okänd"])
    sketch.node("future", "Document", ["name": "Framtida", "level": "regional", "valid_from": "2027"])
    sketch.node("past", "Document", ["name": "Förfluten", "level": "regional", "valid_to": "2026-11"])
    sketch.node("retired", "Document", ["name": "Upphävd", "level": "regional", "status": "retired"])
    sketch.node("l", "DesignLink", ["name": "Länk"])
    sketch.node("i", "DesignItem", ["name": "Mall"])
    sketch.link("l", "LINKS_TO", "old")
    sketch.link("l", "BELONGS_TO", "po-psykisk-halsa")
    sketch.link("i", "USES", "l")
    return sketch
  }

  func policy(
    _ rule: String, _ name: String, _ status: String, _ allowed: [String], _ context: String, _ lines: String
  ) -> [String: Value] {
    [
      "rule": .string(rule), "name": .string(name), "status": .string(status), "applies_to": "Document",
      "property": "level", "allowed": .list(allowed.map { .string($0) }), "context": .string(context),
      "source": "src-s0", "lines": .string(lines),
    ]
  }

  func report(replacing new: String?, in sketch: GraphSketch? = nil) throws -> ImpactReport {
    let graph = (sketch ?? self.sketch).graph
    return GovernanceImpact.report(
      graph: graph, retire: [try graph.node("old")],
      replace: try new.map { [.init(old: try graph.node("old"), new: try graph.node($0))] } ?? [],
      validOn: try CalendarDate(year: 2026, month: 11, day: 22))
  }

  @Test func responsibleCouncilsStandBesideWhatIsAffected() throws {
    let report = try report(replacing: nil)
    #expect(report.affected.map(\.key) == ["l", "i"])
    for element in report.affected { #expect(element.responsible.map(\.key) == ["sor-a", "sor-b", "sor-c"]) }
    #expect(
      String(decoding: report.json(language: .english), as: UTF8.self).contains(
        #""responsible":["sor-a","sor-b","sor-c"]"#))
  }

  @Test func regionalReplacementIsAccepted() throws {
    let report = try report(replacing: "regional")
    #expect(report.verdict == .repoint && report.affected.map(\.key) == ["l"])
    #expect(report.notes.isEmpty)
  }

  @Test(arguments: ["draft", "under_revision", "valid"])
  func unfinishedReplacementsAreTold(status: String) {
    var sketch = GraphSketch(schema: nil)
    sketch.node("a", "Document", ["name": "A"])
    sketch.node("b", "Document", ["name": "B", "status": .string(status)])
    let graph = sketch.graph
    let judgement = ReplacementPolicy(graph: graph, validOn: nil).judgement(
      onReplacing: NodeIndex(0), with: NodeIndex(1))
    #expect(judgement.refusal == nil)
    #expect(judgement.notes.map(\.code) == (status == "valid" ? [] : ["replacement-unfinished"]))
    #expect(judgement.notes.allSatisfy { $0.text.text(in: .swedish)?.hasPrefix("Obs: ") == true })
  }

  @Test func nationalReplacementIsAcceptedWithAdviceThatWasNeverDecided() throws {
    let report = try report(replacing: "national")
    #expect(report.verdict == .repoint)
    #expect(
      ImpactNarrative(report, language: .swedish).remarks == [
        "Obs: ”Nationell”: dess nivå är nationell; regel R1 ”Bara regionala” (föreslagen, aldrig beslutad, Harmonisering "
          + "L201-211) skulle bara tillåta regional eller länsgemensam."
      ])
    #expect(
      ImpactNarrative(report, language: .english).remarks == [
        "Note: “Nationell”: its level is national; rule R1 “Bara regionala” (proposed, never decided, Harmonisering "
          + "L201-211) would allow only regional or county-wide."
      ])
  }

  @Test func localReplacementIsRefusedWithTheRule() throws {
    let report = try report(replacing: "local")
    #expect(report.verdict == .breaks)
    let refusal = try #require(report.refused.first)
    #expect(refusal.reason.code == .notAllowed)
    #expect(
      refusal.reason.text.texts["sv"]
        == "dess nivå är lokal, men regel R5 ”Aldrig lokala” (angiven, Harmonisering L31-35) och regel R6 ”Även "
        + "nationella” (angiven, Harmonisering L63-65) tillåter bara regional, länsgemensam eller nationell")
    #expect(report.notes.map(\.code) == ["advice"])
  }

  @Test(arguments: [
    ("unknown", ReplacementRefusal.Code.unknownProperty), ("future", .notValid), ("past", .notValid),
    ("retired", .inactive), ("l", .otherKind),
  ])
  func otherRefusals(new: String, code: ReplacementRefusal.Code) throws {
    let report = try report(replacing: new)
    #expect(report.refused.map(\.reason.code) == [code])
    #expect(report.verdict == .breaks)
  }

  @Test func datesAreNotAskedForWithoutADay() throws {
    let graph = sketch.graph
    let report = GovernanceImpact.report(
      graph: graph, retire: [], replace: [.init(old: try graph.node("old"), new: try graph.node("future"))],
      validOn: nil)
    #expect(report.replaced.count == 1)
  }

  @Test func refusalForDatesNamesThem() throws {
    let reason = try #require(try report(replacing: "future").refused.first?.reason.text)
    #expect(reason.texts["en"] == "the replacement is not valid on 2026-11-22 (valid from 2027)")
    #expect(reason.texts["sv"] == "ersättaren gäller inte 2026-11-22 (gäller från 2027)")
  }

  @Test func decidedRuleOnReplacementsIsEnforcedAndProposedOneAdvises() throws {
    for (status, isEnforced) in [
      ("decided", true), ("established", true), ("stated", true), ("proposed", false), ("recommended", false),
      ("endorsed", false),
    ] {
      var sketch = GraphSketch.region
      sketch.node("r", "Policy", policy("R", "Regel", status, ["county"], "replacement", "L1"))
      sketch.node("old", "Document", ["level": "county"])
      sketch.node("new", "Document", ["level": "regional"])
      let report = try report(replacing: "new", in: sketch)
      #expect(report.refused.isEmpty != isEnforced, "\(status)")
      #expect(report.notes.map(\.code) == (isEnforced ? [] : ["advice"]), "\(status)")
    }
  }
}
