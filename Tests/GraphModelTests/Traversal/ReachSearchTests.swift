import SeededRandom
import Testing

@testable import GraphModel

/// The search for reached nodes against its slow twin: node by node, by bits and on several cores.
@Suite struct ReachSearchTests {
  static let tunings = [
    SearchTuning.standard, SearchTuning(wideShare: .max, parallelWidth: .max, chunkSize: 1, workers: 1),
    SearchTuning(wideShare: .max, parallelWidth: 1, chunkSize: 3, workers: 3),
    SearchTuning(wideShare: 20, parallelWidth: 8, chunkSize: 2, workers: 2),
  ]

  static let shapes: [(nodes: Int, relationships: Int)] = [(1, 0), (2, 2), (4, 6), (6, 5), (40, 60), (300, 900)]

  @Test(arguments: shapes, 0..<6)
  func agreesWithItsTwin(_ shape: (nodes: Int, relationships: Int), seed: Int) throws {
    let graph = try TraversalTwin.graph(seed: seed, nodes: shape.nodes, relationships: shape.relationships)
    let isLarge = shape.nodes > 100
    let xy = ["X", "Y", "Fresh"].compactMap(graph.symbols.type)
    for direction in [TraversalDirection.outgoing, .incoming, .both] {
      for types in isLarge ? [nil] : [nil, xy, []] {
        let twin = TraversalTwin(graph: graph, direction: direction, types: types)
        for (includesStart, isAcyclic) in [(true, false), (false, false), (false, true)] {
          for limit in isLarge ? [nil, 3] : [nil, 0, 1, 2, 3, 4, 7] {
            let starts = (0..<(isLarge ? 2 : 4)).map { NodeIndex(UInt32($0 * 13 % graph.nodeNumberBound)) }
            let expected = starts.map {
              twin.reached(from: $0, includesStart: includesStart, limit: limit, isAcyclic: isAcyclic)
            }
            for tuning in Self.tunings {
              let search = ReachSearch(
                graph, direction, types: types, includesStart: includesStart, limit: limit, isAcyclic: isAcyclic,
                tuning: tuning)
              // One after the other, in the same memory.
              for (start, expected) in zip(starts, expected) {
                search.removeAll()
                search.begin(at: [start])
                while search.advance() {}
                check(search, expected, graph)
              }
            }
          }
        }
      }
    }
  }

  @Test(arguments: shapes, 0..<6)
  func severalStartsShareWhatTheyReach(_ shape: (nodes: Int, relationships: Int), seed: Int) throws {
    let graph = try TraversalTwin.graph(seed: seed, nodes: shape.nodes, relationships: shape.relationships)
    let starts = (0..<9).map { NodeIndex(UInt32($0 * 7 % graph.nodeNumberBound)) }
    for (direction, includesStart) in [
      (TraversalDirection.outgoing, false), (.incoming, false), (.incoming, true), (.both, true),
    ] {
      let twin = TraversalTwin(graph: graph, direction: direction, types: nil)
      let expected = starts.reduce(into: Set<NodeIndex>()) {
        $0.formUnion(twin.reached(from: $1, includesStart: includesStart, limit: nil, isAcyclic: false))
      }
      for tuning in Self.tunings {
        let search = ReachSearch(
          graph, direction, types: nil, includesStart: includesStart, limit: nil, isAcyclic: false, tuning: tuning)
        for part in [Array(starts[..<4]), [starts[4]], Array(starts[5...])] {
          search.begin(at: part)
          while search.advance() {}
        }
        check(search, expected, graph)
      }
    }
  }

  /// A search that is broken off leaves nothing for the next, which is lent the same memory.
  @Test(arguments: tunings)
  func brokenOffSearchesLeaveNothing(_ tuning: SearchTuning) throws {
    let graph = try TraversalTwin.graph(seed: 5, nodes: 300, relationships: 900)
    let twin = TraversalTwin(graph: graph, direction: .both, types: nil)
    let expected = twin.reached(from: NodeIndex(1), includesStart: false, limit: nil, isAcyclic: false)
    for steps in 0..<12 {
      do {
        let broken = ReachSearch(
          graph, .both, types: nil, includesStart: false, limit: nil, isAcyclic: steps % 2 == 0, tuning: tuning)
        broken.begin(at: [NodeIndex(0)])
        for _ in 0..<steps { _ = broken.advance() }
      }
      let search = ReachSearch(
        graph, .both, types: nil, includesStart: false, limit: nil, isAcyclic: false, tuning: tuning)
      search.begin(at: [NodeIndex(1)])
      while search.advance() {}
      check(search, expected, graph)
    }
  }

  private func check(_ search: ReachSearch, _ expected: Set<NodeIndex>, _ graph: GraphView) {
    var nodes: [NodeIndex] = []
    search.append(0..<search.count, to: &nodes)
    #expect(Set(nodes) == expected)
    #expect(nodes.count == expected.count)
    let bound = UInt32(graph.nodeNumberBound)
    for range in [0..<bound, bound / 2..<bound / 2, bound / 4..<bound / 4 * 3] {
      #expect(search.count(in: range) == expected.count { range.contains($0.raw) })
      let later = [NodeIndex](nodes.dropFirst(2))
      for (place, nodes) in [(0, nodes), (min(2, nodes.count), later)] {
        let stored = nodes.count { range.contains($0.raw) && graph.isAsStored($0) }
        #expect(search.storedCount(in: [range], from: place) == stored)
        var touched: [NodeIndex] = []
        search.forEachTouched(from: place) { touched.append($0) }
        #expect(Set(touched) == Set(nodes.filter { !graph.isAsStored($0) }))
      }
    }
    #expect((0..<bound).allSatisfy { search.contains(NodeIndex($0)) == expected.contains(NodeIndex($0)) })
  }
}
