import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row all paths of a length within bounds whose relationships are different ones, depth first.
final class VariableExpandOperator: RowExpandingOperator {
  private let run: QueryRun
  let input: any PhysicalOperator
  private let expand: LogicalPlan.ExpandVariable
  private let conditions: StepConditions
  /// Whether every relationship may be followed.
  private let followsAll: Bool
  /// Whether nothing is asked of a path but where it ends.
  private let asksEndsAlone: Bool
  var batch: RowBatch?
  var row = 0
  private var walk: DepthFirstWalk?
  /// The rows of the batch that is being filled.
  private struct Found {
    var rows: [Int32] = []
    var nodes: [NodeIndex] = []
    var lists: [Value] = []
  }

  init(run: QueryRun, input: any PhysicalOperator, expand: LogicalPlan.ExpandVariable) {
    self.run = run
    self.input = input
    self.expand = expand
    conditions = StepConditions(run: run, conditions: expand.stepConditions, local: expand.stepLocal)
    followsAll = expand.stepConditions.isEmpty && expand.distinctFrom.isEmpty
    asksEndsAlone = followsAll && !expand.isListRead && !expand.isInto
  }

  func beginRow() { walk?.end() }

  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    // Taken out, so that its arrays have one owner while they change.
    var walk = walk ?? DepthFirstWalk(run, expand)
    self.walk = nil
    var row = row
    defer {
      self.walk = walk
      self.row = row
    }
    let (lower, upper) = (expand.length.lower, expand.length.upper ?? .max)
    let capacity = run.batchCapacity
    var found = Found()
    if asksEndsAlone {
      found.rows.reserveCapacity(capacity)
      found.nodes.reserveCapacity(capacity)
    }
    while row < batch.count, found.rows.count < capacity {
      guard walk.hasStarted else {
        try run.budget.check()
        guard let start = start(row, of: batch) else {
          row += 1
          continue
        }
        walk.begin(at: start)
        if lower == 0, give(start, at: row, of: batch, to: &found) { found.lists.append(list(walk.relationships)) }
        if upper > 0 { try step(&walk, from: start, row: row, of: batch) }
        continue
      }
      if asksEndsAlone {
        let before = found.nodes.count
        let isThrough = try walk.follow(lower: lower, upper: upper, to: &found.nodes, capacity: capacity, run.budget)
        found.rows += repeatElement(Int32(row), count: found.nodes.count - before)
        if isThrough {
          walk.end()
          row += 1
        }
        continue
      }
      guard let neighbour = try walk.advance(run.budget) else {
        walk.end()
        row += 1
        continue
      }
      if walk.length >= lower, give(neighbour.node, at: row, of: batch, to: &found) {
        found.lists.append(list(walk.relationships))
      }
      if walk.length < upper { try step(&walk, from: neighbour.node, row: row, of: batch) } else { walk.leave() }
    }
    guard !found.rows.isEmpty else { return nil }
    var output = batch.gathering(found.rows)
    output[expand.relationships] = expand.isListRead ? .values(found.lists) : .unused
    if !expand.isInto { output[expand.to] = .nodes(found.nodes) }
    return output
  }

  /// Where the walks of a row begin, if it has the ends they need.
  private func start(_ row: Int, of batch: RowBatch) -> NodeIndex? {
    if expand.isInto, batch[expand.to].node(at: row) == nil { return nil }
    return batch[expand.from].node(at: row)
  }

  /// - Returns: whether a list of relationships is wanted with the node.
  private func give(_ node: NodeIndex, at row: Int, of batch: RowBatch, to found: inout Found) -> Bool {
    if expand.isInto, batch[expand.to].node(at: row) != node { return false }
    found.rows.append(Int32(row))
    found.nodes.append(node)
    return expand.isListRead
  }

  private func list(_ relationships: [RelationshipIndex]) -> Value {
    .list((expand.isReversed ? relationships.reversed() : relationships).map { .relationship($0) })
  }

  /// Lays the choices at a node on top of the others.
  private func step(
    _ walk: inout DepthFirstWalk, from node: NodeIndex, row: Int, of batch: RowBatch
  ) throws(EvaluationError) {
    let first = walk.addChoices(at: node)
    if !followsAll {
      try walk.keepChoices(from: first) { relationship throws(EvaluationError) in
        if expand.distinctFrom.contains(where: { batch.holds(relationship, in: $0, row: row) }) { return false }
        return try conditions.allow(relationship, row: row, of: batch)
      }
    }
    walk.step(choicesFrom: first)
  }
}

/// The conditions on every single relationship of a variable-length pattern.
struct StepConditions {
  private let evaluator: Evaluator
  private let run: QueryRun
  private let conditions: [BoundExpression]
  private let local: Local

  init(run: QueryRun, conditions: [BoundExpression], local: Local) {
    self.run = run
    self.conditions = conditions
    self.local = local
    evaluator = Evaluator(run)
  }

  func allow(_ relationship: RelationshipIndex, row: Int, of batch: RowBatch) throws(EvaluationError) -> Bool {
    guard !conditions.isEmpty else { return true }
    run.locals[local.number] = .relationship(relationship)
    for condition in conditions where try evaluator.truth(condition, row: row, of: batch) != true { return false }
    return true
  }
}
