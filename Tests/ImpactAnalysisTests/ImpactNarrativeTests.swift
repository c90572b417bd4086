import GraphModel
import ImpactAnalysis
import TestGraphs
import Testing

@Suite struct ImpactNarrativeTests {
  let graph = GraphSketch.clinic.graph

  func report(_ keys: String..., replace: [(String, String)] = []) throws -> ImpactReport {
    try ImpactAnalysis(graph: graph).retire(
      ImpactScenario(
        retired: keys.map(graph.node),
        replacements: replace.map { .init(old: try graph.node($0.0), new: try graph.node($0.1)) }))
  }

  func body(_ key: String, _ name: String, node: UInt32) -> ImpactElement {
    ImpactElement(node: NodeIndex(node), key: key, kind: "Body", name: name)
  }

  func verdicts(_ report: ImpactReport) -> [String] {
    CaptionLanguage.allCases.map { ImpactNarrative(report, language: $0).verdict }
  }

  @Test func verdictCountsAndNamesWhoActs() throws {
    var report = try report("doc-a")
    #expect(
      verdicts(report) == [
        "Bryter: 2 designobjekt och 2 designlänkar slutar fungera (varav 1 redan tidigare), 2 försämras "
          + "(varav 1 redan tidigare), 1 behöver ses över.",
        "Breaks: 2 design items and 2 design links stop working (1 of them already before), 2 are degraded "
          + "(1 of them already before), 1 needs review.",
      ])
    let ortho = body("sor-ortopedi", "SOR Ortopedi", node: 90)
    report.assignResponsible { _ in [ortho] }
    #expect(
      ImpactNarrative(report, language: .swedish).verdict.hasSuffix("1 behöver ses över – SOR Ortopedi behöver agera."))
    #expect(ImpactNarrative(report, language: .english).verdict.hasSuffix(" – SOR Ortopedi needs to act."))
  }

  @Test func nobodySeveralAndShared() throws {
    var report = try report("doc-a")
    report.assignResponsible { _ in [] }
    #expect(
      ImpactNarrative(report, language: .swedish).verdict.hasSuffix(" – ingen är ansvarig, så någon måste utses."))
    #expect(
      ImpactNarrative(report, language: .english).verdict.hasSuffix(
        " – nobody is responsible, so somebody must be appointed."))

    let bodies = (0..<5).map { body("b\($0)", "Råd \($0)", node: UInt32(90 + $0)) }
    let nodes = report.affected.map(\.node)
    report.assignResponsible { node in
      switch nodes.firstIndex(of: node) {
      case 0: [bodies[0], bodies[1]]
      case 1: []
      default: [bodies[0]]
      }
    }
    #expect(
      ImpactNarrative(report, language: .swedish).verdict.hasSuffix(
        " – Råd 0 och Råd 1 behöver agera (1 av de berörda har fler än en ansvarig, för 1 av de berörda är ingen ansvarig)."
      ))
    #expect(
      ImpactNarrative(report, language: .english).verdict.hasSuffix(
        " – Råd 0 and Råd 1 need to act (1 of the affected has more than one responsible, nobody is responsible for 1 of "
          + "the affected)."))
    report.assignResponsible { _ in bodies }
    #expect(
      ImpactNarrative(report, language: .swedish).verdict.hasSuffix(
        " – Råd 0, Råd 1, Råd 2 och 2 till behöver agera (7 av de berörda har fler än en ansvarig)."))
  }

  @Test func aNameWithACommaIsQuoted() throws {
    var report = try report("dl-1")
    let bodies = [body("b0", "SOR Ortopedi", node: 90), body("b1", "SOR Anestesi, operation (AnOp)", node: 91)]
    report.assignResponsible { _ in bodies }
    #expect(
      ImpactNarrative(report, language: .swedish).verdict.contains(
        " – SOR Ortopedi och ”SOR Anestesi, operation (AnOp)” behöver agera"))
  }

  @Test func whatTheSchemaSaysNothingOfIsNotCalledSafe() throws {
    var schema = Schema.clinic
    schema.kinds.append(
      NodeKind(name: "Council", caption: Caption(["en": "Council", "sv": "Samordningsråd"])))
    var sketch = GraphSketch(schema: schema)
    sketch.node("c", "Council")
    sketch.node("d", "Document")
    let graph = sketch.graph
    func ask(_ keys: String...) throws -> ImpactReport {
      try ImpactAnalysis(graph: graph).retire(ImpactScenario(retired: keys.map(graph.node)))
    }
    let council = try ask("c")
    #expect(council.verdict == .safe && council.notes.map(\.code) == ["no-impact-of-kind"])
    #expect(
      verdicts(council) == [
        "Okänt: schemat anger inga följder för slaget ”Samordningsråd”.",
        "Not known: the schema declares no consequences for the kind “Council”.",
      ])
    #expect(ImpactNarrative(council, language: .swedish).remarks.isEmpty)
    #expect(try verdicts(ask("d"))[0] == "Säkert: inget annat påverkas.")
    #expect(try ask("d").notes.isEmpty)
    #expect(try verdicts(ask("c", "d"))[1].hasPrefix("Not known: "))
  }

  @Test func oneIsSingular() throws {
    #expect(
      verdicts(try report("dl-1")) == [
        "Bryter: 1 designobjekt slutar fungera, 1 försämras (redan tidigare).",
        "Breaks: 1 design item stops working, 1 is degraded (already before).",
      ])
    #expect(verdicts(try report("di-4")) == ["Säkert: inget annat påverkas.", "Safe: nothing else is affected."])
  }

  @Test func repointIsNamed() throws {
    var sketch = GraphSketch(schema: .clinic)
    sketch.node("d1", "Document", ["name": "Ett"])
    sketch.node("d2", "Document", ["name": "Två"])
    sketch.node("l", "DesignLink", ["name": "Länken"])
    sketch.link("l", "LINKS_TO", "d1")
    let graph = sketch.graph
    let report = ImpactAnalysis(graph: graph).retire(
      ImpactScenario(replacements: [.init(old: try graph.node("d1"), new: try graph.node("d2"))]))
    #expect(
      verdicts(report) == [
        "Peka om: 1 designlänk behöver pekas om till ”Två”.", "Repoint: 1 design link needs repointing to “Två”.",
      ])
  }

  @Test func chainsInWords() throws {
    let report = try report("doc-a")
    let package = try #require(report.affected.first { $0.key == "di-3" })
    #expect(
      ImpactNarrative(report, language: .swedish).explanation(of: package)
        == "Försämras: designobjekt ”Avdelningspaket” innehåller designobjekt ”Ordinationsmall höft”, som använder "
        + "designlänk ”Länk till rutinen”, som länkar till styrande dokument ”Rutin höftfraktur”, som tas ur bruk.")
    #expect(
      ImpactNarrative(report, language: .english).explanation(of: package)
        == "Is degraded: design item “Avdelningspaket” contains design item “Ordinationsmall höft”, which uses design "
        + "link “Länk till rutinen”, which links to governing document “Rutin höftfraktur”, which is retired.")
  }

  @Test func inverseCaptionSpeaksForTheDependentEnd() throws {
    let report = ImpactAnalysis(graph: graph).retire(ImpactScenario(underReview: [try graph.node("doc-c")]))
    let fed = try #require(report.affected.first)
    #expect(
      ImpactNarrative(report, language: .swedish).explanation(of: fed)
        == "Behöver ses över: designobjekt ”Inläst text” matas av styrande dokument ”Handbok ortopedi”, som ska ses över."
    )
  }

  @Test func wordsThatTheSchemaLacksAreTakenFromItsNames() throws {
    let schema = Schema(
      kinds: [NodeKind(name: "Part")],
      relationshipTypes: [
        RelationshipType(
          name: "NEEDS", from: ["Part"], to: ["Part"], impact: ImpactTable([.broken: .broken, .retired: .broken]))
      ])
    var sketch = GraphSketch(schema: schema)
    for number in 0...1_200 { sketch.node("p\(number)", "Part") }
    for number in 1...1_200 { sketch.link("p\(number)", "NEEDS", "p\(number - 1)") }
    let graph = sketch.graph
    let report = ImpactAnalysis(graph: graph).retire(ImpactScenario(retired: [try graph.node("p0")]))
    #expect(
      verdicts(report) == [
        "Bryter: 1\u{A0}200 element (Part: 1\u{A0}200) slutar fungera.",
        "Breaks: 1,200 elements (Part: 1,200) stop working.",
      ])
    let last = try #require(report.affected.last)
    let words = ImpactNarrative(report, language: .english).explanation(of: last)
    #expect(words.hasPrefix("Stops working: Part “p1200” depends (NEEDS) on Part “p1199”, which depends"))
    #expect(words.contains("which depends, over 1,188 more steps, on Part “p6”, which"))
    #expect(words.hasSuffix("Part “p0”, which is retired."))
  }

  @Test func refusalsAreToldInWords() throws {
    let report = try report(replace: [("doc-a", "doc-old")])
    #expect(
      ImpactNarrative(report, language: .swedish).remarks
        == ["”Rutin 2015” får inte ersätta ”Rutin höftfraktur”: ersättaren är inaktiv."])
    #expect(
      ImpactNarrative(report, language: .english).remarks
        == ["“Rutin 2015” may not replace “Rutin höftfraktur”: the replacement is inactive."])
  }
}
