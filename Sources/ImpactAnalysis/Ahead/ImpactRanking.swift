public import GraphModel

/// How much would happen if one node were retired by itself.
public struct RankedElement: Sendable {
  public let element: ImpactElement
  public let counts: ImpactCounts
}

extension ImpactAnalysis {
  /// What carries most: nodes by how many others would be broken, degraded and to be reviewed if they were retired one
  /// at a time; equal ones by key. Nodes that are inactive, and those that nothing hangs on, are left out.
  /// - Parameter limit: so many at most; `nil` is all.
  /// - Complexity: that of `counts(ifRetired:)`.
  public func ranking(of nodes: [NodeIndex], limit: Int? = nil) -> [RankedElement] {
    let packed = engine.packed()
    let ranked = zip(nodes, counts(ifRetired: nodes)).filter { $0.1.total > 0 }.sorted { a, b in
      for effect in ImpactEffect.allCases.reversed() where a.1[effect] != b.1[effect] {
        return a.1[effect] > b.1[effect]
      }
      return packed.place(of: a.0) < packed.place(of: b.0)
    }
    return ranked.prefix(limit ?? ranked.count).map { RankedElement(element: names.element($0.0), counts: $0.1) }
  }

  /// How many nodes would get each effect if each of many nodes were retired by itself; exactly what `retire` counts.
  ///
  /// A node is at least as bad as a level if a pair of it and that level is reached over pairs; tables never fall, so
  /// each level can be counted by itself. Few nodes are walked from one by one, many are counted all at once.
  /// - Complexity: for many, that of `ReachCounter` on *l* · *n* nodes and *l* · *r* steps, for *l* different effects in
  ///   the tables, *n* nodes and *r* relationships that pass something on.
  public func counts(ifRetired nodes: [NodeIndex]) -> [ImpactCounts] {
    let packed = engine.packed()
    let isActive = nodes.map { graph.isPresent($0) && !rules.isInactive($0, in: graph) }
    let places = zip(nodes, isActive).filter(\.1).map { UInt32(packed.place(of: $0.0)) }
    let found = SingleRetirements(packed).counts(of: places)
    var next = found.makeIterator()
    return isActive.map { $0 ? next.next() ?? ImpactCounts() : ImpactCounts() }
  }
}

/// Counts the effects of many nodes retired one at a time.
private struct SingleRetirements {
  /// Up to so many nodes are walked from one by one, as long as they reach few.
  private static let fewNodes = 64

  private let graph: DependencyGraph
  /// The levels that some table gives, lowest first.
  private let levels: [UInt8]
  /// Whether what is retired passes on just what the worst level passes on.
  private let startsAtWorst: Bool

  init(_ graph: DependencyGraph) {
    self.graph = graph
    let given = Set(graph.effects).subtracting([ImpactLevel.none])
    levels = given.sorted()
    startsAtWorst = given.max().map { graph.row($0) == graph.row(ImpactLevel.retired) } ?? false
  }

  func counts(of places: [UInt32]) -> [ImpactCounts] {
    if levels.isEmpty { return places.map { _ in ImpactCounts() } }
    return places.count <= Self.fewNodes ? walked(places) : counted(places)
  }

  private func walked(_ places: [UInt32]) -> [ImpactCounts] {
    var walk = LevelWalk(graph: graph)
    return places.map { place in
      walk.add(CollectionOfOne(PackedStart(place: place, level: ImpactLevel.retired)))
      let counts = ImpactCounts(levels: walk.counts)
      walk.takeBack(to: 0)
      return counts
    }
  }

  private func counted(_ places: [UInt32]) -> [ImpactCounts] {
    // A block of pairs for each level, and one for what is retired where that passes on more than the worst level.
    let nodes = UInt32(graph.nodes.count)
    let blocks = levels + (startsAtWorst ? [] : [ImpactLevel.retired])
    let adjacency = WalkAdjacency(nodeBound: blocks.count * Int(nodes), steps: steps(blocks, nodes))
    let last = UInt32(blocks.count - 1)
    let sets = NodeSets(each: places.map { NodeIndex(last * nodes + $0) })
    var results = places.map { _ in [Int](repeating: 0, count: Int(ImpactLevel.retired)) }
    var worse = places.map { _ in 0 }
    for (block, level) in levels.enumerated().reversed() {
      let first = UInt32(block) * nodes
      let reached = ReachCounter.counts(
        of: sets, along: adjacency, includesStart: true, wanted: [first..<first + nodes], tuning: .standard,
        reserve: { _ in }, check: {})
      for (position, count) in reached.enumerated() {
        // The node itself is always among them.
        let others = count.count - 1
        results[position][Int(level)] = others - worse[position]
        worse[position] = others
      }
    }
    return results.map { ImpactCounts(levels: $0) }
  }

  private func steps(_ blocks: [UInt8], _ nodes: UInt32) -> [(from: UInt32, to: UInt32)] {
    var blockOfLevel = [UInt32?](repeating: nil, count: Int(ImpactLevel.retired) + 1)
    for (block, level) in blocks.enumerated() { blockOfLevel[Int(level)] = UInt32(block) }
    var steps: [(from: UInt32, to: UInt32)] = []
    for (block, level) in blocks.enumerated() {
      let first = UInt32(block) * nodes
      for place in 0..<nodes {
        // What is as bad as a level is as bad as the one below.
        if block > 0 { steps.append((first + place, first - nodes + place)) }
        for position in graph.positions(of: Int(place)) {
          guard let reached = blockOfLevel[Int(graph.effect(at: position, of: level))] else { continue }
          steps.append((first + place, reached * nodes + graph.dependents[position]))
        }
      }
    }
    return steps
  }
}
