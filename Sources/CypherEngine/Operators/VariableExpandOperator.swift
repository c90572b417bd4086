import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row all paths of a length within bounds whose relationships are different ones, depth first.
///
/// The choices at all depths of the walk stand behind each other in one list, so that a path costs no memory of its
/// own unless somebody reads its relationships.
final class VariableExpandOperator: RowExpandingOperator {
  /// The choices at one depth: a stretch of `neighbours`.
  private struct Step {
    let start: Int
    var next: Int
    let end: Int
  }

  private let run: QueryRun
  let input: any PhysicalOperator
  private let expand: LogicalPlan.ExpandVariable
  private let direction: TraversalDirection
  private let conditions: StepConditions
  private let upper: Int
  var batch: RowBatch?
  var row = 0
  private var hasStarted = false
  /// The types that are followed; a writing query may add one to the graph from one row to the next.
  private var types: [TypeID]?
  /// The walk so far: the choices at each depth, and the relationships chosen.
  private var steps: [Step] = []
  private var neighbours: [Neighbour] = []
  private var chosen = WalkMarks<RelationshipIndex>()
  /// The nodes met, where none may be met twice.
  private var met = WalkMarks<NodeIndex>()
  /// The only node that counts as an end, where it is bound already.
  private var wantedNode: NodeIndex?
  /// The rows of the batch that is being filled.
  private var rows: [Int32] = []
  private var nodes: [NodeIndex] = []
  private var lists: [Value] = []

  init(run: QueryRun, input: any PhysicalOperator, expand: LogicalPlan.ExpandVariable) {
    self.run = run
    self.input = input
    self.expand = expand
    direction = TraversalDirection(expand.direction)
    upper = expand.length.upper ?? .max
    conditions = StepConditions(run: run, conditions: expand.stepConditions, local: expand.stepLocal)
  }

  func beginRow() {
    hasStarted = false
    steps.removeAll(keepingCapacity: true)
    neighbours.removeAll(keepingCapacity: true)
    chosen.removeAll()
    met.removeAll()
    types = run.types(expand.types)
  }

  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    rows.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    lists.removeAll(keepingCapacity: true)
    while row < batch.count, rows.count < run.batchCapacity {
      if !hasStarted {
        guard try start(batch) else {
          row += 1
          continue
        }
        hasStarted = true
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
      if chosen.count >= upper { leave() } else { try step(from: neighbour.node, row: row, of: batch) }
    }
    guard !rows.isEmpty else { return nil }
    var output = batch.gathering(rows)
    output[expand.relationships] = expand.isListRead ? .values(lists) : .unused
    if !expand.isInto { output[expand.to] = .nodes(nodes) }
    return output
  }

  /// Begins the walks of the current row.
  /// - Returns: whether there is a node to begin with.
  private func start(_ batch: RowBatch) throws(EvaluationError) -> Bool {
    try run.budget.check()
    guard let start = batch[expand.from].node(at: row) else { return false }
    if expand.isInto {
      wantedNode = batch[expand.to].node(at: row)
      if wantedNode == nil { return false }
    }
    if run.isWriting { types = run.types(expand.types) }
    if expand.mode == .acyclic {
      met.removeAll()
      met.append(start)
    }
    if expand.length.lower == 0 { give(start) }
    if upper != 0 { try step(from: start, row: row, of: batch) }
    return true
  }

  private func give(_ node: NodeIndex) {
    if let wantedNode, wantedNode != node { return }
    rows.append(Int32(row))
    nodes.append(node)
    guard expand.isListRead else { return }
    let ordered = expand.isReversed ? chosen.elements.reversed() : chosen.elements
    lists.append(.list(ordered.map { .relationship($0) }))
  }

  /// The next relationship of the walk, deepest first; `nil` when all walks are through.
  private func advance() throws(EvaluationError) -> Neighbour? {
    while var step = steps.last {
      while step.next < step.end {
        let neighbour = neighbours[step.next]
        step.next += 1
        try run.budget.check()
        if isNew(neighbour) {
          steps[steps.count - 1] = step
          return neighbour
        }
      }
      steps.removeLast()
      neighbours.removeLast(neighbours.count - step.start)
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

  /// Lays the choices at a node on top of the others.
  private func step(from node: NodeIndex, row: Int, of batch: RowBatch) throws(EvaluationError) {
    let start = neighbours.count
    run.graph.appendRelationships(of: node, direction, types: types, to: &neighbours)
    if !conditions.isEmpty || !expand.distinctFrom.isEmpty {
      var kept = start
      for position in start..<neighbours.count {
        let neighbour = neighbours[position]
        if expand.distinctFrom.contains(where: { batch.holds(neighbour.relationship, in: $0, row: row) }) { continue }
        guard try conditions.allow(neighbour.relationship, row: row, of: batch) else { continue }
        neighbours[kept] = neighbour
        kept += 1
      }
      neighbours.removeLast(neighbours.count - kept)
    }
    steps.append(Step(start: start, next: start, end: neighbours.count))
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

  /// Whether every relationship is allowed.
  var isEmpty: Bool { conditions.isEmpty }

  func allow(_ relationship: RelationshipIndex, row: Int, of batch: RowBatch) throws(EvaluationError) -> Bool {
    guard !conditions.isEmpty else { return true }
    run.locals[local.number] = .relationship(relationship)
    for condition in conditions where try evaluator.truth(condition, row: row, of: batch) != true { return false }
    return true
  }
}
