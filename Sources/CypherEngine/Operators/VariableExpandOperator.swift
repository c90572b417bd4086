import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row all paths of a length within bounds whose relationships are different ones, depth first.
final class VariableExpandOperator: RowExpandingOperator {
  private struct Step {
    var neighbours: [Neighbour]
    var next: Int
  }

  private let run: QueryRun
  let input: any PhysicalOperator
  private let expand: LogicalPlan.ExpandVariable
  private let direction: TraversalDirection
  private let conditions: StepConditions
  var batch: RowBatch?
  var row = 0
  private var hasStarted = false
  /// The walk so far: the choices at each depth, and the relationships chosen.
  private var steps: [Step] = []
  private var chosen = WalkMarks<RelationshipIndex>()
  /// The nodes met, where none may be met twice.
  private var met = WalkMarks<NodeIndex>()

  init(run: QueryRun, input: any PhysicalOperator, expand: LogicalPlan.ExpandVariable) {
    self.run = run
    self.input = input
    self.expand = expand
    direction = TraversalDirection(expand.direction)
    conditions = StepConditions(run: run, conditions: expand.stepConditions, local: expand.stepLocal)
  }

  func beginRow() {
    hasStarted = false
    steps = []
    chosen.removeAll()
    met.removeAll()
  }

  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    var rows: [Int32] = []
    var lists: [Value] = []
    var nodes: [NodeIndex] = []
    func give(_ node: NodeIndex) {
      if expand.isInto, batch[expand.to].node(at: row) != node { return }
      rows.append(Int32(row))
      let ordered = expand.isReversed ? chosen.elements.reversed() : chosen.elements
      lists.append(.list(ordered.map { .relationship($0) }))
      nodes.append(node)
    }
    while row < batch.count, rows.count < run.batchCapacity {
      if !hasStarted {
        hasStarted = true
        guard let start = batch[expand.from].node(at: row) else {
          row += 1
          hasStarted = false
          continue
        }
        met.removeAll()
        if expand.mode == .acyclic { met.append(start) }
        if expand.length.lower == 0 { give(start) }
        if expand.length.upper != 0 { steps = [try step(from: start, row: row, of: batch)] }
        continue
      }
      guard let neighbour = try advance() else {
        row += 1
        hasStarted = false
        continue
      }
      chosen.append(neighbour.relationship)
      if expand.mode == .acyclic { met.append(neighbour.node) }
      if chosen.count >= expand.length.lower { give(neighbour.node) }
      if let upper = expand.length.upper, chosen.count >= upper {
        leave()
      } else {
        steps.append(try step(from: neighbour.node, row: row, of: batch))
      }
      try run.budget.check()
    }
    guard !rows.isEmpty else { return nil }
    var output = batch.gathering(rows)
    output[expand.relationships] = .values(lists)
    if !expand.isInto { output[expand.to] = .nodes(nodes) }
    return output
  }

  /// The next relationship of the walk, deepest first; `nil` when all walks are through.
  private func advance() throws(EvaluationError) -> Neighbour? {
    while var step = steps.popLast() {
      while step.next < step.neighbours.count {
        let neighbour = step.neighbours[step.next]
        step.next += 1
        try run.budget.check()
        if isNew(neighbour) {
          steps.append(step)
          return neighbour
        }
      }
      if chosen.count > 0 { leave() }
    }
    return nil
  }

  private func leave() {
    chosen.removeLast()
    if expand.mode == .acyclic { met.removeLast() }
  }

  private func isNew(_ neighbour: Neighbour) -> Bool {
    switch expand.mode {
    case .walk: true
    case .trail: !chosen.contains(neighbour.relationship)
    case .acyclic: !met.contains(neighbour.node)
    }
  }

  private func step(from node: NodeIndex, row: Int, of batch: RowBatch) throws(EvaluationError) -> Step {
    var neighbours: [Neighbour] = []
    run.context.graph.appendRelationships(of: node, direction, types: run.types(expand.types), to: &neighbours)
    var kept: [Neighbour] = []
    kept.reserveCapacity(neighbours.count)
    for neighbour in neighbours {
      if expand.distinctFrom.contains(where: { batch.holds(neighbour.relationship, in: $0, row: row) }) { continue }
      if try conditions.allow(neighbour.relationship, row: row, of: batch) { kept.append(neighbour) }
    }
    return Step(neighbours: kept, next: 0)
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
