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

  /// Takes what there is room for of the relationships of nodes, the nodes of all rows.
  mutating func take(
    from place: inout StoredRelationships.Place, of sources: ArraySlice<NodeIndex>,
    _ stored: inout StoredRelationships, withRelationships: Bool
  ) {
    let capacity = rows.count
    unsafe sources.withUnsafeBufferPointer { sources in
      unsafe rows.withUnsafeMutableBufferPointer { rows in
        unsafe relationships.withUnsafeMutableBufferPointer { relationships in
          unsafe nodes.withUnsafeMutableBufferPointer { nodes in
            guard let rows = rows.baseAddress, let nodes = nodes.baseAddress else { return }
            unsafe stored.write(
              of: sources, from: &place, count: &count, capacity: capacity, rows: rows,
              relationships: withRelationships ? relationships.baseAddress : nil, ends: nodes)
          }
        }
      }
    }
  }

  /// Takes what there is room for of some neighbours.
  /// - Returns: the positions that are left.
  mutating func take(_ positions: Range<Int>, of neighbours: [Neighbour], row: Int) -> Range<Int> {
    let taken = positions.prefix(rows.count - count)
    for position in taken { put(row, neighbours[position].relationship, neighbours[position].node) }
    return taken.endIndex..<positions.upperBound
  }

  /// Lets go of the rows from one on that are not wanted.
  mutating func keep(from start: Int, where isWanted: (Int, RelationshipIndex, NodeIndex) -> Bool) {
    var kept = start
    for position in start..<count where isWanted(Int(rows[position]), relationships[position], nodes[position]) {
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
