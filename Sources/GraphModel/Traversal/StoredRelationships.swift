/// Reads the relationships of many nodes, of some types in one direction, where they stand in the map. What an overlay
/// says is the caller's to ask.
@safe
public struct StoredRelationships {
  /// How far a walk along the relationships of nodes in a row has come.
  public struct Place {
    /// The node whose relationships come next.
    public var row: Int
    fileprivate var lane = 0
    /// Of the node's relationships in the lane: how many are behind.
    fileprivate var passed: UInt32 = 0

    public init(row: Int) { self.row = row }
  }

  private let storedCount: UInt32
  private let skipsLoops: Bool
  private var lanes: AdjacencyLanes
  private var stretch = AdjacencyLanes.Stretch(first: 0, count: 0, lanes: 0..<0)

  /// - Parameter types: `nil` is every type.
  public init(_ snapshot: GraphSnapshot, _ direction: TraversalDirection, types: [TypeID]?) {
    storedCount = UInt32(snapshot.nodeCount)
    // A relationship from a node to itself is outgoing and incoming, and comes once.
    skipsLoops = direction == .both
    lanes = AdjacencyLanes(snapshot, direction, types: types)
  }

  /// Adds the relationships of a node, in the order of `GraphView.appendRelationships`.
  public mutating func append(of node: NodeIndex, to neighbours: inout [Neighbour]) {
    guard find(node.raw) else { return }
    for number in stretch.lanes {
      let lane = unsafe lanes[number]
      let (begin, end) = unsafe lane.positions(of: node.raw)
      for position in Int(begin)..<Int(end) {
        let other = unsafe lane.neighbours[position]
        let relationship = unsafe lane.relationships.map { unsafe $0[position] } ?? UInt32(position)
        if skipsLoops, other == node.raw, unsafe lane.relationships != nil { continue }
        neighbours.append(Neighbour(RelationshipIndex(relationship), NodeIndex(other)))
      }
    }
  }

  /// Writes the relationships of nodes one behind the other, from a place on until the nodes end or the room does.
  /// - Parameters:
  ///   - nodes: a number that no node has stands for none.
  ///   - count: how many are written; the buffers have room for `capacity`.
  ///   - relationships: `nil` if nobody asks which they are.
  @unsafe
  public mutating func write(
    of nodes: UnsafeBufferPointer<NodeIndex>, from place: inout Place, count: inout Int, capacity: Int,
    rows: UnsafeMutablePointer<Int32>, relationships: UnsafeMutablePointer<RelationshipIndex>?,
    ends: UnsafeMutablePointer<NodeIndex>
  ) {
    while place.row < nodes.count {
      let node = unsafe nodes[place.row].raw
      if find(node) {
        while place.lane < stretch.lanes.count {
          let lane = unsafe lanes[stretch.lanes.lowerBound + place.lane]
          var (begin, end) = unsafe lane.positions(of: node)
          begin += place.passed
          if count + Int(end - begin) > capacity {
            end = begin + UInt32(capacity - count)
            place.passed += end - begin
          } else {
            place.lane += 1
            place.passed = 0
          }
          for position in Int(begin)..<Int(end) {
            let other = unsafe lane.neighbours[position]
            if skipsLoops, other == node, unsafe lane.relationships != nil { continue }
            unsafe rows[count] = Int32(truncatingIfNeeded: place.row)
            unsafe ends[count] = NodeIndex(other)
            if let relationships = unsafe relationships {
              let relationship = unsafe lane.relationships.map { unsafe $0[position] } ?? UInt32(position)
              unsafe relationships[count] = RelationshipIndex(relationship)
            }
            count += 1
          }
          if count == capacity { return }
        }
      }
      place = Place(row: place.row + 1)
    }
  }

  /// Makes the stretch that of a node.
  /// - Returns: `false` for what is no node of the map.
  @inline(__always)
  private mutating func find(_ node: UInt32) -> Bool {
    if stretch.contains(node) { return true }
    guard node < storedCount else { return false }
    stretch = lanes.stretch(of: node)
    return true
  }
}
