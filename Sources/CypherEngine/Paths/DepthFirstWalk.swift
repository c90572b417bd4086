import CypherSemantics
import CypherSyntax
import GraphModel

/// The walks of a variable-length pattern from one node, one after the other, depth first.
///
/// The choices at all depths stand behind each other in one list, so that a path costs no memory of its own unless
/// somebody reads its relationships.
struct DepthFirstWalk {
  /// The choices at one depth: a stretch of `choices`.
  private struct Step {
    let start: Int
    var next: Int
    let end: Int
  }

  private let run: QueryRun
  private let direction: TraversalDirection
  private let mode: PathModeSyntax
  private let typeNames: [TypeName]?
  /// The types that are followed; a writing query may add one to the graph from one row to the next.
  private var types: [TypeID]?
  private var stored: StoredRelationships
  /// Whether the map tells all about every node.
  private let isStored: Bool
  private(set) var hasStarted = false
  private var steps: [Step] = []
  private var choices: [Neighbour] = []
  private var chosen = WalkMarks<RelationshipIndex>()
  /// The nodes met, where none may be met twice.
  private var met = WalkMarks<NodeIndex>()

  init(_ run: QueryRun, _ expand: LogicalPlan.ExpandVariable) {
    self.run = run
    direction = TraversalDirection(expand.direction)
    mode = expand.mode
    typeNames = expand.types
    types = run.types(typeNames)
    isStored = !run.isWriting && !run.graph.hasOverlay
    stored = StoredRelationships(run.context.graph.snapshot, direction, types: types)
  }

  /// The relationships of the walk so far.
  var relationships: [RelationshipIndex] { chosen.elements }
  var length: Int { chosen.count }

  mutating func begin(at start: NodeIndex) {
    end()
    hasStarted = true
    if run.query.isWriting { types = run.types(typeNames) }
    if mode == .acyclic { met.append(start) }
  }

  mutating func end() {
    hasStarted = false
    steps.removeAll(keepingCapacity: true)
    choices.removeAll(keepingCapacity: true)
    chosen.removeAll()
    met.removeAll()
  }

  /// Goes along the next relationship, deepest first.
  /// - Returns: `nil` when all walks are through.
  mutating func advance(_ budget: BudgetMeter) throws(EvaluationError) -> Neighbour? {
    while let depth = steps.indices.last {
      while steps[depth].next < steps[depth].end {
        let choice = choices[steps[depth].next]
        steps[depth].next += 1
        try budget.check()
        guard isNew(choice) else { continue }
        chosen.append(choice.relationship)
        if mode == .acyclic { met.append(choice.node) }
        return choice
      }
      choices.removeLast(choices.count - steps[depth].start)
      steps.removeLast()
      if chosen.count > 0 { leave() }
    }
    return nil
  }

  /// Goes along all relationships, and gives the ends of the walks that are long enough, until there are as many ends as
  /// there is room for. Each walk is as `advance` has it, and in the same order.
  /// - Returns: whether all walks are through.
  mutating func follow(
    lower: Int, upper: Int, to ends: inout [NodeIndex], capacity: Int, _ budget: BudgetMeter
  ) throws(EvaluationError) -> Bool {
    guard var step = steps.popLast() else { return true }
    try budget.check()
    while true {
      while step.next < step.end {
        if ends.count >= capacity {
          steps.append(step)
          return false
        }
        let choice = choices[step.next]
        step.next += 1
        guard isNew(choice) else { continue }
        if chosen.count + 1 >= lower { ends.append(choice.node) }
        guard chosen.count + 1 < upper else { continue }
        let first = addChoices(at: choice.node)
        guard first < choices.count else { continue }
        try budget.check()
        chosen.append(choice.relationship)
        if mode == .acyclic { met.append(choice.node) }
        steps.append(step)
        step = Step(start: first, next: first, end: choices.count)
      }
      choices.removeLast(choices.count - step.start)
      guard let below = steps.popLast() else { return true }
      step = below
      leave()
    }
  }

  /// Goes back over the last relationship.
  mutating func leave() {
    chosen.removeLast()
    if mode == .acyclic { met.removeLast() }
  }

  private func isNew(_ choice: Neighbour) -> Bool {
    switch mode {
    case .walk: true
    case .trail: !chosen.contains(choice.relationship)
    case .acyclic: !met.contains(choice.node)
    }
  }

  // MARK: Choices

  /// Adds the relationships of a node to the choices.
  /// - Returns: where they begin.
  mutating func addChoices(at node: NodeIndex) -> Int {
    let first = choices.count
    if isStored || !run.touchesRelationships(of: node) {
      stored.append(of: node, to: &choices)
    } else {
      run.context.graph.appendRelationships(of: node, direction, types: types, to: &choices)
    }
    return first
  }

  mutating func keepChoices(
    from first: Int, where isAllowed: (RelationshipIndex) throws(EvaluationError) -> Bool
  ) throws(EvaluationError) {
    var kept = first
    for position in first..<choices.count where try isAllowed(choices[position].relationship) {
      choices[kept] = choices[position]
      kept += 1
    }
    choices.removeLast(choices.count - kept)
  }

  /// Goes on from the choices added last; where there are none, goes back.
  mutating func step(choicesFrom first: Int) {
    if first < choices.count {
      steps.append(Step(start: first, next: first, end: choices.count))
    } else if chosen.count > 0 {
      leave()
    }
  }
}
