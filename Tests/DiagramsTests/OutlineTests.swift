import GraphModel
import Testing

@testable import Diagrams

@Suite struct OutlineTests {
  @Test func tellsAllThatIsDrawn() throws {
    let definition = DrawingTests.definition {
      $0.grouping = [.property("name", pattern: ElementPattern(), order: [])]
      $0.folding = [
        FoldingRule(
          type: "NEXT", leaf: .to, pattern: ElementPattern(keys: ["k-2"]), parent: ElementPattern(),
          relationship: ElementPattern(), columns: nil, keepsBox: false)
      ]
    }
    let diagram = try Diagram(definition, subgraph: DrawingTests.chain(["a", "b", "c"]), schema: Schema())
    let outline = diagram.outline
    #expect(outline.title == "Title")
    #expect(outline.tables.map(\.title) == ["Content", "Relationships"])
    #expect(outline.tables[0].columns == ["Within", "Kind", "Name"])
    #expect(
      outline.tables[0].rows == [["a", "Thing", "a"], ["b", "Thing", "b"], ["b › b", "", "c"]])
    #expect(outline.tables[1].rows == [["a", "NEXT", "b"]])
  }

  @Test func aRelationshipDrawnTheOtherWayIsToldTheRightWay() throws {
    let definition = DrawingTests.definition {
      $0.relationshipStyles = [RelationshipStyleRule(pattern: ElementPattern(), isReversed: true, isInLegend: true)]
    }
    let diagram = try Diagram(definition, subgraph: DrawingTests.chain(["a", "b"]), schema: Schema())
    #expect(diagram.outline.tables[1].rows == [["a", "NEXT", "b"]])
  }

  @Test func whatIsTentativeIsExplainedByTheRuleThatMadeItSo() throws {
    func rule(_ text: String, _ line: LineStyle) -> RelationshipStyleRule {
      RelationshipStyleRule(
        pattern: ElementPattern(names: ["NEXT"], values: ["text": [.string(text)]]), line: line,
        legend: Caption(["en": "because of \(text)"]), isInLegend: true)
    }
    let definition = DrawingTests.definition {
      $0.folding = [
        FoldingRule(
          type: "NEXT", leaf: .to, pattern: ElementPattern(keys: ["k-2"]), parent: ElementPattern(),
          relationship: ElementPattern(), columns: nil, keepsBox: false)
      ]
      $0.relationshipStyles = [rule("b", .dotted), rule("c", .dashed)]
    }
    var builder = PictureBuilder(
      definition: definition, subgraph: DrawingTests.chain(["a", "b", "c"]), schema: Schema(),
      context: DiagramContext())
    let picture = builder.picture(parameters: [:])
    #expect(
      picture.legend.contains { if case .row(true, let text) = $0 { text.text == "because of c" } else { false } })
    // The type's plain look is not drawn.
    #expect(!picture.legend.contains { if case .arrow(let look, _) = $0 { look.line == .solid } else { false } })
    let tables = PictureOutline(picture).tables
    #expect(tables[0].rows.last?.last == "because of c")
    #expect(tables[1].rows == [["a", "NEXT", "b", "because of b"]])
  }

  @Test func whatIsFoldedIntoAFrameIsDrawnInIt() throws {
    let definition = DrawingTests.definition {
      $0.grouping = [.relationship("NEXT", member: .to, pattern: ElementPattern(keys: ["k-0"]))]
      $0.folding = [
        FoldingRule(
          type: "NEXT", leaf: .to, pattern: ElementPattern(keys: ["k-2"]), parent: ElementPattern(),
          relationship: ElementPattern(), columns: nil, keepsBox: false)
      ]
    }
    var subgraph = DrawingTests.chain(["a", "b", "c"])
    // Both hang on the first.
    for (index, relationship) in subgraph.relationships {
      var moved = relationship
      (moved.start, moved.startID) = (NodeIndex(0), 0)
      subgraph.relationships[index] = moved
    }
    let outline = try Diagram(definition, subgraph: subgraph, schema: Schema()).outline
    let names = Set(outline.tables[0].rows.flatMap { $0 })
    #expect(names.isSuperset(of: ["b", "c"]))
  }
}
