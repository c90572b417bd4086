/// Sets of nodes, one behind the other.
public struct NodeSets: Sendable {
  private let members: [NodeIndex]
  private let starts: [Int]

  /// - Parameters:
  ///   - members: set by set. A set may hold a node twice.
  ///   - starts: where the members of each set begin; one more at the end.
  public init(members: [NodeIndex], starts: [Int]) {
    precondition(starts.first == 0 && starts.last == members.count, "the sets are not those of the members")
    self.members = members
    self.starts = starts
  }

  /// A set of its own for each node.
  public init(each nodes: [NodeIndex]) {
    members = nodes
    starts = Array(0...nodes.count)
  }

  public var count: Int { starts.count - 1 }
  public var memberCount: Int { members.count }

  /// The nodes of a set in the order in which they were given, numbered from 0.
  public subscript(set: Int) -> some RandomAccessCollection<NodeIndex> { members[starts[set]..<starts[set + 1]] }

  var memberNumbers: [UInt32] { members.map(\.raw) }
}
