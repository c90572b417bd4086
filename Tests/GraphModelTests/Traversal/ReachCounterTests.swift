import GraphModel
import SeededRandom
import Testing

/// Counts of what many sources reach, against a search from each over plain lists.
@Suite struct ReachCounterTests {
  /// Every way of counting: all at once by several threads, all at once, one by one, one by one given up half-way.
  static let tunings = [
    ReachTuning(batchedShare: .max, searchedNodes: 0, workers: 3, memory: 1 << 28),
    ReachTuning(batchedShare: .max, searchedNodes: 0, workers: 8, memory: 0),
    ReachTuning(batchedShare: 1, searchedNodes: .max, workers: 1, memory: 1 << 28),
    ReachTuning(batchedShare: 1, searchedNodes: 40, workers: 2, memory: 1 << 28),
  ]

  @Test(arguments: 0..<40)
  func agreesWithSearches(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &* 104729 &+ 7)
    // The last ones have more wanted nodes than a batch.
    let graph = try RandomGraph(&random, nodes: seed < 35 ? 1 + seed : 1500)
    let sets = graph.sets(&random)
    let wanted = graph.wanted(&random)
    for direction in [TraversalDirection.outgoing, .incoming] {
      for types in [nil, [graph.types[0]], [graph.types[1], graph.types[0], graph.types[1]]] {
        for includesStart in [false, true] {
          let expected = sets.map { graph.count($0, direction, types, includesStart, wanted) }
          for tuning in seed < 35 ? Self.tunings : [Self.tunings[0], Self.tunings[3]] {
            let counter = ReachCounter(
              GraphView(graph.snapshot), direction, types: types, includesStart: includesStart, wanted: wanted,
              tuning: tuning)
            let packed = NodeSets(
              members: sets.flatMap { Array($0) },
              starts: sets.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) })
            let counts = counter.counts(of: packed, reserve: { _ in }, check: {})
            #expect(counts == expected)
          }
        }
      }
    }
  }

  @Test func whereNoTypeIsFollowedAStartReachesItselfAtMost() {
    let sets = NodeSets(each: [NodeIndex(0), NodeIndex(2)])
    for includesStart in [false, true] {
      let counts = ReachCounter.counts(
        of: sets, along: WalkAdjacency(nodeBound: 3, steps: []), includesStart: includesStart, wanted: [0..<2],
        reserve: { _ in }, check: {})
      #expect(counts.map(\.count) == (includesStart ? [1, 0] : [0, 0]))
    }
  }

  @Test func aLongCycleAndALongChainNeedNoDeepStack() throws {
    let count: UInt32 = 200_000
    let chain = (0..<count - 1).map { (from: $0, to: $0 + 1) }
    let all = NodeSets(each: [NodeIndex(0), NodeIndex(count / 2), NodeIndex(count - 1)])
    func counts(_ steps: [(from: UInt32, to: UInt32)]) -> [Int] {
      ReachCounter.counts(
        of: all, along: WalkAdjacency(nodeBound: Int(count), steps: steps), includesStart: false, wanted: [0..<count],
        reserve: { _ in }, check: {}
      ).map(\.count)
    }
    #expect(counts(chain) == [Int(count) - 1, Int(count / 2) - 1, 0])
    #expect(counts(chain + [(count - 1, 0)]) == [Int(count), Int(count), Int(count)])
  }
}

/// A graph with cycles, loops and parallel relationships, and the slow way to count in it.
private struct RandomGraph {
  let snapshot: GraphSnapshot
  let types: [TypeID]
  private let steps: [(type: TypeID, from: Int, to: Int)]
  private let nodes: Int

  init(_ random: inout SplitMix64, nodes: Int) throws {
    self.nodes = nodes
    var builder = GraphSnapshotBuilder(revision: 1, schema: nil)
    let numbers = (0..<nodes).map { builder.addNode(id: Int64($0) + 1, labels: ["N"], properties: []) }
    // Sparse and dense ones: with many short walks, and with cycles around everything.
    let count = nodes * Int(random.next() % 3) + Int(random.next() % 4)
    for number in 0..<count {
      let from = numbers[Int(random.next() % UInt64(nodes))]
      let to = numbers[Int(random.next() % UInt64(nodes))]
      builder.addRelationship(
        id: Int64(number) + 1, type: random.next() % 2 == 0 ? "T" : "U", start: from, end: to, properties: [])
    }
    // Both types are there, whatever chance gave.
    for (number, type) in ["T", "U"].enumerated() {
      builder.addRelationship(
        id: Int64(count + number) + 1, type: type, start: numbers[0], end: numbers[nodes - 1], properties: [])
    }
    let snapshot = builder.build()
    self.snapshot = snapshot
    types = ["T", "U"].compactMap(snapshot.symbols.type)
    steps = (0..<UInt32(snapshot.relationshipCount)).map { number in
      let relationship = RelationshipIndex(number)
      return (
        snapshot.type(of: relationship), Int(snapshot.start(of: relationship).raw),
        Int(snapshot.end(of: relationship).raw)
      )
    }
  }

  /// Some sets of one node, of several, of one several times, and of none.
  func sets(_ random: inout SplitMix64) -> [[NodeIndex]] {
    (0..<min(nodes, 200)).map { number in
      let size = number % 5 == 0 ? Int(random.next() % 5) : 1
      return (0..<size).map { _ in NodeIndex(UInt32(random.next() % UInt64(nodes))) }
    }
  }

  func wanted(_ random: inout SplitMix64) -> [Range<UInt32>] {
    var ranges: [Range<UInt32>] = []
    var first: UInt32 = 0
    while first < UInt32(nodes) {
      let end = min(UInt32(nodes), first + 1 + UInt32(random.next() % UInt64(max(2, nodes / 2))))
      if random.next() % 3 != 0 { ranges.append(first..<end) }
      first = end
    }
    return ranges
  }

  func count(
    _ set: [NodeIndex], _ direction: TraversalDirection, _ types: [TypeID]?, _ includesStart: Bool,
    _ wanted: [Range<UInt32>]
  ) -> ReachCounter.Count {
    var neighbours = [[Int]](repeating: [], count: nodes)
    for step in steps where types?.contains(step.type) ?? true {
      if direction == .outgoing { neighbours[step.from].append(step.to) } else { neighbours[step.to].append(step.from) }
    }
    func reached(from start: Int) -> Set<Int> {
      var seen: Set<Int> = includesStart ? [start] : []
      var open = [start]
      while let node = open.popLast() {
        for neighbour in neighbours[node] where seen.insert(neighbour).inserted { open.append(neighbour) }
      }
      return seen.filter { node in wanted.contains { $0.contains(UInt32(node)) } }
    }
    let each = set.map { reached(from: Int($0.raw)) }
    return ReachCounter.Count(
      count: each.reduce(Set()) { $0.union($1) }.count, firstReaching: each.firstIndex { !$0.isEmpty })
  }
}
