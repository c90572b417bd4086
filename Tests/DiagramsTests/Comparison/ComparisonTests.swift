import GraphModel
import Testing

@testable import Diagrams

@Suite struct ComparisonTests {
  private static let areas = "Area x, Area y, Team t, Team u"

  private static func teams(_ change: (inout DiagramDefinition) -> Void = { _ in }) -> DiagramDefinition {
    DrawingTests.definition {
      $0.folding = [
        FoldingRule(
          type: "IN", leaf: .from, pattern: ElementPattern(names: ["Team"]), parent: ElementPattern(),
          relationship: ElementPattern(), columns: nil, keepsBox: false)
      ]
      change(&$0)
    }
  }

  private static func rows(_ picture: Picture, _ box: String) -> [String] {
    (picture.boxes.first { $0.name.text == box }?.rows ?? []).map { row in
      row.change.map { "\($0.kind.sign) \(row.text.text)" } ?? row.text.text
    }
  }

  @Test func aTeamOfAnotherAreaIsOneMoveWithItsOldPlace() {
    let pair = GraphPair(
      before: GraphPair.sketch(Self.areas, "1 t IN x, 2 u IN x"),
      after: GraphPair.sketch(Self.areas, "3 t IN y, 2 u IN x"))
    let picture = pair.picture(Self.teams())
    #expect(Self.rows(picture, "x") == ["u"])
    #expect(Self.rows(picture, "y") == ["⇄ t"])
    #expect(picture.boxes.first { $0.name.text == "y" }?.rows.first?.change?.detail == "from x")
    #expect(picture.comparison?.sentence.text == "Before: A · After: B · ⇄ 1 moved")
    #expect(picture.comparison?.entries.map(\.name) == ["t"])
    #expect(picture.boxes.allSatisfy { $0.change == nil && $0.style.isCalm })
  }

