import GraphModel
import ImpactAnalysis
import TestGraphs
import Testing

@Suite struct ImpactReportTests {
  let graph = GraphSketch.clinic.graph

  func retire(_ keys: String..., replace: [(String, String)] = [], rules: (any ReplacementRules)? = nil) throws
    -> ImpactReport
  {
    try ImpactAnalysis(graph: graph).retire(
      ImpactScenario(
        retired: keys.map(graph.node),
        replacements: replace.map { .init(old: try graph.node($0.0), new: try graph.node($0.1)) }),
      replacementRules: rules)
  }

  @Test func jsonIsAsTheContractSays() throws {
    let report = try retire("doc-a")
    #expect(
      String(decoding: report.json(language: .swedish), as: UTF8.self) == """
        {"retired":["doc-a"],"replaced":{},"refused":{},"verdict":"breaks",\
        "counts":{"broken":4,"degraded":2,"review":1,"repoint":0},"affected":[\
        {"key":"dl-1","kind":"DesignLink","name":"Länk till rutinen","effect":"broken","distance":1,\
        "because":["doc-a","dl-1"],"via":["LINKS_TO"],"responsible":[]},\
        {"key":"dl-2","kind":"DesignLink","name":"Länk i vårdplanen","effect":"broken","distance":1,\
        "because":["doc-a","dl-2"],"via":["LINKS_TO"],"responsible":[]},\
        {"key":"di-1","kind":"DesignItem","name":"Ordinationsmall höft","effect":"broken","distance":2,\
        "because":["doc-a","dl-1","di-1"],"via":["LINKS_TO","USES"],"responsible":[]},\
        {"key":"di-2","kind":"DesignItem","name":"Vårdplan höft","effect":"broken","distance":2,\
        "because":["doc-a","dl-2","di-2"],"via":["LINKS_TO","USES"],"responsible":[],"already":true},\
        {"key":"di-4","kind":"DesignItem","name":"Inläst text","effect":"degraded","distance":1,\
        "because":["doc-a","di-4"],"via":["BASED_ON"],"responsible":[]},\
        {"key":"di-3","kind":"DesignItem","name":"Avdelningspaket","effect":"degraded","distance":3,\
        "because":["doc-a","dl-1","di-1","di-3"],"via":["LINKS_TO","USES","CONTAINS"],"responsible":[],"already":true},\
        {"key":"doc-c","kind":"Document","name":"Handbok ortopedi","effect":"review","distance":1,\
        "because":["doc-a","doc-c"],"via":["CITES"],"responsible":[]}]}
        """)
  }

  @Test func tableHoldsWhatTheJSONHolds() throws {
    let table = try retire("doc-a").table
    #expect(table.columns.first == "effect")
    #expect(table.rows.count == 7)
    #expect(
      table.rows[3] == [
        "broken", "di-2", "DesignItem", "Vårdplan höft", 2, ["doc-a", "dl-2", "di-2"], ["LINKS_TO", "USES"], [], true,
      ])
  }

  @Test func subgraphHoldsTheChains() throws {
    let report = try retire("doc-a")
    let subgraph = report.subgraph
    #expect(subgraph.nodes.count == 8)
    #expect(subgraph.relationships.count == 7)
    #expect(subgraph.relationships.values.filter { $0.type == "FEEDS" }.isEmpty)
    #expect(try report.effects[graph.node("di-3")] == .degraded)
  }

  @Test func whatIsInactiveIsNeitherAffectedNorPassesOn() throws {
    let report = try retire("doc-a")
    #expect(!report.affected.contains { $0.key == "di-gone" })
    let old = try retire("doc-old")
    #expect(old.verdict == .safe)
    #expect(old.notes.map(\.code) == ["inactive-before"])
    #expect(old.retired.map(\.key) == ["doc-old"])
  }

  @Test func replacementRepointsWhatWouldBreakAndNothingBeyond() throws {
    let report = try retire(replace: [("doc-a", "doc-b")])
    #expect(report.retired.map(\.key) == ["doc-a"])
    #expect(report.replaced.map(\.new.key) == ["doc-b"])
    #expect(report.affected.map(\.key) == ["di-4", "doc-c", "dl-1", "dl-2"])
    #expect(report.affected.map(\.effect) == [.degraded, .review, .repoint, .repoint])
    #expect(report.verdict == .degrades)
    #expect(report.isAtLeast(.degraded) && !report.isAtLeast(.broken))
  }

  struct Forbidding: ReplacementRules {
    func judgement(onReplacing old: NodeIndex, with new: NodeIndex) -> ReplacementJudgement {
      ReplacementJudgement(
        refusal: ReplacementRefusal(code: .notAllowed, text: Caption(["en": "because", "sv": "därför"])),
        notes: [ImpactNote(code: "advice", text: Caption(["en": "Mind it."]))])
    }
  }

  @Test func refusedReplacementRetiresAllTheSame() throws {
    let report = try retire(replace: [("doc-a", "doc-b")], rules: Forbidding())
    #expect(report.verdict == .breaks && report.counts.repoint == 0)
    let json = String(decoding: report.json(language: .swedish), as: UTF8.self)
    #expect(json.hasPrefix(#"{"retired":["doc-a"],"replaced":{},"refused":{"doc-a":"därför"},"verdict":"breaks""#))
    #expect(
      json.hasSuffix(
        #""refusals":[{"old":"doc-a","new":"doc-b","code":"not-allowed"}],"notes":[{"code":"advice","text":"Mind it."}]}"#
      ))
  }

  @Test(arguments: [
    ("doc-a", ReplacementRefusal.Code.same), ("doc-old", .inactive), ("dl-1", .otherKind), ("doc-c", .retired),
  ])
  func replacementsThatCannotBe(new: String, code: ReplacementRefusal.Code) throws {
    let report = try retire("doc-c", replace: [("doc-a", new)])
    #expect(report.refused.map(\.reason.code) == [code])
    #expect(report.replaced.isEmpty)
    #expect(report.counts.repoint == 0)
  }

  @Test func replacementsInACircleOrInConflictAreRefused() throws {
    let circle = try retire(replace: [("doc-a", "doc-b"), ("doc-b", "doc-c"), ("doc-c", "doc-a")])
    #expect(circle.refused.map(\.reason.code) == [.cycle, .cycle, .cycle])
    let conflict = try retire(replace: [("doc-a", "doc-b"), ("doc-a", "doc-c")])
    #expect(conflict.refused.map(\.reason.code) == [.ambiguous, .ambiguous])
    let chain = try retire(replace: [("doc-a", "doc-b"), ("doc-b", "doc-c")])
    #expect(chain.refused.map(\.reason.code) == [.retired])
    #expect(chain.replaced.map(\.old.key) == ["doc-b"])
    let twice = try retire("doc-a", "doc-a", replace: [("doc-a", "doc-b"), ("doc-a", "doc-b")])
    #expect(twice.replaced.count == 1 && twice.refused.isEmpty && twice.retired.count == 1)
  }

  @Test func nodesThatAreNotThereAreLeftOut() throws {
    let nowhere = NodeIndex(4_000_000)
    let analysis = ImpactAnalysis(graph: graph)
    let report = analysis.retire(ImpactScenario(retired: [nowhere]))
    #expect(report.retired.isEmpty && report.verdict == .safe)
    let replaced = analysis.retire(
      ImpactScenario(replacements: [.init(old: try graph.node("doc-a"), new: nowhere)]))
    #expect(replaced.refused.map(\.reason.code) == [.missing])
    #expect(analysis.retire(ImpactScenario()).affected.isEmpty)
  }

  @Test func noteTellsWhenTheReplacementFails() throws {
    var sketch = GraphSketch.clinic
    sketch.node("dl-3", "DesignLink")
    sketch.link("dl-3", "LINKS_TO", "doc-a")
    let graph = sketch.graph
    let report = ImpactAnalysis(graph: graph).retire(
      ImpactScenario(
        retired: [try graph.node("doc-a")],
        replacements: [.init(old: try graph.node("dl-1"), new: try graph.node("dl-3"))]))
    #expect(report.notes.map(\.code) == ["replacement-affected"])
  }

  @Test func reviewSpreadsAsReview() throws {
    let report = ImpactAnalysis(graph: graph).retire(ImpactScenario(underReview: [try graph.node("doc-a")]))
    #expect(report.verdict == .review)
    #expect(report.affected.map(\.key) == ["di-4", "dl-1", "dl-2", "di-1", "di-2"])
    #expect(String(decoding: report.json(language: .english), as: UTF8.self).contains(#""reviewed":["doc-a"]"#))
  }

  @Test func graphWithoutSchemaIsSafeAndSaysWhy() throws {
    var sketch = GraphSketch(schema: nil)
    sketch.node("a", "Anything")
    sketch.node("b", "Anything")
    sketch.link("b", "LINKS_TO", "a")
    let graph = sketch.graph
    let report = ImpactAnalysis(graph: graph).retire(ImpactScenario(retired: [try graph.node("a")]))
    #expect(report.verdict == .safe)
    #expect(report.notes.map(\.code) == ["no-impact-rules"])
  }

  @Test func nodesWithoutKeysGoByTheirIds() {
    var builder = GraphSnapshotBuilder(revision: 1, schema: .clinic)
    let document = builder.addNode(id: 41, labels: ["Document"], properties: [(String, Value)]())
    let link = builder.addNode(id: 7, labels: ["DesignLink"], properties: [(String, Value)]())
    builder.addRelationship(id: 1, type: "LINKS_TO", start: link, end: document, properties: [(String, Value)]())
    let report = ImpactAnalysis(graph: GraphView(builder.build())).retire(ImpactScenario(retired: [NodeIndex(0)]))
    #expect(report.affected.map(\.key) == ["7"] && report.affected.map(\.name) == ["7"])
  }

  @Test func keysThatDifferInNormalisationAreTwo() throws {
    var sketch = GraphSketch(schema: .clinic)
    sketch.node("d", "Document")
    sketch.node("l-\u{E5}", "DesignLink")
    sketch.node("l-a\u{30A}", "DesignLink")
    sketch.link("l-\u{E5}", "LINKS_TO", "d")
    sketch.link("l-a\u{30A}", "LINKS_TO", "d")
    let graph = sketch.graph
    let report = ImpactAnalysis(graph: graph).retire(ImpactScenario(retired: [try graph.node("d")]))
    #expect(report.affected.map { Array($0.key.utf8) } == [Array("l-a\u{30A}".utf8), Array("l-\u{E5}".utf8)])
  }
}
