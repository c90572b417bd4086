/// A node's number within one snapshot or overlay: dense, from 0. Not the durable id; see `GraphSnapshot.nodeID(_:)`.
@frozen
public struct NodeIndex: Hashable, Comparable, Sendable, BitwiseCopyable {
  public var raw: UInt32

  @inlinable
  public init(_ raw: UInt32) { self.raw = raw }

  @inlinable
  public static func < (a: NodeIndex, b: NodeIndex) -> Bool { a.raw < b.raw }
}

/// A relationship's number within one snapshot or overlay: dense, from 0.
@frozen
public struct RelationshipIndex: Hashable, Comparable, Sendable, BitwiseCopyable {
  public var raw: UInt32

  @inlinable
  public init(_ raw: UInt32) { self.raw = raw }

  @inlinable
  public static func < (a: RelationshipIndex, b: RelationshipIndex) -> Bool { a.raw < b.raw }
}