  @Test func whatIsGoneStaysWhereItStood() {
    let pair = GraphPair(
      before: GraphPair.sketch(Self.areas + ", Area z, Team v", "1 t IN x, 2 u IN x, 4 v IN z, 5 x NEXT z"),
      after: GraphPair.sketch("Area x, Area y, Team t", "1 t IN x"))
    let picture = pair.picture(Self.teams())
    #expect(Self.rows(picture, "x") == ["t", "− u"])
    #expect(Self.rows(picture, "z") == ["− v"])
    let gone = picture.boxes.first { $0.name.text == "z" }
    #expect(gone?.change?.kind == .removed && gone?.style.line == .dashed && gone?.style.fill == .red)
    #expect(picture.arrows.map(\.change?.kind) == [.removed] && picture.arrows[0].look.change == .removed)
    #expect(
      picture.comparison?.sentence.text == "Before: A · After: B · − 3 removed · relationships: − 1 removed")
  }

  @Test func aNodeInTwoListsThatLeavesOneIsCrossedOutThere() {
    let pair = GraphPair(
      before: GraphPair.sketch(Self.areas, "1 t IN x, 2 t IN y"), after: GraphPair.sketch(Self.areas, "1 t IN x"))
    let picture = pair.picture(Self.teams())
    #expect(Self.rows(picture, "x") == ["t"])
    #expect(Self.rows(picture, "y") == ["− t"])
    // The team is still there; its belonging to y is not.
    #expect(picture.comparison?.sentence.text == "Before: A · After: B · relationships: − 1 removed")
    #expect(picture.comparison?.entries.map(\.name) == ["t → y"])
  }

  @Test func aLineTellsWhatItsRelationshipSaysElse() {
    var pair = GraphPair(
      before: GraphPair.sketch(Self.areas, "1 t IN x"), after: GraphPair.sketch(Self.areas, "1 t IN x"))
    pair.after.relationships[1]?.properties = ["basis": .string("inferred")]
    let picture = pair.picture(Self.teams())
    #expect(Self.rows(picture, "x") == ["≠ t"])
    #expect(picture.comparison?.sentence.text == "Before: A · After: B · relationships: ≠ 1 changed")
  }

  @Test func aBoxThatBecomesALineAndBackHasMoved() {
    let pair = GraphPair(
      before: GraphPair.sketch(Self.areas, "2 u IN x"), after: GraphPair.sketch(Self.areas, "1 t IN x"))
    let picture = pair.picture(Self.teams())
    #expect(Self.rows(picture, "x") == ["⇄ t"])
    let alone = picture.boxes.first { $0.name.text == "u" }
    #expect(alone?.change == ElementChange(kind: .moved, detail: "from x"))
    #expect(picture.boxes.count == 3)
  }

  @Test func rulesAreJudgedInTheWorldOfTheElement() {
    let definition = Self.teams {
      $0.nodeStyles = [
        NodeStyleRule(
          pattern: ElementPattern(names: ["Area"], without: ["OWNS"]), note: Caption(["en": "alone"]), isInLegend: false
        )
      ]
      $0.relationshipStyles = [
        RelationshipStyleRule(
          pattern: ElementPattern(names: ["NEXT"]), from: ElementPattern(with: ["OWNS"]), line: .dotted,
          isInLegend: false)
      ]
    }
    let pair = GraphPair(
      before: GraphPair.sketch("Area x, Area y, Area z", "1 x OWNS y, 2 x NEXT z, 3 y OWNS z"),
      after: GraphPair.sketch("Area x, Area y", "4 y OWNS y"))
    let picture = pair.picture(definition)
    func caption(_ name: String) -> String? { picture.boxes.first { $0.name.text == name }?.caption?.text }
    // Alone in the later world, not alone in the earlier one where the third is judged.
    #expect(caption("x") == "alone" && caption("y") == nil && caption("z") == nil)
    #expect(picture.arrows.first { $0.caption.text == "NEXT" }?.look.line == .dotted)
  }

  @Test func anotherFrameIsAMove() {
    let definition = DrawingTests.definition {
      $0.grouping = [.property("level", pattern: ElementPattern(), order: [.string("low"), .string("high")])]
    }
    let pair = GraphPair(
      before: GraphPair.sketch("Area x level=low, Area y level=low, Area z level=high"),
      after: GraphPair.sketch("Area x level=high, Area y level=low, Area w level=new"))
    let picture = pair.picture(definition)
    let moved = picture.boxes.first { $0.name.text == "x" }?.change
    #expect(moved?.kind == .moved && moved?.detail == "from low; level low → high")
    let place = picture.boxes.first { $0.name.text == "z" }.flatMap(\.frame)
    #expect(place.map { picture.frames[$0].title.text } == "high")
    #expect(Set(picture.frames.map(\.id)).count == picture.frames.count)
  }

  @Test func aFrameThatIsGoneIsDrawnAround() {
    let definition = DrawingTests.definition {
      $0.grouping = [.relationship("IN", member: .from, pattern: ElementPattern())]
    }
    let pair = GraphPair(
      before: GraphPair.sketch("Area x, Team t, Team u", "1 t IN x, 2 u IN x"), after: GraphPair.sketch("Team t"))
    let picture = pair.picture(definition)
    #expect(picture.frames.map(\.change?.kind) == [.removed] && picture.frames[0].isDashed)
    #expect(picture.boxes.first { $0.name.text == "u" }?.frame == 0)
    #expect(picture.boxes.first { $0.name.text == "t" }?.change?.detail == "from x")
  }

  @Test func listsTellTheirChangesLineByLine() {
    let definition = DrawingTests.definition {
      $0.gathering = [
        GatheringRule(
          pattern: ElementPattern(names: ["Team"]), smallest: 2, title: Caption(["en": "Teams"]), columns: nil)
      ]
    }
    let pair = GraphPair(
      before: GraphPair.sketch(Self.areas + ", Team v", "1 t IN x, 2 u IN x, 3 v IN x"),
      after: GraphPair.sketch(Self.areas + ", Team w", "2 u IN x, 5 w IN x"))
    let picture = pair.picture(definition)
    #expect(Self.rows(picture, "Teams (4)") == ["− t", "u", "− v", "+ w"])
    #expect(picture.arrows.count == 1 && picture.arrows[0].change == nil)
  }

  @Test func whatIsDrawnTogetherCountsItsChanges() {
    var pair = GraphPair()
    for number in 0..<60 {
      if number < 50 { pair.before.nodes["n\(number)"] = ("Thing", [:]) }
      if number >= 10 { pair.after.nodes["n\(number)"] = ("Thing", [:]) }
    }
    let picture = pair.picture(limits: DiagramLimits(boxes: 20))
    #expect(picture.boxes.count == 1)
    #expect(picture.boxes[0].changeText?.text == "+ 10 added, − 10 removed")
    #expect(picture.comparison?.sentence.text.hasSuffix("+ 10 added, − 10 removed") == true)
  }

  @Test(arguments: [100, 150]) func leavesOfALargeHierarchyKeepTheirChanges(leaves: Int) {
    var pair = GraphPair()
    pair.before.nodes["hub"] = ("Hub", [:])
    pair.after.nodes["hub"] = ("Hub", [:])
    for number in 0..<leaves {
      let name = "leaf \(number)"
      for isLater in [false, true] where isLater ? number >= 3 : number < leaves - 5 {
        let relationship = (type: "HAS", from: "hub", to: name, properties: [String: Value]())
        if isLater {
          pair.after.nodes[name] = ("Leaf", [:])
          pair.after.relationships[Int64(number)] = relationship
        } else {
          pair.before.nodes[name] = ("Leaf", [:])
          pair.before.relationships[Int64(number)] = relationship
        }
      }
    }
    let picture = pair.picture()
    let list = picture.boxes.first { !$0.rows.isEmpty }
    #expect(picture.boxes.count == 2 && list?.change == nil)
    let told = list.map { PictureSummary.changes(of: [$0]).words(.english) }
    #expect(told == "+ 5 added, − 3 removed")
    // Where lines are left out, the box says how many have changed.
    #expect((list?.changeText != nil) == (leaves > 120))
  }

  @Test func twoGraphsThatAreTheSameSaySo() throws {
    let sketch = GraphPair.sketch(Self.areas, "1 t IN x")
    let outline = try GraphPair(before: sketch, after: sketch).diagram(Self.teams()).outline
    #expect(outline.summary.hasPrefix("Before: A · After: B · no difference in the picture. "))
    #expect(outline.tables.allSatisfy { $0.title != "Changes" && !$0.columns.contains("Change") })
  }

  @Test func whatARelationshipLedTheQueriesToIsAsItWas() {
    let all = GraphPair.sketch("Area x level=old, Area y, Team t, Team u", "1 t IN x")
    let pair = GraphPair(
      before: GraphPair.sketch("Area y"),
      after: GraphPair.sketch("Area x level=new, Area y, Team t verdict=bad, Team u", "1 t IN x, 2 y NEXT x"))
    let worlds = pair.worlds(unfoundBefore: all)
    let compared = ComparedGraph(worlds)
    let writer = ValueWriter(language: .english)
    func mark(_ name: String, facts: Set<String>) -> ElementChange? {
      let changes = ElementChanges(compared, schema: Schema(), writer: writer, facts: facts)
      #expect(changes.relationships.map { $0?.kind } == [nil, .added])
      return compared.numbers[GraphPair.id(name)].flatMap { changes.nodes[$0] }
    }
    // The new relationship leads to x, and x to t; nothing leads to u, which came into the picture by itself.
    #expect(mark("x", facts: []) == ElementChange(kind: .changed, detail: "level old → new"))
    #expect(mark("t", facts: [])?.kind == .changed && mark("u", facts: [])?.kind == .added)
    // What the queries tell of t is new, and no property of it.
    #expect(mark("t", facts: ["verdict"]) == ElementChange(kind: .added, detail: nil))
  }

  // MARK: Formats

  private static let everything = GraphPair(
    before: GraphPair.sketch("Area x, Area y, Team t, Team u, Team c p=1", "1 t IN x, 2 u IN x, 3 x NEXT y, 7 c IN y"),
    after: GraphPair.sketch("Area x, Area y, Team t, Team n, Team c p=2", "4 t IN y, 5 n IN x, 7 c IN y"))

  @Test func allFormatsTellTheChanges() throws {
    let diagram = try Self.everything.diagram()
    func text(_ format: DiagramFormat) throws -> String { String(decoding: try diagram.render(format), as: UTF8.self) }
    let svg = try SVGContent(diagram.render(.svg))
    #expect(
      svg.elements.isSubset(of: SVGContent.expected) && svg.attributes.isSubset(of: SVGContent.expectedAttributes))
    for words in ["u (Team): removed", "t IN y: moved from x", "c (Team): changed: p 1 → 2", "+ added", "− removed"] {
      #expect(svg.text.contains(words), "\(words)")
    }
    let graphML = try text(.graphml)
    for kind in ChangeKind.allCases { #expect(graphML.contains("<data key=\"change\">\(kind.rawValue)</data>")) }
    #expect(graphML.contains("<data key=\"change_detail\">from x</data>"))
    #expect(try text(.json).contains(#""change": "moved""#))
    #expect(try text(.dot).contains("change=removed"))
    let mermaid = try text(.mermaid)
    #expect(mermaid.contains("− removed<br/>u") && mermaid.contains("|\"⇄ moved from x\"|"))
    #expect(mermaid.contains("linkStyle"))
    let outline = diagram.outline
    #expect(outline.tables.map(\.title) == ["Changes", "Content", "Relationships"])
    #expect(outline.tables.allSatisfy { $0.columns[0] == "Change" })
    #expect(
      outline.tables[0].rows.map { $0.joined(separator: "|") } == [
        "+ added|Team|n|", "+ added|IN|n → x|", "− removed|Team|u|", "− removed|IN|u → x|", "− removed|NEXT|x → y|",
        "⇄ moved|IN|t → y|from x", "≠ changed|Team|c|p 1 → 2",
      ])
  }

  @Test func theLegendHoldsOnlyWhatOccurs() {
    let pair = GraphPair(before: GraphPair.sketch("Area x"), after: GraphPair.sketch("Area x, Area y", "1 x IN y"))
    #expect(pair.picture().legend.map(\.text.text) == ["Area", "+ added", "+ added: IN", "unchanged"])
  }

  @Test func theSameContentGivesTheSameBytesWhateverItsNumbers() throws {
    let pictures = try [(0, 100), (300, 40)].map { first in
      try Diagram(DrawingTests.definition(), comparing: Self.everything.worlds(first: first), schema: Schema())
    }
    for format in DiagramFormat.allCases {
      let bytes = try pictures.map { try $0.render(format) }
      let isSame = bytes[0] == bytes[1]
      #expect(isSame, "\(format)")
    }
  }

  @Test(arguments: DrawingTests.hostile) func hostileTextStaysText(text: String) throws {
    var pair = Self.everything
    pair.before.nodes["c"] = ("Team", ["p": .string(text), "name": .string(text)])
    pair.after.nodes["x"] = ("Area", ["level": .string(text)])
    let definition = DrawingTests.definition {
      $0.grouping = [.property("level", pattern: ElementPattern(), order: [])]
    }
    let content = try SVGContent(pair.diagram(definition).render(.svg))
    #expect(content.elements.isSubset(of: SVGContent.expected))
    #expect(content.attributes.isSubset(of: SVGContent.expectedAttributes))
  }

  @Test func marksPassOnTheirBackgrounds() {
    for kind in ChangeKind.allCases {
      #expect(PartsTests().contrast(kind.color.line, kind.color.fill) >= 4.5)
      #expect(PartsTests().contrast(kind.color.line, PaletteColor.paper) >= 4.5)
    }
    for color in PaletteColor.allCases { #expect(PartsTests().contrast(color.calmLine, PaletteColor.paper) >= 3) }
  }

  @Test func framesOfTwoRulesAreNotTakenForOneAnother() {
    func set(_ title: String, _ value: Value) -> GroupingRule {
      .sets(
        [
          GroupingRule.NamedSet(
            title: Caption(["en": title]), fill: nil, patterns: [ElementPattern(values: ["side": [value]])])
        ], isBanded: false)
    }
    let pair = GraphPair(
      before: GraphPair.sketch("Area x side=left, Area y side=right"),
      after: GraphPair.sketch("Area x side=right, Area y side=right"))
    let picture = pair.picture(
      DrawingTests.definition { $0.grouping = [set("Left", "left"), set("Right", "right")] })
    #expect(picture.boxes.first { $0.name.text == "x" }?.change?.kind == .moved)
  }

  @Test func valuesThatReadAlikeAreDifferentFrames() {
    var pair = GraphPair(before: GraphPair.sketch("Area x, Area y"), after: GraphPair.sketch("Area x, Area y"))
    for (name, values) in [("x", (Value.integer(1), Value.string("1"))), ("y", ("1", "1"))] {
      pair.before.nodes[name]?.properties["p"] = values.0
      pair.after.nodes[name]?.properties["p"] = values.1
    }
    let picture = pair.picture(
      DrawingTests.definition { $0.grouping = [.property("p", pattern: ElementPattern(), order: [])] })
    #expect(picture.boxes.map { $0.change?.kind } == [.moved, nil])
  }

  @Test func aFrameThatMovesTakesWhatStandsInItAlong() {
    let pair = GraphPair(
      before: GraphPair.sketch("Area m, Area n, Area o, Area y, Team x", "1 x IN m, 2 m IN n, 3 y IN o"),
      after: GraphPair.sketch("Area m, Area n, Area o, Area y, Team x", "1 x IN m, 4 m IN o, 3 y IN o"))
    let picture = pair.picture(
      DrawingTests.definition { $0.grouping = [.relationship("IN", member: .from, pattern: ElementPattern())] })
    #expect(picture.frames.first { $0.title.text == "m" }?.change?.kind == .moved)
    #expect(picture.boxes.first { $0.name.text == "x" }?.change == nil)
    #expect(picture.frames.count { $0.title.text == "m" } == 1)
  }
}
