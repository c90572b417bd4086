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
}
