import Testing

@testable import GraphModel

/// The search from both ends against distances found from one.
@Suite struct MeetingSearchTests {
  @Test(arguments: [(2, 1), (4, 6), (6, 5), (40, 50), (300, 500)], 0..<6)
  func findsOneShortestWalk(_ shape: (nodes: Int, relationships: Int), seed: Int) throws {
    let graph = try TraversalTwin.graph(seed: seed, nodes: shape.nodes, relationships: shape.relationships)
    let bound = UInt32(graph.nodeNumberBound)
    for direction in [TraversalDirection.outgoing, .incoming, .both] {
      for types in [nil, ["X", "Fresh"].compactMap(graph.symbols.type)] {
        let twin = TraversalTwin(graph: graph, direction: direction, types: types)
        for start in [0, 1, bound - 1].map({ NodeIndex($0) }) {
          let distances = twin.distances(from: start)
          for end in (0..<min(bound, 15)).map({ NodeIndex($0 * 7 % bound) }) where end != start {
            for limit in [nil, 0, 1, 3] {
              let search = MeetingSearch(
                graph, direction, types: types, from: start, to: end, limit: limit, chunkSize: 1 + seed * seed)
              while search.advance() {}
              let distance = distances[end].flatMap { $0 <= limit ?? .max ? $0 : nil }
              #expect(search.walk?.relationships.count == distance)
              if let walk = search.walk { check(walk, from: start, to: end, twin) }
            }
          }
        }
      }
    }
  }

  private func check(
    _ walk: (nodes: [NodeIndex], relationships: [RelationshipIndex]), from start: NodeIndex, to end: NodeIndex,
    _ twin: TraversalTwin
  ) {
    #expect(walk.nodes.first == start && walk.nodes.last == end)
    #expect(walk.nodes.count == walk.relationships.count + 1)
    for (step, relationship) in walk.relationships.enumerated() {
      var neighbours: [Neighbour] = []
      twin.graph.appendRelationships(of: walk.nodes[step], twin.direction, types: twin.types, to: &neighbours)
      #expect(neighbours.contains(Neighbour(relationship, walk.nodes[step + 1])))
    }
  }
}
