import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row every node that a variable-length pattern reaches, once: breadth first, in time linear in the
/// relationships seen, where all paths would be exponentially many.
///
/// It stands for `VariableExpandOperator` where nobody asks which path or how many, and the lower bound is 0 or 1. A
/// shortest walk repeats no relationship, so both give the same nodes, but for the start itself: followed in both
/// directions a walk out and back over one relationship is no path. The start counts as reached only where the walk
/// leads back to it by another relationship than the one by which it left, or where two branches meet.
final class ReachabilityOperator: RowExpandingOperator {
  private let run: QueryRun
  let input: any PhysicalOperator
  private let expand: LogicalPlan.ExpandVariable
  private let direction: TraversalDirection
  private let conditions: StepConditions
  var batch: RowBatch?
  var row = 0
  private var reached: [NodeIndex] = []
  private var position = 0
  /// The search in which a node was last seen.
  private var seen: [UInt32] = []
  private var search: UInt32 = 0
  /// For walks in both directions: the relationship by which the walk to a node left the start, and its length.
  private var branches: [RelationshipIndex] = []
  private var depths: [UInt32] = []
  private var neighbours: [Neighbour] = []
  /// Searches where relationships are asked nothing and the graph is as it was stored.
  private var snapshotReach: SnapshotReach?

  init(run: QueryRun, input: any PhysicalOperator, expand: LogicalPlan.ExpandVariable) {
    self.run = run
    self.input = input
    self.expand = expand
    direction = TraversalDirection(expand.direction)
    conditions = StepConditions(run: run, conditions: expand.stepConditions, local: expand.stepLocal)
  }

  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    var rows: [Int32] = []
    var nodes: [NodeIndex] = []
    while row < batch.count, rows.count < run.batchCapacity {
      let wanted = expand.isInto ? batch[expand.to].node(at: row) : nil
      while position < reached.count, rows.count < run.batchCapacity {
        let node = reached[position]
        position += 1
        if expand.isInto, node != wanted { continue }
        rows.append(Int32(row))
        nodes.append(node)
      }
      if position >= reached.count {
        row += 1
        try beginRow()
      }
    }
    guard !rows.isEmpty else { return nil }
    var output = batch.gathering(rows)
    output[expand.relationships] = .unused
    if !expand.isInto { output[expand.to] = .nodes(nodes) }
    return output
  }

  /// Finds what the current row's node reaches.
  func beginRow() throws(EvaluationError) {
    // What a search of the snapshot found is lent, and would be copied.
    if snapshotReach == nil { reached.removeAll(keepingCapacity: true) } else { reached = [] }
    position = 0
    guard let batch, row < batch.count, let start = batch[expand.from].node(at: row) else { return }
    let graph = run.context.graph
    let types = run.types(expand.types)
    if !graph.hasOverlay, expand.distinctFrom.isEmpty, expand.stepConditions.isEmpty {
      return try searchSnapshot(from: start, graph.snapshot, types)
    }
    if seen.count < graph.nodeNumberBound {
      seen += [UInt32](repeating: 0, count: graph.nodeNumberBound - seen.count)
      if direction == .both {
        branches = [RelationshipIndex](repeating: .none, count: seen.count)
        depths = [UInt32](repeating: 0, count: seen.count)
      }
    }
    search &+= 1
    if expand.length.lower == 0 { mark(start, from: nil, depth: 0) }
    let limit = expand.length.upper ?? .max
    var frontier = [start]
    var depth = 0
    var startIsReached = expand.length.lower == 0 || expand.mode == .acyclic
    while !frontier.isEmpty, depth < limit {
      var following: [NodeIndex] = []
      for node in frontier {
        try run.budget.check()
        neighbours.removeAll(keepingCapacity: true)
        graph.appendRelationships(of: node, direction, types: types, to: &neighbours)
        for neighbour in neighbours {
          let isStart = neighbour.node == start
          let isSeen = !isStart && seen[Int(neighbour.node.raw)] == search
          if isSeen || isStart, startIsReached || (isSeen && direction != .both) { continue }
          guard try isAllowed(neighbour.relationship, row: row, of: batch) else { continue }
          if isStart {
            guard direction != .both || node == start || branches[Int(node.raw)] != neighbour.relationship else {
              continue
            }
            startIsReached = true
            reached.append(start)
          } else if isSeen {
            // Two branches meet: out by one, back by the other, if the way is not too long.
            let length = depth + 1 + Int(depths[Int(neighbour.node.raw)])
            guard branches[Int(neighbour.node.raw)] != branch(of: node, by: neighbour, start), length <= limit else {
              continue
            }
            startIsReached = true
            reached.append(start)
          } else {
            mark(neighbour.node, from: branch(of: node, by: neighbour, start), depth: depth + 1)
            following.append(neighbour.node)
          }
        }
      }
      try run.budget.check()
      frontier = following
      depth += 1
    }
  }

  private func searchSnapshot(
    from start: NodeIndex, _ snapshot: GraphSnapshot, _ types: [TypeID]?
  ) throws(EvaluationError) {
    // Taken out while it works, so that its arrays have one owner.
    var reach =
      snapshotReach
      ?? SnapshotReach(
        snapshot, direction, types: types, length: expand.length, isAcyclic: expand.mode == .acyclic)
    snapshotReach = nil
    if expand.isShared { position = reach.reached.count } else { reach.removeAll() }
    try reach.search(from: start, run.budget)
    reached = reach.reached
    snapshotReach = reach
  }

  func reset() {
    input.reset()
    batch = nil
    reached = []
    snapshotReach?.removeAll()
  }

  private func mark(_ node: NodeIndex, from branch: RelationshipIndex?, depth: Int) {
    seen[Int(node.raw)] = search
    if direction == .both {
      branches[Int(node.raw)] = branch ?? .none
      depths[Int(node.raw)] = UInt32(clamping: depth)
    }
    reached.append(node)
  }

  /// The relationship by which the walk to a neighbour left the start.
  private func branch(of node: NodeIndex, by neighbour: Neighbour, _ start: NodeIndex) -> RelationshipIndex {
    node == start || direction != .both ? neighbour.relationship : branches[Int(node.raw)]
  }

  private func isAllowed(_ relationship: RelationshipIndex, row: Int, of batch: RowBatch) throws(EvaluationError)
    -> Bool
  {
    if expand.distinctFrom.contains(where: { batch.holds(relationship, in: $0, row: row) }) { return false }
    return try conditions.allow(relationship, row: row, of: batch)
  }
}
