import GraphModel
import Testing

@testable import Diagrams

/// Pictures of thousands of boxes: what is left must say something.
@Suite struct FoldingTests {
  private static func picture(
    _ names: [String], grouping: [GroupingRule] = [], parent: (Int) -> Int?
  ) -> Picture {
    var subgraph = DrawingTests.chain(names)
    for (index, relationship) in subgraph.relationships {
      guard let parent = parent(Int(relationship.end.raw)) else {
        subgraph.relationships[index] = nil
        continue
      }
      var moved = relationship
      moved.start = NodeIndex(UInt32(parent))
      moved.startID = Int64(parent)
      subgraph.relationships[index] = moved
    }
    var builder = PictureBuilder(
      definition: DrawingTests.definition { $0.grouping = grouping }, subgraph: subgraph, schema: Schema(),
      context: DiagramContext())
    return builder.picture(parameters: [:])
  }

  private static let names = (0..<5000).map { "node \($0)" }

  @Test func aTreeKeepsTheNamesOfItsGreatestBranches() {
    let picture = Self.picture(Self.names) { ($0 - 1) / 8 }
    for name in ["node 0", "node 1", "node 8"] { #expect(picture.boxes.contains { $0.name.text == name }) }
    #expect((10...60).contains(picture.boxes.count))
    #expect(picture.boxes.reduce(0) { $0 + $1.count } == 5000)
    #expect(PictureSummary.inWords(picture).contains("Thing: 5000"))
    // Nothing that hung together has come apart.
    var sets = DisjointSets(count: picture.boxes.count)
    for arrow in picture.arrows { sets.join(arrow.from, arrow.to) }
    #expect(Set(picture.boxes.indices.map { sets.root(of: $0) }).count == 1)
  }

  @Test func aNetKeepsTheNamesOfItsHubsWithCountsByKind() {
    var picture = Picture(title: PlainText("Net"), language: .english, summary: PlainText(""))
    picture.boxes = (0..<5000).map {
      PictureBox(id: "b\($0)", name: PlainText("node \($0)"), sort: PlainText($0 < 100 ? "Area" : "Document"))
    }
    for number in 1..<5000 {
      var parents = [(number - 1) / 8]
      if number % 20 == 0 { parents.append(number * 7 % number) }
      if number % 20 == 7 { parents.append(number / 3) }
      for parent in parents where parent != number {
        picture.arrows.append(
          PictureArrow(id: "a\(picture.arrows.count)", from: parent, to: number, meaning: PlainText("")))
      }
    }
    PictureSummary.condense(&picture, limits: DiagramLimits())
    #expect((20...60).contains(picture.boxes.count))
    #expect(picture.boxes.contains { $0.rows.contains { $0.text.text.hasPrefix("+ ") } })
    #expect(picture.boxes.reduce(0) { $0 + $1.count } == 5000)
    #expect(PictureSummary.inWords(picture).hasPrefix("Area: 100, Document: 4900"))
    var sets = DisjointSets(count: picture.boxes.count)
    for arrow in picture.arrows { sets.join(arrow.from, arrow.to) }
    #expect(Set(picture.boxes.indices.map { sets.root(of: $0) }).count == 1)
  }

  @Test func aHubStandsAloneBesideItsCount() {
    let picture = Self.picture(Self.names) { _ in 0 }
    #expect(picture.boxes.map(\.name.text).sorted() == ["4999 × Thing", "node 0"])
    #expect(picture.arrows.count == 1)
  }

  @Test func looseBoxesAreCounted() {
    let picture = Self.picture(Self.names) { _ in nil }
    #expect(picture.boxes.map(\.name.text) == ["5000 × Thing"])
  }

  @Test func deepFramesAreFolded() {
    let picture = Self.picture(
      Array(Self.names.prefix(2000)), grouping: [.relationship("NEXT", member: .to, pattern: ElementPattern())]
    ) { $0 - 1 }
    #expect(picture.frames.count < 8)
    #expect(picture.boxes.count == 1 && picture.boxes[0].rows.contains { $0.text.text.contains("groups within") })
  }

  @Test func foldedTwiceTellsTheFirstNumber() {
    var picture = Self.picture(Self.names) { ($0 - 1) / 8 }
    PictureSummary.condense(&picture, limits: DiagramLimits(boxes: 10, arrows: 20))
    #expect(picture.notes.map(\.text).filter { $0.contains("5000") }.count == 1)
    #expect(picture.boxes.reduce(0) { $0 + $1.count } == 5000)
  }
}
