import GraphModel
import Testing

@testable import Diagrams

@Suite struct GatheringTests {
  /// A hub to which leaves lead, and one that the hub leads to.
  private static func star(_ leaves: [String]) -> Subgraph {
    var subgraph = Subgraph()
    subgraph.nodes[NodeIndex(0)] = NodeData(
      id: 0, labels: ["Hub"], properties: ["key": .string("hub"), "name": .string("hub")])
    for (number, name) in (leaves + ["target"]).enumerated() {
      let id = Int64(number + 1)
      subgraph.nodes[NodeIndex(UInt32(id))] = NodeData(
        id: id, labels: ["Leaf"], properties: ["key": .string("l-\(id)"), "name": .string(name)])
      let isTarget = number == leaves.count
      subgraph.relationships[RelationshipIndex(UInt32(id))] = RelationshipData(
        id: id, type: "IN", start: NodeIndex(isTarget ? 0 : UInt32(id)), end: NodeIndex(isTarget ? UInt32(id) : 0),
        startID: isTarget ? 0 : id, endID: isTarget ? id : 0, properties: [:])
    }
    return subgraph
  }

  private static func picture(_ leaves: [String], smallest: Int) -> Picture {
    let definition = DrawingTests.definition {
      $0.gathering = [
        GatheringRule(
          pattern: ElementPattern(names: ["Leaf"]), smallest: smallest, title: Caption(["en": "Leaves"]), columns: nil)
      ]
    }
    var builder = PictureBuilder(
      definition: definition, subgraph: star(leaves), schema: Schema(), context: DiagramContext())
    return builder.picture(parameters: [:])
  }

  @Test func boxesJoinedInTheSameWayBecomeOneWithTheirNames() {
    let picture = Self.picture(["öl", "ål", "al"], smallest: 2)
    #expect(Set(picture.boxes.map(\.name.text)) == ["hub", "target", "Leaves (3)"])
    let list = picture.boxes.first { !$0.rows.isEmpty }
    #expect(list?.rows.map(\.text.text) == ["al", "ål", "öl"])
    #expect(picture.arrows.count == 2 && picture.arrows.allSatisfy { $0.count == 1 })
    #expect(picture.notes.isEmpty)
  }

  @Test func fewerThanTheSmallestStay() {
    #expect(Self.picture(["a", "b"], smallest: 3).boxes.count == 4)
  }

  @Test func patternsKnowSeveralRelationshipsAndTheirProperties() {
    var subgraph = DrawingTests.chain(["a", "b", "c"])
    subgraph.relationships[RelationshipIndex(2)]?.properties["text"] = .string("second")
    let graph = DrawnGraph(subgraph)
    let several = ElementPattern(several: ["NEXT"])
    #expect(graph.nodes.indices.filter { graph.matches(several, $0) } == [1])
    let second = ElementPattern(values: ["NEXT.text": [.string("second")]])
    #expect(graph.nodes.indices.filter { graph.matches(second, $0) } == [1, 2])
  }

  @Test func aKeyCanBeLeftToAParameter() {
    var graph = DrawnGraph(DrawingTests.chain(["a", "b"]))
    let pattern = ElementPattern(keys: ["$thing"])
    #expect(!graph.matches(pattern, 1))
    graph.parameters = ["thing": .string("k-1")]
    #expect(graph.matches(pattern, 1) && !graph.matches(pattern, 0))
  }
}
