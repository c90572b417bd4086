import CypherSemantics
import CypherSyntax
import GraphModel

/// The search of a variable-length pattern with conditions on every relationship.
///
/// Followed in both directions a walk out and back over one relationship is no path. The start counts as reached only
/// where the walk leads back to it by another relationship than the one by which it left, or where two branches meet.
final class ConditionedReach: NodeReach {
  let isShared = false
  private let run: QueryRun
  private let expand: LogicalPlan.ExpandVariable
  private let direction: TraversalDirection
  private let conditions: StepConditions
  /// What was reached. For walks in both directions the relationship by which the walk to a node left the start, and its
  /// length, are noted.
  private var found: NodeMarks?
  private var neighbours: [Neighbour] = []

  init(run: QueryRun, expand: LogicalPlan.ExpandVariable) {
    self.run = run
    self.expand = expand
    direction = TraversalDirection(expand.direction)
    conditions = StepConditions(run: run, conditions: expand.stepConditions, local: expand.stepLocal)
  }

  var count: Int { found?.count ?? 0 }

  func removeAll() {
    // There may be no place for what a query has made since.
    if run.isWriting { found = nil } else { found?.removeAll() }
  }

  func rest() { found = nil }

  func append(_ places: Range<Int>, to nodes: inout [NodeIndex]) { found?.append(places, to: &nodes) }

  func reaches(_ node: NodeIndex) -> Bool { found?.contains(node) ?? false }

  func search(row: Int, of batch: RowBatch) throws(EvaluationError) {
    guard let start = batch[expand.from].node(at: row) else { return }
    let graph = run.graph
    let types = run.types(expand.types)
    let known = found.flatMap { $0.hasRoom(for: graph) ? $0 : nil }
    let reached = known ?? NodeMarks(graph)
    found = reached
    if expand.length.lower == 0 { reached.insert(start) }
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
          let isSeen = !isStart && reached.contains(neighbour.node)
          if isSeen || isStart, startIsReached || (isSeen && direction != .both) { continue }
          guard try isAllowed(neighbour.relationship, row: row, of: batch) else { continue }
          if isStart {
            guard direction != .both || node == start || reached[notesOf: node].0 != neighbour.relationship.raw else {
              continue
            }
            startIsReached = true
            reached.insert(start)
          } else if isSeen {
            // Two branches meet: out by one, back by the other, if the way is not too long.
            let (branch, length) = reached[notesOf: neighbour.node]
            let other = node == start ? neighbour.relationship.raw : reached[notesOf: node].0
            guard branch != other, depth + 1 + Int(length) <= limit else { continue }
            startIsReached = true
            reached.insert(start)
          } else {
            let branch =
              node == start || direction != .both ? neighbour.relationship.raw : reached[notesOf: node].0
            reached.insert(neighbour.node)
            if direction == .both { reached[notesOf: neighbour.node] = (branch, UInt32(clamping: depth + 1)) }
            following.append(neighbour.node)
          }
        }
      }
      try run.budget.check()
      frontier = following
      depth += 1
    }
  }

  private func isAllowed(_ relationship: RelationshipIndex, row: Int, of batch: RowBatch) throws(EvaluationError)
    -> Bool
  {
    if expand.distinctFrom.contains(where: { batch.holds(relationship, in: $0, row: row) }) { return false }
    return try conditions.allow(relationship, row: row, of: batch)
  }
}
