import GraphModel
import Testing

@testable import Diagrams

@Suite struct GroupingTests {
  private static func picture(
    _ subgraph: Subgraph, _ grouping: [GroupingRule], _ change: (inout DiagramDefinition) -> Void = { _ in }
  ) -> Picture {
    let definition = DrawingTests.definition {
      $0.grouping = grouping
      change(&$0)
    }
    var builder = PictureBuilder(
      definition: definition, subgraph: subgraph, schema: Schema(), context: DiagramContext())
    return builder.picture(parameters: [:])
  }

  private static func members(of key: String) -> GroupingRule {
    .relationship("IN", member: .from, pattern: ElementPattern(keys: [key]))
  }

  /// The titles of the frames around a box, from the innermost outwards.
  private static func frames(around box: String, in picture: Picture) -> [String] {
    var titles: [String] = []
    var frame = picture.boxes.first { $0.name.text == box }?.frame
    while let next = frame {
      titles.append(picture.frames[next].title.text)
      frame = picture.frames[next].parent
    }
    return titles
  }

  private static let nested = GraphPair.subgraph(GraphPair.sketch("Unit x, Unit m, Unit n", "1 x IN m, 2 m IN n"))

  @Test func aLaterRulePutsAFrameIntoAFrame() {
    for rules in [["m", "n"], ["n", "m"]] {
      let picture = Self.picture(Self.nested, rules.map(Self.members))
      #expect(Self.frames(around: "x", in: picture) == ["m", "n"], "\(rules)")
      #expect(picture.boxes.count == 1 && picture.arrows.isEmpty)
      // Whoever reads the frames finds each one's parent before it.
      for (index, frame) in picture.frames.enumerated() { #expect(frame.parent ?? -1 < index) }
    }
  }

  @Test func aCircleOverSeveralRulesLosesNothing() throws {
    let ring = GraphPair.subgraph(GraphPair.sketch("Unit x, Unit f", "1 x IN f, 2 f IN x"))
    let any = GroupingRule.relationship("IN", member: .from, pattern: ElementPattern())
    for rules in [[any], [any, any], [Self.members(of: "f"), Self.members(of: "x")], [any, any, any]] {
      let picture = Self.picture(ring, rules)
      #expect(picture.frames.count == 1 && picture.boxes.count == 2 && picture.arrows.count == 1)
      #expect(throws: Never.self) { try Diagram(picture).render(.svg) }
    }
  }

  @Test func whatStandsInAFrameOfARelationshipStaysThere() {
    let picture = Self.picture(
      GraphPair.subgraph(GraphPair.sketch("Unit x, Unit f, Unit g", "1 x IN f, 2 x IN g")),
      [Self.members(of: "f"), Self.members(of: "g")])
    #expect(Self.frames(around: "x", in: picture) == ["f"])
    #expect(picture.arrows.count == 1 && Set(picture.boxes.map(\.name.text)) == ["x", "g"])
  }

  @Test func framesThatLaterRulesEmptyAreNotDrawn() {
    let graph = GraphPair.subgraph(GraphPair.sketch("Unit x level=low, Unit f level=high", "1 x IN f"))
    let picture = Self.picture(
      graph,
      [
        .property("level", pattern: ElementPattern(), order: []),
        .relationship("IN", member: .from, pattern: ElementPattern()),
      ])
    #expect(picture.frames.map(\.title.text) == ["high", "f"])
    #expect(picture.frames.map(\.parent) == [nil, 0])
  }

  @Test func aPictureOfFramesAloneIsEmpty() throws {
    var picture = Picture(title: PlainText("T"), language: .english, summary: PlainText(""))
    #expect(try Diagram(picture).isEmpty)
    picture.frames = [PictureFrame(id: "f", title: PlainText("F"))]
    picture.layout.isHasty = true
    #expect(try Diagram(picture).isEmpty)
  }

  @Test func onALineOfTimeOnlyTheOutermostFramesAreLanes() {
    let graph = GraphPair.subgraph(
      GraphPair.sketch(
        "Unit x day=1, Unit y day=2, Unit m, Unit n, Unit z side=left inner=a day=3, Unit w side=left inner=b day=4",
        "1 x IN m, 2 m IN n, 3 y IN n"))
    let picture = Self.picture(
      graph,
      [
        .relationship("IN", member: .from, pattern: ElementPattern()),
        .property("side", pattern: ElementPattern(), order: []),
        .property("inner", pattern: ElementPattern(), order: []),
      ]
    ) { $0.timeline = TimelineRule(patterns: [ElementPattern(names: ["Unit"])], property: "day") }
    #expect(picture.frames.map(\.title.text) == ["n", "left"])
    #expect(picture.frames.allSatisfy { $0.parent == nil })
    for box in ["x", "y", "m", "n"] { #expect(Self.frames(around: box, in: picture) == ["n"]) }
    for box in ["z", "w"] { #expect(Self.frames(around: box, in: picture) == ["left"]) }
    // What made the inner frame is drawn instead.
    #expect(picture.arrows.map { [$0.from, $0.to].map { picture.boxes[$0].name.text } } == [["x", "m"]])
  }
}
