import GraphModel

/// The rows that an expansion fills: for each the input row, the relationship and the node at its other end.
struct ExpandedRows {
  private var rows: [Int32] = []
  private var relationships: [RelationshipIndex] = []
  private var nodes: [NodeIndex] = []
  private(set) var count = 0

  var hasRoom: Bool { count < rows.count }

  /// Makes room for so many rows, and has none.
  mutating func prepare(_ capacity: Int) {
    count = 0
    guard rows.count != capacity else { return }
    rows = [Int32](repeating: 0, count: capacity)
    relationships = [RelationshipIndex](repeating: .none, count: capacity)
    nodes = [NodeIndex](repeating: .none, count: capacity)
  }

  /// Takes what there is room for of some relationships of a node, by their positions in the map.
  /// - Parameter isLoopLeftOut: whether a relationship from the node to itself has been taken already.
  /// - Returns: the positions that are left.
  @inline(__always)
  mutating func take(
    _ positions: Range<Int>, _ isOutgoing: Bool, of source: NodeIndex, isLoopLeftOut: Bool, _ snapshot: GraphSnapshot,
    row: Int
  ) -> Range<Int> {
    let taken = positions.prefix(rows.count - count)
    if isOutgoing {
      for position in taken {
        put(row, RelationshipIndex(UInt32(truncatingIfNeeded: position)), NodeIndex(snapshot.ends[position]))
      }
    } else {
      for position in taken {
        let node = NodeIndex(snapshot.incomingNeighbours[position])
        if isLoopLeftOut, node == source { continue }
        put(row, RelationshipIndex(snapshot.incomingRelationships[position]), node)
      }
    }
    return taken.endIndex..<positions.upperBound
  }

  /// Takes what there is room for of some neighbours.
  /// - Returns: the positions that are left.
  mutating func take(_ positions: Range<Int>, of neighbours: [Neighbour], row: Int) -> Range<Int> {
    let taken = positions.prefix(rows.count - count)
    for position in taken { put(row, neighbours[position].relationship, neighbours[position].node) }
    return taken.endIndex..<positions.upperBound
  }

  /// Lets go of the rows from one on that are not wanted.
  mutating func keep(from start: Int, where isWanted: (RelationshipIndex, NodeIndex) -> Bool) {
    var kept = start
    for position in start..<count where isWanted(relationships[position], nodes[position]) {
      rows[kept] = rows[position]
      relationships[kept] = relationships[position]
      nodes[kept] = nodes[position]
      kept += 1
    }
    count = kept
  }

  func arrays(withRelationships: Bool) -> ([Int32], [RelationshipIndex], [NodeIndex]) {
    (Array(rows[..<count]), withRelationships ? Array(relationships[..<count]) : [], Array(nodes[..<count]))
  }

  @inline(__always)
  private mutating func put(_ row: Int, _ relationship: RelationshipIndex, _ node: NodeIndex) {
    rows[count] = Int32(truncatingIfNeeded: row)
    relationships[count] = relationship
    nodes[count] = node
    count += 1
  }
}
