/// A set of nodes in memory that the graph lends: it costs what is put in, and nothing for the graph's other nodes. Two
/// numbers may be noted of each node in it.
@safe
public final class NodeMarks {
  private let snapshot: GraphSnapshot
  private let memory: SearchMemory
  /// How many nodes are in it.
  public private(set) var count = 0

  /// - Parameter graph: whose nodes, as many as there are now, have room.
  public init(_ graph: GraphView) {
    snapshot = graph.snapshot
    memory = snapshot.searchMemory.take(nodes: graph.nodeNumberBound)
  }

  deinit {
    memory.forget(first: count)
    snapshot.searchMemory.put(back: memory)
  }

  /// Whether a graph's nodes have room: those of the snapshot that it was made for, and what was made since.
  public func hasRoom(for graph: GraphView) -> Bool {
    graph.snapshot === snapshot && graph.nodeNumberBound <= memory.capacity
  }

  /// - Complexity: O(*nodes in it*).
  public func removeAll() {
    memory.forget(first: count)
    count = 0
  }

  public func contains(_ node: NodeIndex) -> Bool {
    precondition(Int(node.raw) < memory.capacity, "no node of the graph")
    return unsafe memory.seen[Int(node.raw >> 6)] & (1 &<< UInt64(node.raw & 63)) != 0
  }

  /// - Returns: whether the node was not in it.
  @discardableResult
  public func insert(_ node: NodeIndex) -> Bool {
    if contains(node) { return false }
    unsafe memory.seen[Int(node.raw >> 6)] |= 1 &<< UInt64(node.raw & 63)
    unsafe memory.queue[count] = node.raw
    count += 1
    return true
  }

  /// The nodes in the order in which they came.
  public subscript(place: Int) -> NodeIndex {
    precondition(place >= 0 && place < count, "place out of range")
    return unsafe NodeIndex(memory.queue[place])
  }

  /// Adds nodes to an array, by their places in the order in which they came.
  public func append(_ places: Range<Int>, to nodes: inout [NodeIndex]) {
    for place in places { nodes.append(self[place]) }
  }

  /// What was noted last of a node in the set.
  public subscript(notesOf node: NodeIndex) -> (UInt32, UInt32) {
    get {
      precondition(contains(node), "not in the set")
      return unsafe (memory.firstNotes[Int(node.raw)], memory.secondNotes[Int(node.raw)])
    }
    set {
      precondition(contains(node), "not in the set")
      unsafe memory.firstNotes[Int(node.raw)] = newValue.0
      unsafe memory.secondNotes[Int(node.raw)] = newValue.1
    }
  }
}
