import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Counts for each of many sets of nodes how many of the wanted nodes walks from its members reach.
///
/// Few are searched for one after the other. For many, cycles are taken together, which leaves a graph that can be put
/// in order, and all wanted nodes are carried back through it, 512 at a time as the bits of a row; what a source
/// reaches is then counted by bits, and no relationship is looked at for each source anew. That side of the walk is
/// carried, and not the sources, since a wanted node near the end of all walks is met by few, while a source that all
/// depends on meets all.
public struct ReachCounter: Sendable {
  private let graph: GraphView
  private let direction: TraversalDirection
  private let types: [TypeID]?
  private let includesStart: Bool
  private let wanted: [Range<UInt32>]
  private let tuning: ReachTuning

  /// - Parameters:
  ///   - direction: `outgoing` or `incoming`.
  ///   - types: the relationships that a walk may take; `nil` is every type.
  ///   - includesStart: whether a walk of no relationship counts. If not, a node reaches itself on a cycle only.
  ///   - wanted: the numbers of the nodes that are counted; no two stretches share any.
  public init(
    _ graph: GraphView, _ direction: TraversalDirection, types: [TypeID]?, includesStart: Bool,
    wanted: [Range<UInt32>], tuning: ReachTuning = .standard
  ) {
    precondition(direction != .both, "a walk in both directions may go out and back")
    self.graph = graph
    self.direction = direction
    self.types = types
    self.includesStart = includesStart
    self.wanted = wanted.sorted { $0.lowerBound < $1.lowerBound }
    self.tuning = tuning
  }

  /// How many wanted nodes the members of a set reach together.
  public struct Count: Hashable, Sendable {
    public var count: Int
    /// The place in its set of the first member that reaches any by itself; `nil` if none does.
    public var firstReaching: Int?

    public init(count: Int, firstReaching: Int? = nil) {
      self.count = count
      self.firstReaching = firstReaching
    }
  }

  /// Counts for each set.
  /// - Parameters:
  ///   - reserve: told how many bytes the work will take, before it takes them.
  ///   - check: asked every few milliseconds. What either throws ends the work.
  /// - Complexity: O(*nodes* + *relationships* + *w* / 512 · *s*) on all cores, for *w* wanted nodes and *s* steps that
  ///   512 of them are carried on average: at most all relationships, and few where each is reached by few. Never more
  ///   than a small multiple of searching from each set.
  public func counts<Failure: Error>(
    of sets: NodeSets, reserve: (Int) throws(Failure) -> Void, check: () throws(Failure) -> Void
  ) throws(Failure) -> [Count] {
    if sets.memberCount <= graph.nodeNumberBound / tuning.batchedShare,
      let counts = try searchedCounts(of: sets, check: check)
    {
      return counts
    }
    let adjacency = WalkAdjacency(graph, direction, types: types)
    return try ReachCounter.counts(
      of: sets, along: adjacency, includesStart: includesStart, wanted: wanted, tuning: tuning, reserve: reserve,
      check: check)
  }

  // MARK: One by one

  /// - Returns: `nil` where it would go on for long.
  private func searchedCounts<Failure: Error>(
    of sets: NodeSets, check: () throws(Failure) -> Void
  ) throws(Failure) -> [Count]? {
    var search = SharedSearch(graph, direction, types: types, includesStart: includesStart)
    let limit = tuning.searchedNodes ?? 2 * graph.nodeNumberBound
    var reached = 0
    var counts: [Count] = []
    counts.reserveCapacity(sets.count)
    for set in 0..<sets.count {
      search.removeAll()
      var count = Count(count: 0)
      for (place, member) in sets[set].enumerated() {
        let first = search.reached.count
        try search.run(from: member, check: check)
        for node in search.reached[first...] where isWanted(node.raw) { count.count += 1 }
        if count.count > 0, count.firstReaching == nil { count.firstReaching = place }
      }
      counts.append(count)
      reached += search.reached.count
      if reached > limit, set + 1 < sets.count { return nil }
    }
    return counts
  }

