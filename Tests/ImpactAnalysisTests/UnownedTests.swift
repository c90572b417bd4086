import GraphModel
import ImpactAnalysis
import TestGraphs
import Testing

@Suite struct UnownedTests {
  static let schema = Schema(
    kinds: [
      NodeKind(
        name: "Document",
        caption: Caption(["en": "Document", "sv": "Dokument"]), plural: Caption(["en": "Documents", "sv": "Dokument"]),
        inactive: ["status": ["retired"]]),
      NodeKind(name: "Body", caption: Caption(["en": "Body", "sv": "Organ"]), inactive: ["status": ["closed"]]),
      NodeKind(name: "Area", caption: Caption(["en": "Area", "sv": "Område"])),
    ],
    relationshipTypes: [
      RelationshipType(
        name: "OWNED_BY", from: ["Document"], to: ["Body"],
        caption: Caption(["en": "is owned by", "sv": "ägs av"]), impact: .unowned),
      RelationshipType(
        name: "RESPONSIBLE_FOR", from: ["Body"], to: ["Area"], dependentEnd: .to, impact: .unowned),
      RelationshipType(
        name: "CITES", from: ["Document"], to: ["Document"], impact: ImpactTable([.retired: .review])),
    ])

  var graph: GraphView {
    var sketch = GraphSketch(schema: Self.schema)
    for body in ["b1", "b2", "b3"] { sketch.node(body, "Body", ["name": .string("Organ \(body)")]) }
    sketch.node("b-closed", "Body", ["status": "closed"])
    sketch.node("a1", "Area")
    sketch.node("d-alone", "Document", ["name": "Ensam"])
    sketch.node("d-shared", "Document", ["name": "Delad"])
    sketch.node("d-with-closed", "Document", ["name": "Med nedlagd"])
    sketch.node("d-old", "Document", ["status": "retired"])
    for document in ["d-alone", "d-shared", "d-with-closed", "d-old"] { sketch.link(document, "OWNED_BY", "b1") }
    sketch.link("d-shared", "OWNED_BY", "b2")
    sketch.link("d-with-closed", "OWNED_BY", "b-closed")
    sketch.link("b1", "RESPONSIBLE_FOR", "a1")
    sketch.link("d-alone", "CITES", "d-shared")
    return sketch.graph
  }

  func retire(_ keys: String..., replace: [(String, String)] = []) throws -> ImpactReport {
    let graph = graph
    return ImpactAnalysis(graph: graph).retire(
      ImpactScenario(
        retired: try keys.map(graph.node),
        replacements: try replace.map { .init(old: try graph.node($0.0), new: try graph.node($0.1)) }))
  }

  func rows(_ report: ImpactReport) -> [String] {
    report.unowned.map {
      "\($0.element.key) \($0.role) \($0.lost.key) [\($0.remaining.map(\.key).joined(separator: " "))]"
        + ($0.takenOverBy.map { " → \($0.key)" } ?? "")
    }
  }

  @Test func closingABodyLeavesThingsUnowned() throws {
    let report = try retire("b1")
    #expect(report.affected.isEmpty && report.verdict == .unowned)
    #expect(
      rows(report) == [
        "a1 RESPONSIBLE_FOR b1 []", "d-alone OWNED_BY b1 []", "d-with-closed OWNED_BY b1 []",
        "d-shared OWNED_BY b1 [b2]",
      ])
    #expect(report.counts.unowned == 3 && report.counts.total == 0)
    #expect(report.notes.isEmpty && report.kindsWithoutImpact.isEmpty)
    #expect(
      ImpactNarrative(report, language: .swedish).verdict
        == "Blir utan ansvarig: 2 dokument och 1 område mister sin ägare eller ansvarige – någon måste utses.")
    #expect(
      ImpactNarrative(report, language: .english).explanation(of: report.unowned[3])
        == "Document “Delad” (is owned by) loses body “Organ b1”; Organ b2 remains.")
  }

  @Test func whatIsRetiredTooLosesNothing() throws {
    #expect(
      try rows(retire("b1", "d-alone", "a1", "b2")).map { $0.split(separator: " ")[0] } == [
        "d-shared", "d-shared", "d-with-closed",
      ])
    #expect(try retire("b-closed").unowned.isEmpty)
    #expect(try retire("d-alone").unowned.isEmpty)
  }

  @Test func aReplacementTakesOver() throws {
    let report = try retire(replace: [("b1", "b3")])
    #expect(report.verdict == .safe && report.counts.unowned == 0)
    #expect(
      rows(report) == [
        "a1 RESPONSIBLE_FOR b1 [] → b3", "d-alone OWNED_BY b1 [] → b3", "d-shared OWNED_BY b1 [b2] → b3",
        "d-with-closed OWNED_BY b1 [] → b3",
      ])
  }

  @Test func successorOfAnotherOwnerRemains() throws {
    #expect(
      try rows(retire("b2", replace: [("b1", "b3")])).filter { $0.hasPrefix("d-shared") } == [
        "d-shared OWNED_BY b1 [] → b3", "d-shared OWNED_BY b2 [b3]",
      ])
    #expect(try retire("b2", replace: [("b1", "b3")]).counts.unowned == 0)
    // What is closed was no owner, so nobody takes its place.
    #expect(
      try rows(retire("b1", replace: [("b-closed", "b3")])).contains("d-with-closed OWNED_BY b1 []"))
  }

  @Test func rankingCountsWhatIsLeftAlone() throws {
    let graph = graph
    let analysis = ImpactAnalysis(graph: graph)
    let ranking = analysis.ranking(of: Array(graph.nodes))
    #expect(
      ranking.map { "\($0.element.key) \($0.counts.review) \($0.counts.unowned)" } == ["d-shared 1 0", "b1 0 3"])
    for ranked in ranking {
      let report = analysis.retire(ImpactScenario(retired: [ranked.element.node]))
      #expect(report.counts.unowned == ranked.counts.unowned && report.counts.review == ranked.counts.review)
    }
  }

  @Test func jsonNamesThemOnlyWhereThereAreAny() throws {
    let json = String(decoding: try retire("b1").json(language: .english), as: UTF8.self)
    #expect(json.contains(#""verdict":"unowned""#) && json.contains(#""repoint":0,"unowned":3}"#))
    #expect(
      json.contains(
        #"{"key":"d-shared","kind":"Document","name":"Delad","lost":"b1","role":"OWNED_BY","remaining":["b2"]}"#))
    #expect(!String(decoding: try retire("d-shared").json(language: .english), as: UTF8.self).contains("unowned"))
  }

  @Test func whatOwnsIsNotSafe() throws {
    let graph = graph
    let safe = ImpactAnalysis(graph: graph).safeToRetire(among: Array(graph.nodes)).map(\.element.key)
    #expect(safe == ["b3", "d-alone", "d-with-closed"])
  }
}
