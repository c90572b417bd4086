/// Where the relationships of one type begin, for each node of a stretch, in one direction.
///
/// The relationships of node *n* stand at positions `offsets[n - first] ..< offsets[n - first + 1]`: of the relationship
/// table itself for outgoing ones, of the table of incoming ones else.
@frozen
public struct Adjacency: Sendable {
  @usableFromInline let first: UInt32
  @usableFromInline let offsets: PackedArray<UInt32>

  /// The positions of a node's relationships; empty for a node outside the stretch.
  @inlinable
  public func positions(of node: NodeIndex) -> Range<Int> {
    let slot = Int(node.raw) - Int(first)
    guard slot >= 0, slot + 1 < offsets.count else { return 0..<0 }
    return unsafe Range(uncheckedBounds: (Int(offsets[slot]), Int(offsets[slot + 1])))
  }

  /// How many relationships the nodes of a stretch have together.
  /// - Complexity: O(1).
  public func relationshipCount(of nodes: Range<UInt32>) -> Int {
    guard offsets.count > 1 else { return 0 }
    let stretch = Int(first)..<Int(first) + offsets.count - 1
    let inside = (Int(nodes.lowerBound)..<Int(nodes.upperBound)).clamped(to: stretch)
    return Int(offsets[inside.upperBound - Int(first)]) - Int(offsets[inside.lowerBound - Int(first)])
  }
}

/// The direction in which a relationship is followed from a node.
public enum TraversalDirection: Sendable, Hashable {
  case outgoing, incoming, both
}