  private func isWanted(_ node: UInt32) -> Bool {
    var low = 0
    var high = wanted.count
    while low < high {
      let middle = (low + high) / 2
      if wanted[middle].upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low < wanted.count && wanted[low].lowerBound <= node
  }

  // MARK: All at once

  /// Counts for each set in any graph of numbers.
  public static func counts<Failure: Error>(
    of sets: NodeSets, along adjacency: WalkAdjacency, includesStart: Bool, wanted: [Range<UInt32>],
    tuning: ReachTuning = .standard, reserve: (Int) throws(Failure) -> Void, check: () throws(Failure) -> Void
  ) throws(Failure) -> [Count] {
    // Tarjan's marks and members, then the components' steps.
    try reserve(adjacency.nodeBound * 12 + ComponentSteps.bytes(nodes: adjacency.nodeBound, steps: adjacency.count))
    let condensation = try Condensation(adjacency, from: sets.memberNumbers, check: check)
    var wantedNodes = BitSet(count: adjacency.nodeBound)
    for range in wanted { wantedNodes.insert(range.clamped(to: 0..<UInt32(adjacency.nodeBound))) }
    let plan = ReachPlan(condensation, sets, wanted: wantedNodes, includesStart: includesStart)
    try check()
    let steps = ComponentSteps(adjacency, condensation)
    try check()
    let sums = try sums(plan, steps, tuning: tuning, reserve: reserve, check: check)
    return counts(of: sets, condensation, plan, sums)
  }

  private static func sums<Failure: Error>(
    _ plan: ReachPlan, _ steps: ComponentSteps, tuning: ReachTuning, reserve: (Int) throws(Failure) -> Void,
    check: () throws(Failure) -> Void
  ) throws(Failure) -> ReachSums {
    let size = BatchPropagation.bytes(components: steps.bounds.count, sets: plan.spread.count)
    let batches = (plan.wanted.count + BatchPropagation.width - 1) / BatchPropagation.width
    let workers = max(1, min(tuning.workers, batches, tuning.memory / max(1, size)))
    try reserve(workers * size)
    let queue = BatchQueue(batches: batches)
    let propagations = (0..<workers).map { _ in BatchPropagation(steps, plan) }
    let group = DispatchGroup()
    for helper in propagations.dropFirst() {
      DispatchQueue.global().async(group: group) {
        while let batch = queue.next() { helper.run(plan.wanted[batch.clamped(to: plan.wanted.indices)]) }
      }
    }
    do {
      // The calling thread does its part, and is the one to ask whether to go on.
      while let batch = queue.next() {
        propagations[0].run(plan.wanted[batch.clamped(to: plan.wanted.indices)])
        try check()
      }
    } catch {
      queue.stop()
      group.wait()
      throw error
    }
    group.wait()
    var sums = ReachSums(
      components: [Int](repeating: 0, count: steps.bounds.count), sets: [Int](repeating: 0, count: plan.spread.count))
    for propagation in propagations { propagation.add(to: &sums) }
    return sums
  }

  private static func counts(
    of sets: NodeSets, _ condensation: Condensation, _ plan: ReachPlan, _ sums: ReachSums
  ) -> [Count] {
    var counts: [Count] = []
    counts.reserveCapacity(sets.count)
    for set in 0..<sets.count {
      var count = Count(count: 0)
      for (place, member) in sets[set].enumerated() {
        guard let component = condensation.component(of: member.raw) else { continue }
        let own = sums.components[Int(component)]
        if own == 0 { continue }
        // Right for sets in one component.
        count = Count(count: own, firstReaching: place)
        break
      }
      counts.append(count)
    }
    for (place, set) in plan.spread.enumerated() { counts[set].count = sums.sets[place] }
    return counts
  }
}

/// The batches that nobody has taken yet.
private final class BatchQueue: Sendable {
  private let batches: Int
  private let taken = Atomic<Int>(0)

  init(batches: Int) { self.batches = batches }

  /// The places of the next batch's components.
  func next() -> Range<Int>? {
    let batch = taken.add(1, ordering: .relaxed).oldValue
    guard batch < batches else { return nil }
    return batch * BatchPropagation.width..<(batch + 1) * BatchPropagation.width
  }

  func stop() { taken.store(batches, ordering: .relaxed) }
}

/// When the counting changes how it works: of interest to tests, which have small graphs.
public struct ReachTuning: Sendable {
  /// From how many sources on all are counted at once: as a part of the graph's nodes, one in so many.
  public var batchedShare: Int
  /// How many nodes searches from fewer may reach before all are counted at once; `nil`: some times all nodes.
  public var searchedNodes: Int?
  /// How many cores work on it.
  public var workers: Int
  /// Bytes that all of them together may take.
  public var memory: Int

  public init(batchedShare: Int, searchedNodes: Int?, workers: Int, memory: Int) {
    self.batchedShare = batchedShare
    self.searchedNodes = searchedNodes
    self.workers = workers
    self.memory = memory
  }

  /// For this machine.
  public static let standard = ReachTuning(
    batchedShare: 16, searchedNodes: nil, workers: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))),
    memory: 1 << 28)
}
