public import GraphModel

/// How much would happen if one node were retired by itself.
public struct RankedElement: Sendable {
  public let element: ImpactElement
  /// With `unowned`, as far as it was asked for.
  public let counts: ImpactCounts
}

extension ImpactAnalysis {
  /// As `ranking(of:limit:ownershipRules:check:)`, by the schema alone.
  public func ranking(of nodes: [NodeIndex], limit: Int? = nil) -> [RankedElement] {
    ranking(of: nodes, limit: limit, ownershipRules: nil, check: {})
  }

  /// What carries most: nodes by how many others would be broken, degraded and to be reviewed if they were retired one
  /// at a time, then by how many would have nobody left; equal ones by key. Nodes that are inactive, and those that
  /// nothing hangs on, are left out.
  /// - Parameters:
  ///   - limit: so many at most; `nil` is all.
  ///   - ownershipRules: as `retire` takes them.
  ///   - check: asked every few milliseconds. What it throws ends the work.
  /// - Complexity: that of `counts(ifRetired:)`, and O(what the nodes own).
  public func ranking<Failure: Error>(
    of nodes: [NodeIndex], limit: Int?, ownershipRules: (any OwnershipRules)?, check: () throws(Failure) -> Void
  ) throws(Failure) -> [RankedElement] {
    let packed = engine.packed()
    var counts = try counts(ifRetired: nodes, check: check)
    try countUnowned(nodes, ownershipRules, &counts, check: check)
    let ranked = zip(nodes, counts).filter { $0.1.total + $0.1.unowned > 0 }.sorted { a, b in
      for effect in ImpactEffect.allCases.reversed() where a.1[effect] != b.1[effect] {
        return a.1[effect] > b.1[effect]
      }
      if a.1.unowned != b.1.unowned { return a.1.unowned > b.1.unowned }
      return packed.place(of: a.0) < packed.place(of: b.0)
    }
    return ranked.prefix(limit ?? ranked.count).map { RankedElement(element: names.element($0.0), counts: $0.1) }
  }

  /// How many nodes would have nobody left if each were retired by itself; exactly what `retire` counts.
  private func countUnowned<Failure: Error>(
    _ nodes: [NodeIndex], _ more: (any OwnershipRules)?, _ counts: inout [ImpactCounts],
    check: () throws(Failure) -> Void
  ) throws(Failure) {
    if more == nil, rules.ownerships.isEmpty { return }
    let search = OwnershipSearch(graph: graph, rules: rules, names: names)
    for (position, node) in nodes.enumerated() where graph.isPresent(node) && !rules.isInactive(node, in: graph) {
      if position % 64 == 0 { try check() }
      var losses = search.losses(retired: [node], active: [node], replacements: [:])
      losses += (more?.losses(retiring: [node], replacements: [:]) ?? [])
        .filter { $0.node != node && !rules.isInactive($0.node, in: graph) }
      if losses.isEmpty { continue }
      try check()
      counts[position].unowned = Set(losses.filter(\.remaining.isEmpty).map(\.node)).count
    }
  }

  /// As `counts(ifRetired:check:)`, to the end.
  public func counts(ifRetired nodes: [NodeIndex]) -> [ImpactCounts] { counts(ifRetired: nodes, check: {}) }

  /// How many nodes would get each effect if each of many nodes were retired by itself; exactly what `retire` counts.
  ///
  /// A node is at least as bad as a level if a pair of it and that level is reached over pairs; tables never fall, so
  /// each level can be counted by itself. Few nodes are walked from one by one, many are counted all at once.
  /// - Parameter check: asked every few milliseconds. What it throws ends the work.
  /// - Complexity: for many, that of `ReachCounter` on *l* · *n* nodes and *l* · *r* steps, for *l* different effects in
  ///   the tables, *n* nodes and *r* relationships that pass something on.
  public func counts<Failure: Error>(
    ifRetired nodes: [NodeIndex], check: () throws(Failure) -> Void
  ) throws(Failure) -> [ImpactCounts] {
    let packed = engine.packed()
    let isActive = nodes.map { graph.isPresent($0) && !rules.isInactive($0, in: graph) }
    let places = zip(nodes, isActive).filter(\.1).map { UInt32(packed.place(of: $0.0)) }
    let found = try SingleRetirements(packed).counts(of: places, check: check)
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

  func counts<Failure: Error>(
    of places: [UInt32], check: () throws(Failure) -> Void
  ) throws(Failure) -> [ImpactCounts] {
    if levels.isEmpty { return places.map { _ in ImpactCounts() } }
    return try places.count <= Self.fewNodes ? walked(places, check) : counted(places, check)
  }

  private func walked<Failure: Error>(
    _ places: [UInt32], _ check: () throws(Failure) -> Void
  ) throws(Failure) -> [ImpactCounts] {
    var walk = LevelWalk(graph: graph)
    var counts: [ImpactCounts] = []
    for place in places {
      try check()
      walk.add(CollectionOfOne(PackedStart(place: place, level: ImpactLevel.retired)))
      counts.append(ImpactCounts(levels: walk.counts))
      walk.takeBack(to: 0)
    }
    return counts
  }

  private func counted<Failure: Error>(
    _ places: [UInt32], _ check: () throws(Failure) -> Void
  ) throws(Failure) -> [ImpactCounts] {
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
      let reached = try ReachCounter.counts(
        of: sets, along: adjacency, includesStart: true, wanted: [first..<first + nodes], tuning: .standard,
        reserve: { _ throws(Failure) in }, check: check)
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
