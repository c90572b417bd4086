import CypherSemantics
import GraphModel

/// One shortest path of a pattern of single relationships between two different nodes, searched for from both ends,
/// the smaller frontier first. A shortest walk between different nodes meets none twice.
struct BidirectionalSearch {
  private struct Side {
    var matcher: BodyMatcher
    /// How each node was reached: over which relationship, from where; the root has none.
    var parents: [NodeIndex: Neighbour?]
    var frontier: [NodeIndex]
    /// Bytes of a node in `parents`, whose table is two thirds full, mostly.
    static let entryBytes = 3 * MemoryLayout<(NodeIndex, Neighbour?)>.stride / 2

    init(root: NodeIndex, matcher: BodyMatcher) {
      self.matcher = matcher
      parents = [root: nil]
      frontier = [root]
    }

    /// From a node back to the root.
    func way(from node: NodeIndex) -> [Neighbour] {
      var way: [Neighbour] = []
      var current = node
      while let parent = parents[current] ?? nil {
        way.append(parent)
        current = parent.node
      }
      return way
    }
  }

  let run: QueryRun
  let part: SearchProgram.Part
  let bounds: SearchProgram.Bounds

  func path(
    from start: NodeIndex, to end: NodeIndex, row: Int, of batch: RowBatch
  ) throws(EvaluationError) -> FoundPath? {
    if let step = part.forward.plainStep { return try plainPath(step, from: start, to: end) }
    var forward = Side(root: start, matcher: part.forward)
    var backward = Side(root: end, matcher: part.backward)
    var depth = 0
    while !forward.frontier.isEmpty, !backward.frontier.isEmpty, bounds.allowsMore(depth) {
      depth += 1
      let meeting =
        forward.frontier.count <= backward.frontier.count
        ? try advance(&forward, until: backward, row: row, of: batch)
        : try advance(&backward, until: forward, row: row, of: batch)
      try run.budget.requireRoom((forward.parents.count + backward.parents.count) * Side.entryBytes)
      guard let meeting else { continue }
      let (before, after) = (forward.way(from: meeting), backward.way(from: meeting))
      return FoundPath(
        nodes: before.map(\.node).reversed() + [meeting] + after.map(\.node),
        relationships: before.map(\.relationship).reversed() + after.map(\.relationship), counts: [depth])
    }
    return nil
  }

  private func plainPath(
    _ step: (direction: TraversalDirection, types: [TypeID]?), from start: NodeIndex, to end: NodeIndex
  ) throws(EvaluationError) -> FoundPath? {
    let search = MeetingSearch(
      run.graph, step.direction, types: step.types, from: start, to: end, limit: bounds.upper)
    while search.advance() {
      try run.budget.checkNow()
      try run.budget.requireRoom(search.byteCount)
    }
    return search.walk.map {
      FoundPath(nodes: $0.nodes, relationships: $0.relationships, counts: [$0.relationships.count])
    }
  }

  private func advance(
    _ side: inout Side, until other: Side, row: Int, of batch: RowBatch
  ) throws(EvaluationError) -> NodeIndex? {
    var following: [NodeIndex] = []
    var matches = BodyMatches()
    for node in side.frontier {
      matches.removeAll()
      try side.matcher.appendMatches(from: node, row: row, of: batch, to: &matches) { _, _ in true }
      for number in 0..<matches.count where side.parents[matches.nodes[number]] == nil {
        side.parents[matches.nodes[number]] = .some(Neighbour(matches.relationships[number], node))
        if other.parents[matches.nodes[number]] != nil { return matches.nodes[number] }
        following.append(matches.nodes[number])
      }
    }
    side.frontier = following
    return nil
  }
}
