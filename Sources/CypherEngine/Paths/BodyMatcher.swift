import CypherSemantics
import CypherSyntax
import GraphModel

/// Finds the ways through one repetition from a node at one of its ends, with the conditions on it.
struct BodyMatcher {
  private struct Step {
    var direction: TraversalDirection
    var types: [TypeName]?
    var relationship: Local
    var node: Local
  }

  private let run: QueryRun
  private let evaluator: Evaluator
  private let first: Local
  private let steps: [Step]
  /// By how many steps must have been taken before they can be asked.
  private let conditions: [[BoundExpression]]
  private let mode: PathModeSyntax
  private let hasConditions: Bool
  private var walkedRelationships: [RelationshipIndex] = []
  private var walkedNodes: [NodeIndex] = []

  /// - Parameter isReversed: whether it starts from the last node of the body.
  init(run: QueryRun, body: PathBody, mode: PathModeSyntax, isReversed: Bool) {
    self.run = run
    self.mode = mode
    evaluator = Evaluator(run)
    let nodes = isReversed ? body.nodes.reversed() : body.nodes
    let written = isReversed ? body.steps.reversed() : body.steps
    first = nodes[0].local
    steps = zip(written, nodes.dropFirst()).map { step, node in
      let direction = TraversalDirection(step.direction)
      return Step(
        direction: isReversed ? direction.reversed : direction, types: step.types, relationship: step.local,
        node: node.local)
    }
    var conditions = [[BoundExpression]](repeating: [], count: steps.count + 1)
    for condition in body.conditions {
      let locals = condition.locals
      var depth = 0
      for (position, step) in steps.enumerated()
      where locals.contains(step.relationship) || locals.contains(step.node) { depth = position + 1 }
      conditions[depth].append(condition)
    }
    self.conditions = conditions
    hasConditions = conditions.contains { !$0.isEmpty }
  }

  /// The one relationship of the body, if nothing more is asked of it.
  var plainStep: (direction: TraversalDirection, types: [TypeID]?)? {
    hasConditions || steps.count != 1 ? nil : (steps[0].direction, run.types(steps[0].types))
  }

  /// Relationships in one way through.
  var length: Int { steps.count }

  /// Appends all ways from a node that use only what is allowed.
  mutating func appendMatches(
    from node: NodeIndex, row: Int, of batch: RowBatch, to matches: inout BodyMatches,
    allows: (RelationshipIndex, NodeIndex) -> Bool
  ) throws(EvaluationError) {
    walkedRelationships.removeAll(keepingCapacity: true)
    walkedNodes.removeAll(keepingCapacity: true)
    if hasConditions {
      run.locals[first.number] = .node(node)
      guard try holds(conditions[0], row: row, of: batch) else { return }
    }
    walkedNodes.append(node)
    try step(0, from: node, row: row, of: batch, to: &matches, allows: allows)
  }

  private mutating func step(
    _ depth: Int, from node: NodeIndex, row: Int, of batch: RowBatch, to matches: inout BodyMatches,
    allows: (RelationshipIndex, NodeIndex) -> Bool
  ) throws(EvaluationError) {
    guard depth < steps.count else {
      matches.relationships += walkedRelationships
      matches.nodes += walkedNodes.dropFirst()
      matches.count += 1
      return
    }
    let step = steps[depth]
    var neighbours: [Neighbour] = []
    run.graph.appendRelationships(of: node, step.direction, types: run.types(step.types), to: &neighbours)
    for neighbour in neighbours {
      guard isNew(neighbour), allows(neighbour.relationship, neighbour.node) else { continue }
      if hasConditions {
        run.locals[step.relationship.number] = .relationship(neighbour.relationship)
        run.locals[step.node.number] = .node(neighbour.node)
        guard try holds(conditions[depth + 1], row: row, of: batch) else { continue }
      }
      if steps.count == 1 {
        matches.relationships.append(neighbour.relationship)
        matches.nodes.append(neighbour.node)
        matches.count += 1
        continue
      }
      walkedRelationships.append(neighbour.relationship)
      walkedNodes.append(neighbour.node)
      try self.step(depth + 1, from: neighbour.node, row: row, of: batch, to: &matches, allows: allows)
      walkedRelationships.removeLast()
      walkedNodes.removeLast()
    }
    try run.budget.check()
  }

  private func isNew(_ neighbour: Neighbour) -> Bool {
    switch mode {
    case .walk: true
    case .trail: !walkedRelationships.contains(neighbour.relationship)
    case .acyclic: !walkedNodes.contains(neighbour.node)
    }
  }

  private func holds(_ conditions: [BoundExpression], row: Int, of batch: RowBatch) throws(EvaluationError) -> Bool {
    for condition in conditions where try evaluator.truth(condition, row: row, of: batch) != true { return false }
    return true
  }
}

/// Ways through one repetition, one behind the other: as many relationships and nodes for each as it has steps, in the
/// order walked.
struct BodyMatches {
  var relationships: [RelationshipIndex] = []
  var nodes: [NodeIndex] = []
  var count = 0

  mutating func removeAll() {
    relationships.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    count = 0
  }
}
