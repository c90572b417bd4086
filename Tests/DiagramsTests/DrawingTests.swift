import Foundation
import FoundationXML
import GraphModel
import Testing

@testable import Diagrams

@Suite struct DrawingTests {
  static func definition(_ change: (inout DiagramDefinition) -> Void = { _ in }) -> DiagramDefinition {
    var definition = DiagramDefinition(
      title: Caption(["en": "Title", "sv": "Titel"]), queries: ["MATCH (n)-[r]->(m) RETURN n, r, m"])
    change(&definition)
    return definition
  }

  /// Nodes with these names, each joined to the next.
  static func chain(_ names: [String], kind: String = "Thing") -> Subgraph {
    var subgraph = Subgraph()
    for (number, name) in names.enumerated() {
      subgraph.nodes[NodeIndex(UInt32(number))] = NodeData(
        id: Int64(number), labels: [kind], properties: ["key": .string("k-\(number)"), "name": .string(name)])
      guard number > 0 else { continue }
      subgraph.relationships[RelationshipIndex(UInt32(number))] = RelationshipData(
        id: Int64(number), type: "NEXT", start: NodeIndex(UInt32(number - 1)), end: NodeIndex(UInt32(number)),
        startID: Int64(number - 1), endID: Int64(number), properties: ["text": .string(name)])
    }
    return subgraph
  }

  static func svg(_ diagram: Diagram) throws -> String { String(decoding: try diagram.render(.svg), as: UTF8.self) }

  // MARK: Hostile text

  static let hostile = [
    "<script>alert(1)</script>", "a\"b'c", "back\\slash \\N \\G \\n \\l", "&amp; &lt; &#60;", "]]>", "--> <!-- ",
    "<TABLE><TR><TD HREF=\"javascript:x\">", "{a|b} <p>", "\u{1}\u{2}\u{7F}\u{9F}", "\u{202E}esrever",
    "שלום עולם", "مرحبا", "e\u{301}", "%d %s %n", "%1", "👩‍⚕️", "\u{FFFF}", "", "line\nbreak\ttab",
  ]

