/// Searches from several nodes that share what they reach: behind a node that was reached nothing is looked for again.
struct SharedSearch {
  private let graph: GraphView
  private let direction: TraversalDirection
  private let types: [TypeID]?
  private let includesStart: Bool
  /// The nodes in the order in which they were reached.
  private(set) var reached: [NodeIndex] = []
  private var seen: BitSet
  private var neighbours: [Neighbour] = []

  init(_ graph: GraphView, _ direction: TraversalDirection, types: [TypeID]?, includesStart: Bool) {
    self.graph = graph
    self.direction = direction
    self.types = types
    self.includesStart = includesStart
    seen = BitSet(count: graph.nodeNumberBound)
  }

  /// Adds what walks from a node reach and no search before did.
  mutating func run<Failure: Error>(
    from start: NodeIndex, check: () throws(Failure) -> Void
  ) throws(Failure) {
    if seen.contains(start.raw) { return }
    var head = reached.count
    if includesStart { add(start) } else { expand(start) }
    while head < reached.count {
      expand(reached[head])
      head += 1
      if head & 0xFF == 0 { try check() }
    }
    try check()
  }

  /// Forgets what was reached.
  /// - Complexity: O(*nodes reached*).
  mutating func removeAll() {
    for node in reached { seen.remove(node.raw) }
    reached.removeAll(keepingCapacity: true)
  }

  private mutating func expand(_ node: NodeIndex) {
    neighbours.removeAll(keepingCapacity: true)
    graph.appendRelationships(of: node, direction, types: types, to: &neighbours)
    for neighbour in neighbours { add(neighbour.node) }
  }

  @inline(__always)
  private mutating func add(_ node: NodeIndex) {
    if seen.insertNew(node.raw) { reached.append(node) }
  }
}
