/// Sets of nodes, one behind the other.
public struct NodeSets: Sendable {
  private var members: [NodeIndex] = []
  private var starts: [Int] = [0]

  public init() {}

  /// A set of its own for each node.
  public init(each nodes: [NodeIndex]) {
    members = nodes
    starts = Array(0...nodes.count)
  }

  /// Adds a set. It may hold a node twice.
  public mutating func append(_ nodes: some Sequence<NodeIndex>) {
    members += nodes
    starts.append(members.count)
  }

  public var count: Int { starts.count - 1 }
  public var memberCount: Int { members.count }

  /// The nodes of a set in the order in which they were given, numbered from 0.
  public subscript(set: Int) -> some RandomAccessCollection<NodeIndex> { members[starts[set]..<starts[set + 1]] }

  var allMembers: some Collection<NodeIndex> { members }
}
