/// One shortest walk between two different nodes, searched for from both ends, the smaller frontier first. A shortest
/// walk between different nodes meets none twice.
///
/// - Source: Pohl, "Bi-directional search", Machine Intelligence 6, 1971.
@safe
public final class MeetingSearch {
  private let graph: GraphView
  private let touched: TouchedNodes
  private let storedCount: UInt32
  private let limit: Int
  private let chunkSize: Int
  private var forward: Side
  private var backward: Side
  private var depth = 0
  /// Which side goes one level farther, and where that level ends in its queue; `nil` between two levels.
  private var level: (isForward: Bool, end: Int)?
  /// Where both sides met: the places in their queues.
  private var meeting: (forward: Int, backward: Int)?

  /// - Parameters:
  ///   - direction: in which relationships are followed from `start`.
  ///   - types: `nil` is every type.
  ///   - limit: the most relationships of the walk; `nil` if there may be any number.
  ///   - chunkSize: of how many nodes relationships are followed at a time.
  public init(
    _ graph: GraphView, _ direction: TraversalDirection, types: [TypeID]?, from start: NodeIndex, to end: NodeIndex,
    limit: Int?, chunkSize: Int = 4096
  ) {
    precondition(start != end, "the ends are the same")
    self.graph = graph
    self.limit = limit ?? .max
    self.chunkSize = chunkSize
    touched = graph.storage?.overlay.touchedNodes ?? TouchedNodes()
    storedCount = UInt32(graph.snapshot.nodeCount)
    forward = Side(graph, direction, types: types, root: start)
    backward = Side(graph, direction.reversed, types: types, root: end)
  }

  deinit {
    for side in [forward, backward] {
      side.memory.forget(first: side.count)
      graph.snapshot.searchMemory.put(back: side.memory)
    }
  }

  /// Looks a while for what is one relationship farther from one of the ends.
  /// - Returns: `false` when the ends have met or never will.
  /// - Complexity: O(1) nodes, so that the caller can look at the clock in between.
  public func advance() -> Bool {
    guard meeting == nil, let (isForward, levelEnd) = level ?? nextLevel() else { return false }
    if isForward {
      let end = min(levelEnd, forward.head + chunkSize)
      if let place = forward.advance(to: end, until: backward, graph, touched, storedCount) {
        meeting = (forward.count - 1, place)
      }
      level = forward.head < levelEnd ? (isForward, levelEnd) : nil
    } else {
      let end = min(levelEnd, backward.head + chunkSize)
      if let place = backward.advance(to: end, until: forward, graph, touched, storedCount) {
        meeting = (place, backward.count - 1)
      }
      level = backward.head < levelEnd ? (isForward, levelEnd) : nil
    }
    return meeting == nil
  }

  /// The smaller frontier is next.
  private func nextLevel() -> (isForward: Bool, end: Int)? {
    guard forward.head < forward.count, backward.head < backward.count, depth < limit else { return nil }
    depth += 1
    let isForward = forward.count - forward.head <= backward.count - backward.head
    return (isForward, isForward ? forward.count : backward.count)
  }

  /// Bytes in use.
  public var byteCount: Int { (forward.count + backward.count) * 3 * MemoryLayout<UInt32>.stride }

  /// The walk, where the ends have met.
  public var walk: (nodes: [NodeIndex], relationships: [RelationshipIndex])? {
    guard let meeting else { return nil }
    let before = forward.way(from: meeting.forward)
    let after = backward.way(from: meeting.backward)
    return (
      before.nodes.reversed() + after.nodes.dropFirst(), before.relationships.reversed() + after.relationships
    )
  }

  /// The search from one end.
  @safe
  private struct Side {
    let memory: SearchMemory
    let direction: TraversalDirection
    let types: [TypeID]?
    let lanes: AdjacencyLanes
    /// The nodes found, and those whose relationships were followed: all but the last level.
    var count = 0
    var head = 0

    init(_ graph: GraphView, _ direction: TraversalDirection, types: [TypeID]?, root: NodeIndex) {
      self.direction = direction
      self.types = types
      memory = graph.snapshot.searchMemory.take(nodes: graph.nodeNumberBound)
      lanes = graph.snapshot.lanes(direction, types: types)
      _ = find(root.raw, from: 0, by: 0)
    }

    /// - Returns: whether the node is new.
    @inline(__always)
    private mutating func find(_ node: UInt32, from place: Int, by relationship: UInt32) -> Bool {
      let word = Int(node >> 6)
      let bit: UInt64 = 1 &<< UInt64(node & 63)
      let bits = unsafe memory.seen[word]
      if bits & bit != 0 { return false }
      unsafe memory.seen[word] = bits | bit
      unsafe memory.queue[count] = node
      unsafe memory.firstNotes[count] = UInt32(truncatingIfNeeded: place)
      unsafe memory.secondNotes[count] = relationship
      count += 1
      return true
    }

    /// Follows the relationships of the nodes before a place in the queue until the other side is met.
    /// - Returns: the place of the node where both meet in the other's queue; in this one it is the last.
    mutating func advance(
      to end: Int, until other: Side, _ graph: GraphView, _ touched: TouchedNodes, _ storedCount: UInt32
    ) -> Int? {
      let known = unsafe other.memory.seen
      while head < end {
        let node = unsafe memory.queue[head]
        if node >= storedCount || touched.contains(node) {
          var neighbours: [Neighbour] = []
          graph.appendRelationships(of: NodeIndex(node), direction, types: types, to: &neighbours)
          for neighbour in neighbours {
            let found = neighbour.node.raw
            if find(found, from: head, by: neighbour.relationship.raw), unsafe known.holds(found) {
              return other.place(of: found)
            }
          }
        } else {
          for number in lanes.stretch(of: node).lanes {
            let lane = unsafe lanes[number]
            let (first, last) = unsafe lane.positions(of: node)
            for position in first..<last {
              let found = unsafe lane.neighbours[Int(position)]
              let relationship = unsafe lane.relationships.map { unsafe $0[Int(position)] } ?? position
              if find(found, from: head, by: relationship), unsafe known.holds(found) {
                return other.place(of: found)
              }
            }
          }
        }
        head += 1
      }
      return nil
    }

    /// A node of the last level: an earlier one would have been met earlier.
    private func place(of node: UInt32) -> Int {
      var place = count - 1
      while place > 0, unsafe memory.queue[place] != node { place -= 1 }
      return place
    }

    /// From a place in the queue back to the root.
    func way(from place: Int) -> (nodes: [NodeIndex], relationships: [RelationshipIndex]) {
      var nodes = unsafe [NodeIndex(memory.queue[place])]
      var relationships: [RelationshipIndex] = []
      var place = place
      while place > 0 {
        unsafe relationships.append(RelationshipIndex(memory.secondNotes[place]))
        place = unsafe Int(memory.firstNotes[place])
        unsafe nodes.append(NodeIndex(memory.queue[place]))
      }
      return (nodes, relationships)
    }
  }
}

extension UnsafeMutablePointer<UInt64> {
  /// Whether a node's bit is set.
  @inline(__always)
  fileprivate func holds(_ node: UInt32) -> Bool {
    unsafe self[Int(node >> 6)] & (1 &<< UInt64(node & 63)) != 0
  }
}

extension TraversalDirection {
  public var reversed: TraversalDirection {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .both: .both
    }
  }
}
