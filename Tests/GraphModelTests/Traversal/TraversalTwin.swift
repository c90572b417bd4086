import SeededRandom

@testable import GraphModel

/// What searches find, by looking at every relationship again and again.
struct TraversalTwin {
  let graph: GraphView
  let direction: TraversalDirection
  let types: [TypeID]?

  /// The nodes by their distance from a start; over no relationship of `but`.
  func distances(from start: NodeIndex, without but: RelationshipIndex? = nil) -> [NodeIndex: Int] {
    var distances = [start: 0]
    var frontier = [start]
    while !frontier.isEmpty {
      var following: [NodeIndex] = []
      for node in frontier {
        var neighbours: [Neighbour] = []
        graph.appendRelationships(of: node, direction, types: types, to: &neighbours)
        for neighbour in neighbours where neighbour.relationship != but && distances[neighbour.node] == nil {
          distances[neighbour.node] = (distances[node] ?? 0) + 1
          following.append(neighbour.node)
        }
      }
      frontier = following
    }
    return distances
  }

  func reached(from start: NodeIndex, includesStart: Bool, limit: Int?, isAcyclic: Bool) -> Set<NodeIndex> {
    let limit = limit ?? .max
    var reached = Set(distances(from: start).filter { $0.value <= limit && $0.value > 0 }.keys)
    if includesStart || (!isAcyclic && returns(to: start, within: limit)) { reached.insert(start) }
    return reached
  }

  /// Whether a path that uses no relationship twice leads back.
  private func returns(to start: NodeIndex, within limit: Int) -> Bool {
    var neighbours: [Neighbour] = []
    graph.appendRelationships(of: start, direction, types: types, to: &neighbours)
    return neighbours.contains { neighbour in
      distances(from: neighbour.node, without: neighbour.relationship)[start].map { $0 < limit } ?? false
    }
  }

  /// A graph with loops, parallel relationships and, for odd seeds, an overlay that makes, deletes and relabels.
  static func graph(seed: Int, nodes: Int, relationships: Int) throws -> GraphView {
    let plain = PlainGraph(
      seed: UInt64(seed), nodeCount: nodes, relationshipCount: relationships, spread: seed % 3 == 0 ? 2000 : 0)
    var graph = GraphView(try plain.snapshot())
    guard seed % 2 == 1 else { return graph }
    var random = SplitMix64(seed: UInt64(seed) &+ 77)
    func node() -> NodeIndex {
      let bound = graph.nodeNumberBound
      return NodeIndex(UInt32(random.next() % UInt64(random.next() % 2 == 0 ? min(bound, nodes) : bound)))
    }
    for _ in 0..<2 + nodes / 10 {
      switch random.next() % 4 {
      case 0: _ = graph.createNode(labels: ["A", "New"], properties: [] as [(String, Value)])
      case 1: graph.addLabel("New", to: node())
      case 2 where graph.snapshot.relationshipCount > 0:
        graph.delete(RelationshipIndex(UInt32(random.next() % UInt64(graph.snapshot.relationshipCount))))
      default:
        let type = ["X", "Y", "Fresh"][Int(random.next() % 3)]
        _ = graph.createRelationship(type: type, from: node(), to: node(), properties: [] as [(String, Value)])
      }
    }
    return graph
  }
}
