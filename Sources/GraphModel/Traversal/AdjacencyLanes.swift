/// The adjacency of one type in one direction, as a search walks it: bare memory that the snapshot keeps.
@unsafe
struct AdjacencyLane {
  let first: UInt32
  let nodeCount: UInt32
  let offsets: UnsafePointer<UInt32>
  /// The node at the other end, by position.
  let neighbours: UnsafePointer<UInt32>
  /// The relationship, by position; `nil` where the position is its number.
  let relationships: UnsafePointer<UInt32>?
  /// The nodes that have any, where `offsets` is by place among them.
  let listed: UnsafeBufferPointer<UInt32>?

  init(_ adjacency: Adjacency, _ neighbours: PackedArray<UInt32>, _ relationships: PackedArray<UInt32>? = nil) {
    unsafe first = adjacency.first
    unsafe nodeCount = UInt32(max(1, adjacency.offsets.count) - 1)
    unsafe offsets = adjacency.offsets.base
    unsafe self.neighbours = neighbours.base
    unsafe self.relationships = relationships?.base
    unsafe listed =
      adjacency.nodes.isEmpty
      ? nil : UnsafeBufferPointer(start: adjacency.nodes.base, count: adjacency.nodes.count)
  }

  /// Where a node's relationships begin and end.
  @inline(__always)
  func positions(of node: UInt32) -> (begin: UInt32, end: UInt32) {
    if unsafe listed != nil { return unsafe listedPositions(of: node) }
    let slot = unsafe node &- first
    guard unsafe slot < nodeCount else { return (0, 0) }
    return unsafe (offsets[Int(slot)], offsets[Int(slot) + 1])
  }

  private func listedPositions(of node: UInt32) -> (begin: UInt32, end: UInt32) {
    guard let listed = unsafe listed else { return (0, 0) }
    var low = 0
    var high = listed.count
    while low < high {
      let middle = (low + high) / 2
      if unsafe listed[middle] < node { low = middle + 1 } else { high = middle }
    }
    guard low < listed.count, unsafe listed[low] == node else { return (0, 0) }
    return unsafe (offsets[low], offsets[low + 1])
  }

  /// Whether any node of a range can have relationships here.
  func meets(_ range: Range<UInt32>) -> Bool {
    if let listed = unsafe listed, let low = unsafe listed.first, let high = unsafe listed.last {
      return low < range.upperBound && high >= range.lowerBound
    }
    return unsafe first < range.upperBound && first + nodeCount > range.lowerBound
  }
}

/// The lanes that searches in one direction along some types follow. Nodes with the same labels are neighbours, and most
/// types start or end at few sets of labels: of all lanes one or two remain for a node.
///
/// Only to be used while the snapshot lives, in whose memory the lanes are.
@safe
final class AdjacencyLanes: @unchecked Sendable {
  /// Nodes with the same labels, and the lanes that any of them can have relationships in.
  struct Stretch {
    var first: UInt32
    var count: UInt32
    var lanes: Range<Int>

    @inline(__always)
    func contains(_ node: UInt32) -> Bool { node &- first < count }
  }

  private let lanes: [AdjacencyLane]
  /// By set of labels, in order of number.
  private let stretches: [Stretch]

  /// - Parameter types: `nil` is every type.
  init(_ snapshot: GraphSnapshot, _ direction: TraversalDirection, types: [TypeID]?) {
    var followed: [AdjacencyLane] = unsafe []
    for type in types?.map({ Int($0.raw) }) ?? Array(snapshot.outgoing.indices)
    where snapshot.outgoing.indices.contains(type) {
      if direction != .incoming {
        unsafe Self.add(snapshot.outgoing[type], snapshot.ends, nil, to: &followed)
      }
      if direction != .outgoing {
        unsafe Self.add(
          snapshot.incoming[type], snapshot.incomingNeighbours, snapshot.incomingRelationships, to: &followed)
      }
    }
    var lanes: [AdjacencyLane] = unsafe []
    var stretches: [Stretch] = []
    for range in snapshot.labelSetRanges {
      let begin = unsafe lanes.count
      for number in unsafe followed.indices where unsafe followed[number].meets(range) {
        unsafe lanes.append(followed[number])
      }
      unsafe stretches.append(
        Stretch(first: range.lowerBound, count: UInt32(range.count), lanes: begin..<lanes.count))
    }
    unsafe self.lanes = lanes
    self.stretches = stretches
  }

  private static func add(
    _ adjacency: Adjacency, _ neighbours: PackedArray<UInt32>, _ relationships: PackedArray<UInt32>?,
    to lanes: inout [AdjacencyLane]
  ) {
    guard adjacency.offsets.count > 1 else { return }
    unsafe lanes.append(AdjacencyLane(adjacency, neighbours, relationships))
  }

  @inline(__always)
  subscript(number: Int) -> AdjacencyLane { unsafe lanes[number] }

  /// - Parameter node: a node of the snapshot.
  /// - Complexity: O(log *label sets*).
  func stretch(of node: UInt32) -> Stretch {
    var low = 0
    var high = stretches.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].first <= node { low = middle } else { high = middle }
    }
    return stretches[low]
  }
}
