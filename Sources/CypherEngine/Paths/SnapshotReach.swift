import CypherSemantics
import GraphModel

/// Which nodes a walk reaches, breadth first over a snapshot's packed adjacency, where the walk asks nothing of a
/// relationship but its type and direction.
///
/// What is reached is the queue itself, and a bit for each node tells what is in it.
struct SnapshotReach {
  private let snapshot: GraphSnapshot
  private let direction: TraversalDirection
  /// The numbers of the types that are followed.
  private let types: [Int]
  private let length: BoundPattern.Length
  private let isAcyclic: Bool
  /// The nodes in the order in which they were reached.
  private(set) var reached: [NodeIndex] = []
  private var seen: NodeSet
  /// Where the start is reached by leaving it and coming back by another way: the relationship by which the walk to a
  /// node left the start, and its length.
  private var branches: [UInt32] = []
  private var depths: [UInt32] = []

  /// - Parameter types: `nil` is every type.
  init(
    _ snapshot: GraphSnapshot, _ direction: TraversalDirection, types: [TypeID]?, length: BoundPattern.Length,
    isAcyclic: Bool
  ) {
    self.snapshot = snapshot
    self.direction = direction
    self.types =
      types.map { $0.map { Int($0.raw) }.filter(snapshot.outgoing.indices.contains) }
      ?? Array(snapshot.outgoing.indices)
    self.length = length
    self.isAcyclic = isAcyclic
    seen = NodeSet(bound: snapshot.nodeCount)
  }

  /// Forgets what was reached.
  /// - Complexity: O(*nodes reached*).
  mutating func removeAll() {
    for node in reached { seen.remove(node) }
    reached.removeAll(keepingCapacity: true)
  }

  /// Adds what a walk from a node reaches and no search before it did. Searches that share what they reach must have no
  /// upper bound: behind a node that is reached nothing is looked for again.
  mutating func search(from start: NodeIndex, _ budget: BudgetMeter) throws(EvaluationError) {
    if seen.contains(start) { return }
    let limit = length.upper ?? .max
    if direction == .both, length.lower > 0, !isAcyclic {
      return try searchWithReturn(from: start, limit: limit, budget)
    }
    var head = reached.count
    var depth = 0
    if length.lower == 0 {
      add(start)
    } else if limit > 0 {
      if isAcyclic { _ = seen.insert(start) }
      expand(start)
      depth = 1
    }
    while head < reached.count, depth < limit {
      let end = reached.count
      while head < end {
        expand(reached[head])
        head += 1
        try budget.check()
      }
      depth += 1
    }
    if isAcyclic, length.lower > 0 { seen.remove(start) }
  }

  @inline(__always)
  private mutating func add(_ node: NodeIndex) {
    if seen.insert(node) { reached.append(node) }
  }

  private mutating func expand(_ node: NodeIndex) {
    for type in types {
      if direction != .incoming {
        for position in snapshot.outgoing[type].positions(of: node) { add(NodeIndex(snapshot.ends[position])) }
      }
      if direction != .outgoing {
        for position in snapshot.incoming[type].positions(of: node) {
          add(NodeIndex(snapshot.incomingNeighbours[position]))
        }
      }
    }
  }

  // MARK: Back to the start

  /// In both directions a walk out and back over one relationship is no path: the start is reached only where the walk
  /// leads back by another relationship than the one by which it left, or where two branches meet.
  private mutating func searchWithReturn(
    from start: NodeIndex, limit: Int, _ budget: BudgetMeter
  ) throws(EvaluationError) {
    if branches.isEmpty {
      branches = [UInt32](repeating: 0, count: snapshot.nodeCount)
      depths = branches
    }
    var frontier = [start]
    var depth = 0
    var startIsReached = false
    while !frontier.isEmpty, depth < limit {
      let first = reached.count
      for node in frontier {
        try budget.check()
        for type in types {
          for position in snapshot.outgoing[type].positions(of: node) {
            meet(
              NodeIndex(snapshot.ends[position]), by: UInt32(position), from: node, depth: depth, start, limit,
              &startIsReached)
          }
          for position in snapshot.incoming[type].positions(of: node) {
            let other = NodeIndex(snapshot.incomingNeighbours[position])
            if other == node { continue }
            meet(
              other, by: snapshot.incomingRelationships[position], from: node, depth: depth, start, limit,
              &startIsReached)
          }
        }
      }
      frontier = reached[first...].filter { $0 != start }
      depth += 1
    }
  }

  @inline(__always)
  private mutating func meet(
    _ node: NodeIndex, by relationship: UInt32, from last: NodeIndex, depth: Int, _ start: NodeIndex, _ limit: Int,
    _ startIsReached: inout Bool
  ) {
    if node == start {
      guard !startIsReached, last == start || branches[Int(last.raw)] != relationship else { return }
      startIsReached = true
      add(start)
      return
    }
    let branch = last == start ? relationship : branches[Int(last.raw)]
    if seen.insert(node) {
      reached.append(node)
      branches[Int(node.raw)] = branch
      depths[Int(node.raw)] = UInt32(clamping: depth + 1)
    } else if !startIsReached, branches[Int(node.raw)] != branch, depth + 1 + Int(depths[Int(node.raw)]) <= limit {
      startIsReached = true
      add(start)
    }
  }
}