  @Test(arguments: hostile) func drawsHostileTextAsText(text: String) throws {
    let definition = Self.definition {
      $0.title = Caption(["en": text + " $"])
      $0.subtitle = Caption(["en": text])
      $0.description = Caption(["en": text])
      $0.source = Caption(["en": text])
      $0.nodeStyles = [
        NodeStyleRule(
          pattern: ElementPattern(), caption: ["name", "kind"], note: Caption(["en": text]),
          legend: Caption(["en": text]), isInLegend: true)
      ]
      $0.relationshipStyles = [
        RelationshipStyleRule(pattern: ElementPattern(), label: "text", legend: Caption(["en": text]), isInLegend: true)
      ]
      $0.grouping = [.property("name", pattern: ElementPattern(), order: [])]
    }
    let diagram = try Diagram(
      definition, subgraph: Self.chain([text, "other", text], kind: text), schema: Schema())
    let content = try SVGContent(diagram.render(.svg))
    #expect(content.elements.isSubset(of: SVGContent.expected))
    #expect(content.attributes.isSubset(of: SVGContent.expectedAttributes))
    let expected = PlainText(text).text.filter { !$0.isWhitespace }
    let shown = content.text.filter { !$0.isWhitespace }
    #expect(expected.isEmpty || shown.contains(expected))
    for format in [DiagramFormat.png, .pdf, .dot, .json] { #expect(try !diagram.render(format).isEmpty) }
    #expect(throws: Never.self) { try SVGContent(diagram.render(.graphml)) }
    let mermaid = String(decoding: try diagram.render(.mermaid), as: UTF8.self)
    for sign in ["<script", "</", "\\", "`", "{", "--> <!--"] { #expect(!mermaid.contains(sign)) }
  }

  @Test func drawsHostileKeys() throws {
    for key in Self.hostile {
      var subgraph = Self.chain(["one", "two"])
      subgraph.nodes[NodeIndex(0)]?.properties["key"] = .string(key)
      let content = try SVGContent(Diagram(Self.definition(), subgraph: subgraph, schema: Schema()).render(.svg))
      #expect(content.elements.isSubset(of: SVGContent.expected))
      #expect(Set(content.ids).count == content.ids.count)
    }
  }

  @Test func cutsLongTextWithAnEllipsis() throws {
    let long = String(repeating: "Ordet ", count: 10_000) + String(repeating: "x", count: 10_000)
    let content = try SVGContent(
      Diagram(Self.definition(), subgraph: Self.chain([long, String(repeating: "y", count: 10_000)]), schema: Schema())
        .render(.svg))
    #expect(content.text.contains("…"))
    #expect(content.text.unicodeScalars.count < 3000)
  }

  // MARK: Content

  @Test func holdsTitleLegendSourceDateAndRevision() throws {
    let schema = Schema(
      kinds: [NodeKind(name: "Thing", caption: Caption(["en": "Thing of ours", "sv": "Sak"]))],
      relationshipTypes: [
        RelationshipType(name: "NEXT", from: [], to: [], caption: Caption(["en": "comes before", "sv": "före"]))
      ])
    for (language, words) in [
      (CaptionLanguage.english, ["Title", "Thing of ours", "comes before", "Legend", "Source: the register"]),
      (.swedish, ["Titel", "Sak", "före", "Teckenförklaring", "Källa: the register"]),
    ] {
      let context = DiagramContext(language: language, date: "2026-11-22", revision: 7, sourceLine: "the register")
      let content = try SVGContent(
        Diagram(Self.definition(), subgraph: Self.chain(["a", "b"]), schema: schema, context: context).render(.svg))
      for word in words + ["2026-11-22", "revision 7"] { #expect(content.text.contains(word)) }
      #expect(content.ids.contains("k-0") && content.ids.contains("k-1"))
      #expect(content.root["lang"] == language.rawValue && content.root["role"] == "img")
    }
  }

  @Test func foldsLeavesIntoTheirParentAndKeepsThoseWithoutOne() throws {
    let definition = Self.definition {
      $0.folding = [
        FoldingRule(
          type: "NEXT", leaf: .to, pattern: ElementPattern(), parent: ElementPattern(),
          relationship: ElementPattern(), columns: nil, keepsBox: false)
      ]
    }
    // A ring cannot fold into itself: something stays a box.
    var ring = Self.chain(["a", "b", "c"])
    ring.relationships[RelationshipIndex(9)] = RelationshipData(
      id: 9, type: "NEXT", start: NodeIndex(2), end: NodeIndex(0), startID: 2, endID: 0, properties: [:])
    for subgraph in [Self.chain(["a", "b", "c"]), ring] {
      var builder = PictureBuilder(
        definition: definition, subgraph: subgraph, schema: Schema(), context: DiagramContext())
      let picture = builder.picture(parameters: [:])
      #expect(picture.boxes.count == 1)
      #expect(picture.boxes[0].rows.map(\.text.text) == ["b", "c"])
      #expect(picture.boxes[0].rows.map(\.depth) == [0, 1])
    }
  }

  @Test func drawsSeveralParentsAndNestsFrames() throws {
    let definition = Self.definition { $0.grouping = [.relationship("NEXT", member: .to, pattern: ElementPattern())] }
    var builder = PictureBuilder(
      definition: definition, subgraph: Self.chain(["outer", "inner", "leaf"]), schema: Schema(),
      context: DiagramContext())
    let picture = builder.picture(parameters: [:])
    #expect(picture.frames.map(\.title.text) == ["outer", "inner"])
    #expect(picture.frames.map(\.parent) == [nil, 0])
    #expect(picture.boxes.map(\.name.text) == ["leaf"])
    #expect(try SVGContent(Diagram(picture).render(.svg)).text.contains("outer"))
  }

  @Test func drawsNothingToo() throws {
    let content = try SVGContent(Diagram(Self.definition(), subgraph: Subgraph(), schema: Schema()).render(.svg))
    #expect(content.text.contains("Title"))
  }

  @Test func labelsBetweenBoxesOfOneLayerDoNotReachDot() throws {
    let definition = Self.definition {
      $0.alignments = [AlignmentRule(patterns: [ElementPattern()], place: .same)]
      $0.relationshipStyles = [RelationshipStyleRule(pattern: ElementPattern(), label: "text", isInLegend: true)]
    }
    for direction in LayoutDirection.allCases {
      var turned = definition
      turned.direction = direction
      let names = (0..<12).map { "box \($0)" }
      let content = try SVGContent(Diagram(turned, subgraph: Self.chain(names), schema: Schema()).render(.svg))
      #expect(content.text.contains("box 11"))
    }
  }

  @Test(arguments: LayoutEngine.allCases) func drawsWithEveryEngine(engine: LayoutEngine) throws {
    let definition = Self.definition {
      $0.engine = engine
      $0.grouping = [.property("name", pattern: ElementPattern(), order: [])]
    }
    let content = try SVGContent(
      Diagram(definition, subgraph: Self.chain(["a", "b", "c", "d", "a"]), schema: Schema()).render(.svg))
    for id in ["k-0", "k-4"] { #expect(content.ids.contains(id)) }
  }

  // MARK: Bounds

  @Test func condensesWhatIsTooLargeAndSaysSo() throws {
    let names = (0..<5000).map { "node \($0)" }
    let diagram = try Diagram(Self.definition(), subgraph: Self.chain(names), schema: Schema())
    #expect(diagram.notes.contains { $0.contains("5000") })
    let content = try SVGContent(diagram.render(.svg))
    #expect(content.text.contains("node 8 (+ 4991)"))
    #expect(content.text.contains("Simplified"))
  }

  @Test func boundsRowsOfABox() throws {
    var subgraph = Self.chain(["parent"])
    for number in 1...500 {
      subgraph.nodes[NodeIndex(UInt32(number))] = NodeData(
        id: Int64(number), labels: ["Leaf"],
        properties: ["key": .string("l-\(number)"), "name": .string("leaf \(number)")])
      subgraph.relationships[RelationshipIndex(UInt32(number))] = RelationshipData(
        id: Int64(number), type: "IN", start: NodeIndex(UInt32(number)), end: NodeIndex(0), startID: Int64(number),
        endID: 0, properties: [:])
    }
    let definition = Self.definition {
      $0.folding = [
        FoldingRule(
          type: "IN", leaf: .from, pattern: ElementPattern(), parent: ElementPattern(),
          relationship: ElementPattern(), columns: nil, keepsBox: false)
      ]
    }
    let content = try SVGContent(Diagram(definition, subgraph: subgraph, schema: Schema()).render(.svg))
    #expect(content.text.contains("… and 381 more"))
  }
}
