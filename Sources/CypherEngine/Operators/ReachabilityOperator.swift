import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row every node that a variable-length pattern reaches, once: breadth first, in time linear in the
/// relationships seen, where all paths would be exponentially many.
///
/// It stands for `VariableExpandOperator` where nobody asks which path or how many. Without an upper bound a node that
/// some walk reaches is also reached by a path without repeated relationships; so the answers agree. A lower bound
/// above 1 is never planned this way.
final class ReachabilityOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let expand: LogicalPlan.ExpandVariable
  private let direction: TraversalDirection
  private let conditions: StepConditions
  private var batch: RowBatch?
  private var row = 0
  private var reached: [NodeIndex] = []
  private var position = 0
  /// The search in which a node was last seen.
  private var seen: [UInt32] = []
  private var search: UInt32 = 0
  private var neighbours: [Neighbour] = []

  init(run: QueryRun, input: any PhysicalOperator, expand: LogicalPlan.ExpandVariable) {
    self.run = run
    self.input = input
    self.expand = expand
    direction = TraversalDirection(expand.direction)
    conditions = StepConditions(run: run, conditions: expand.stepConditions, local: expand.stepLocal)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    while true {
      if batch == nil {
        guard let rows = try input.next() else { return nil }
        if rows.isEmpty { continue }
        batch = rows
        row = 0
        try reach()
      }
      if let output = try fill() { return output }
      batch = nil
    }
  }

  func reset() {
    input.reset()
    batch = nil
  }

  private func fill() throws(EvaluationError) -> RowBatch? {
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
        try reach()
      }
    }
    guard !rows.isEmpty else { return nil }
    var output = batch.gathering(rows)
    output[expand.relationships] = .unused
    if !expand.isInto { output[expand.to] = .nodes(nodes) }
    return output
  }

  /// Finds what the current row's node reaches.
  private func reach() throws(EvaluationError) {
    reached.removeAll(keepingCapacity: true)
    position = 0
    guard let batch, row < batch.count, let start = batch[expand.from].node(at: row) else { return }
    let graph = run.context.graph
    let types = run.types(expand.types)
    if seen.count < graph.nodeNumberBound {
      seen += [UInt32](repeating: 0, count: graph.nodeNumberBound - seen.count)
    }
    search &+= 1
    if expand.length.lower == 0 {
      seen[Int(start.raw)] = search
      reached.append(start)
    }
    // The start is expanded, but reached only if a path leads back to it.
    var frontier = [start]
    var depth = 0
    while !frontier.isEmpty, depth < expand.length.upper ?? .max {
      var following: [NodeIndex] = []
      for node in frontier {
        neighbours.removeAll(keepingCapacity: true)
        graph.appendRelationships(of: node, direction, types: types, to: &neighbours)
        for neighbour in neighbours where seen[Int(neighbour.node.raw)] != search {
          guard try conditions.allow(neighbour.relationship, row: row, of: batch) else { continue }
          seen[Int(neighbour.node.raw)] = search
          reached.append(neighbour.node)
          if neighbour.node != start { following.append(neighbour.node) }
        }
      }
      try run.budget.check()
      frontier = following
      depth += 1
    }
  }
}
