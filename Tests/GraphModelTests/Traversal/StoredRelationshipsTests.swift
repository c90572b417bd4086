import SeededRandom
import Testing

@testable import GraphModel

/// The relationships of many nodes at once against those that the graph gives for each.
@Suite struct StoredRelationshipsTests {
  private static let shapes: [(nodes: Int, relationships: Int)] = [(1, 0), (1, 3), (5, 12), (40, 90), (300, 900)]

  @Test(arguments: shapes, 0..<3)
  func agreeWithTheGraph(_ shape: (nodes: Int, relationships: Int), seed: Int) throws {
    // Even seeds have no overlay, of which what is stored knows nothing.
    let graph = try TraversalTwin.graph(seed: 2 * seed, nodes: shape.nodes, relationships: shape.relationships)
    let xy = ["X", "Y"].compactMap(graph.symbols.type)
    var random = SplitMix64(seed: UInt64(seed))
    for direction in [TraversalDirection.outgoing, .incoming, .both] {
      for types in [nil, xy, []] as [[TypeID]?] {
        var nodes = (0..<UInt32(shape.nodes)).map { NodeIndex($0) }
        nodes.shuffle(using: &random)
        // A number that no node has.
        nodes.insert(NodeIndex(.max), at: nodes.count / 2)
        var expected: [(row: Int32, neighbour: Neighbour)] = []
        var stored = StoredRelationships(graph.snapshot, direction, types: types)
        for (row, node) in nodes.enumerated() where node.raw < UInt32(shape.nodes) {
          var neighbours: [Neighbour] = []
          graph.appendRelationships(of: node, direction, types: types, to: &neighbours)
          expected += neighbours.map { (Int32(row), $0) }
          var own: [Neighbour] = []
          stored.append(of: node, to: &own)
          #expect(own == neighbours)
        }
        for capacity in [1, 2, 7, 4096] {
          let written = written(of: nodes, &stored, capacity)
          #expect(written.map(\.row) == expected.map(\.row))
          #expect(written.map(\.neighbour) == expected.map(\.neighbour))
        }
      }
    }
  }

  /// All of them, in buffers of so many.
  private func written(
    of nodes: [NodeIndex], _ stored: inout StoredRelationships, _ capacity: Int
  ) -> [(row: Int32, neighbour: Neighbour)] {
    var all: [(row: Int32, neighbour: Neighbour)] = []
    var rows = [Int32](repeating: 0, count: capacity)
    var relationships = [RelationshipIndex](repeating: RelationshipIndex(0), count: capacity)
    var ends = [NodeIndex](repeating: NodeIndex(0), count: capacity)
    var place = StoredRelationships.Place(row: 0)
    while place.row < nodes.count {
      var count = 0
      unsafe nodes.withUnsafeBufferPointer { nodes in
        unsafe rows.withUnsafeMutableBufferPointer { rows in
          unsafe relationships.withUnsafeMutableBufferPointer { relationships in
            unsafe ends.withUnsafeMutableBufferPointer { ends in
              guard let row = rows.baseAddress, let end = ends.baseAddress else { return }
              unsafe stored.write(
                of: nodes, from: &place, count: &count, capacity: capacity, rows: row,
                relationships: relationships.baseAddress, ends: end)
            }
          }
        }
      }
      for position in 0..<count { all.append((rows[position], Neighbour(relationships[position], ends[position]))) }
    }
    return all
  }
}
