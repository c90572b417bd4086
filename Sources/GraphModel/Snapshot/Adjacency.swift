/// Where the relationships of one type begin, for each node of a stretch, in one direction.
///
/// The relationships of node *n* stand at positions `offsets[n - first] ..< offsets[n - first + 1]`: of the relationship
/// table itself for outgoing ones, of the table of incoming ones else.
@frozen
public struct Adjacency: Sendable {
  @usableFromInline let first: UInt32
  @usableFromInline let offsets: PackedArray<UInt32>
  /// For a type that few nodes of a wide stretch have: those, in order, and `offsets` is by position among them.
  @usableFromInline let nodes: PackedArray<UInt32>

  /// The positions of a node's relationships; empty for a node outside the stretch.
  @inlinable
  public func positions(of node: NodeIndex) -> Range<Int> {
    if !nodes.isEmpty { return listedPositions(of: node) }
    let slot = Int(node.raw) - Int(first)
    guard slot >= 0, slot + 1 < offsets.count else { return 0..<0 }
    return unsafe Range(uncheckedBounds: (Int(offsets[slot]), Int(offsets[slot + 1])))
  }

  @usableFromInline
  func listedPositions(of node: NodeIndex) -> Range<Int> {
    guard let slot = nodes.sortedPosition(of: node.raw), slot + 1 < offsets.count else { return 0..<0 }
    return unsafe Range(uncheckedBounds: (Int(offsets[slot]), Int(offsets[slot + 1])))
  }
}

/// The direction in which a relationship is followed from a node.
public enum TraversalDirection: Sendable, Hashable {
  case outgoing, incoming, both
}
