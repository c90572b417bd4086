import CypherSyntax
import Diagnostics
import GraphModel

/// Plans one MATCH: walks its patterns outward from what is bound or cheapest to find, asking each condition as soon
/// as all it speaks of is known. What is cheap is told by the estimates that EXPLAIN shows.
///
/// - Source: greedy operator ordering; Fegaras, "A new heuristic for optimizing large queries", DEXA 1998.
final class MatchPlanning {
  let match: BoundMatch
  private let planning: Planning
  var plan: LogicalPlan = .argument([])
  /// What is expected of the rows of `plan`; their number counts from those that come in.
  private var rows = RowEstimate.unit
  var bound: Set<Slot> = []
  private var remaining: [BoundPattern.Relationship]
  var pending: [Condition]
  /// Slots that this MATCH binds: conditions wait for them; all others are there from the start.
  let own: Set<Slot>
  /// Relationships walked so far: all relationships of a MATCH are different ones.
  private var walked: [BoundPattern.Relationship] = []

  /// A condition that has not been asked yet, and the variables that it speaks of.
  struct Condition {
    var expression: BoundExpression
    var slots: [Slot]
  }

  init(_ match: BoundMatch, planning: Planning) {
    self.match = match
    self.planning = planning
    remaining = match.pattern.relationships
    pending = match.predicates.map { Condition(expression: $0, slots: Array($0.slots)) }
    own = Set(match.newSlots)
  }

  /// Operators of the plan so far that are looked at for what the variables bound there may hold.
  private static let depth = 64

  func plan(over input: LogicalPlan) -> LogicalPlan {
    plan = input
    bound = Set(match.pattern.nodes.filter(\.isBound).map(\.slot))
    if !bound.isEmpty { rows = planning.estimator.estimate(input, depth: Self.depth) }
    rows.count = 1
    placeConditions()
    while !planning.watch.isOver, let next = nextRelationship() { walk(next) }
    let searched = Set(match.pattern.searches.flatMap { [$0.start, $0.end] })
    while let node = cheapest(match.pattern.nodes.filter { !searched.contains($0.slot) }) { start(at: node) }
    for search in match.pattern.searches { find(search) }
    addPaths()
    // What is left speaks of nothing that this MATCH binds late.
    for condition in pending { add(.filter(plan, condition.expression)) }
    return plan
  }

  func add(_ step: LogicalPlan) {
    plan = step
    rows = planning.estimator.estimate(step, [rows])
  }

  // MARK: Order

  private func nextRelationship() -> BoundPattern.Relationship? {
    guard !remaining.isEmpty else { return nil }
    if let best = cheapestReachable() { return remaining.remove(at: best) }
    // Nothing touches what is bound: start somewhere new, at the cheapest node that a relationship touches, or that
    // the conditions on a step speak of.
    let ends = Set(remaining.flatMap { isReady($0) ? [$0.left, $0.right] : $0.stepConditions.flatMap(\.slots) })
    guard let node = cheapest(match.pattern.nodes.filter { ends.contains($0.slot) }) else {
      return remaining.removeFirst()
    }
    start(at: node)
    return nextRelationship()
  }

  private func cheapestReachable() -> Int? {
    let reachable = remaining.indices.filter {
      (bound.contains(remaining[$0].left) || bound.contains(remaining[$0].right)) && isReady(remaining[$0])
    }
    return cheapest(reachable) { expandCost(remaining[$0]) }
  }

  /// Whether all is known that the conditions on its single steps speak of.
  private func isReady(_ relationship: BoundPattern.Relationship) -> Bool {
    relationship.stepConditions.allSatisfy { condition in
      condition.slots.allSatisfy { bound.contains($0) || !own.contains($0) }
    }
  }

  func cheapest(_ nodes: [BoundPattern.Node]) -> BoundPattern.Node? {
    cheapest(nodes.filter { !bound.contains($0.slot) }) { node in
      let step = startStep(node).step
      let cost = cost(of: step, binding: node.slot)
      guard case .nodeScan = step else { return cost }
      // Most nodes are let go before they become rows.
      return cost - (1 - EstimateDefaults.scannedNode) * rows.count * scanned(node)
    }
  }

  /// Candidates that are compared at each step, so that planning a pattern of hundreds of parts takes no time.
  private static let candidates = 32

  /// The first of those with the lowest cost; a single one is not reckoned.
  private func cheapest<Candidate>(_ candidates: [Candidate], cost: (Candidate) -> Double) -> Candidate? {
    guard candidates.count > 1 else { return candidates.first }
    var best: (candidate: Candidate, cost: Double)?
    for candidate in candidates.prefix(Self.candidates) {
      let cost = cost(candidate)
      if best.map({ cost < $0.cost }) ?? true { best = (candidate, cost) }
    }
    return best?.candidate
  }

  private func expandCost(_ relationship: BoundPattern.Relationship) -> Double {
    let (step, to) = self.step(relationship)
    guard bound.contains(to) else { return cost(of: step, binding: to) }
    let kept = planning.estimator.estimate(step, [rows]).count
    // Both ends known: a check, but for a walk, which is made from one of them all the same.
    guard case .expandVariable(let input, var walk) = step else { return kept }
    walk.isInto = false
    return kept + planning.estimator.estimate(.expandVariable(input, walk), [rows]).count
  }

  /// The rows that a step gives, and those that the conditions let through which can be asked after it.
  private func cost(of step: LogicalPlan, binding slot: Slot) -> Double {
    let found = planning.estimator.estimate(step, [rows])
    var kept = found
    for condition in pending where isReady(condition, with: slot) {
      kept = planning.estimator.estimate(.filter(step, condition.expression), [kept])
    }
    return found.count + kept.count
  }

  // MARK: Starts

  func start(at node: BoundPattern.Node) {
    let (step, answered) = startStep(node)
    add(step)
    if let answered { pending.removeAll { $0.expression == answered } }
    if let label = node.label { dropLabelCondition(node.slot, label) }
    bind(node.slot)
  }

  /// How a node is found, and the condition that this answers.
  private func startStep(_ node: BoundPattern.Node) -> (step: LogicalPlan, answered: BoundExpression?) {
    if let (seek, condition) = seek(for: node) { return (.nodeSeek(plan, seek), condition) }
    return (.nodeScan(plan, .init(slot: node.slot, label: node.label)), nil)
  }

  /// A condition that names one value of a property, from which an index leads to the nodes.
  func seek(for node: BoundPattern.Node) -> (LogicalPlan.NodeSeek, BoundExpression)? {
    var best: (seek: LogicalPlan.NodeSeek, condition: BoundExpression, rows: Double)?
    for condition in pending.map(\.expression) {
      guard let (property, value, isList) = equality(condition, on: node.slot) else { continue }
      let seek = LogicalPlan.NodeSeek(
        slot: node.slot, label: node.label, property: property, value: value, isList: isList)
      // A key is unique: nothing is better.
      if planning.query.names.text(of: property) == "key" { return (seek, condition) }
      let found = planning.estimator.estimate(.nodeSeek(plan, seek), [rows]).count
      if best.map({ found < $0.rows }) ?? true { best = (seek, condition, found) }
    }
    guard let best, best.rows <= max(EstimateDefaults.alwaysSought, EstimateDefaults.scannedNode * scanned(node)) else {
      return nil
    }
    return (best.seek, best.condition)
  }

  /// How many nodes a scan would look at.
  private func scanned(_ node: BoundPattern.Node) -> Double {
    planning.estimator.nodes(withLabel: node.label).count
  }

  private func equality(
    _ condition: BoundExpression, on slot: Slot
  ) -> (PropertyName, value: BoundExpression, isList: Bool)? {
    func property(_ expression: BoundExpression) -> PropertyName? {
      if case .property(let base, let name) = expression.kind, case .slot(slot) = base.kind { return name }
      return nil
    }
    switch condition.kind {
    case .comparison(.equal, let left, let right):
      if let name = property(left), isKnown(right) { return (name, right, false) }
      if let name = property(right), isKnown(left) { return (name, left, false) }
      return nil
    case .binary(.in, let left, let right):
      if let name = property(left), isKnown(right) { return (name, right, true) }
      return nil
    default: return nil
    }
  }

  private func isKnown(_ expression: BoundExpression) -> Bool {
    !expression.containsSubquery && expression.slots.allSatisfy { bound.contains($0) || !own.contains($0) }
  }

  /// How the node was found has asked already for that label.
  private func dropLabelCondition(_ slot: Slot, _ label: LabelName) {
    pending.removeAll { condition in
      guard case .hasLabels(let base, .name(label, _)) = condition.expression.kind, case .slot(slot) = base.kind else {
        return false
      }
      return true
    }
  }

  // MARK: Steps

  private func walk(_ relationship: BoundPattern.Relationship) {
    let (step, to) = self.step(relationship)
    add(step)
    walked.append(relationship)
    bound.insert(relationship.slot)
    for (group, _) in relationship.body?.groups ?? [] { bound.insert(group.slot) }
    bind(to)
  }

  /// The operator that follows a relationship from an end that is bound, and the other end.
  private func step(_ relationship: BoundPattern.Relationship) -> (LogicalPlan, to: Slot) {
    let isForward = bound.contains(relationship.left)
    let from = isForward ? relationship.left : relationship.right
    let to = isForward ? relationship.right : relationship.left
    let isInto = bound.contains(to)
    let direction = isForward ? relationship.direction : relationship.direction.reversed
    guard let length = relationship.length else {
      let expand = LogicalPlan.Expand(
        from: from, to: to, isInto: isInto, relationship: relationship.slot, isBound: relationship.isBound,
        direction: direction, types: relationship.types, distinctFrom: rivals(of: relationship))
      return (.expand(plan, expand), to)
    }
    if let body = relationship.body {
      let repetition = LogicalPlan.RepeatPath(
        from: from, to: to, isInto: isInto, relationships: relationship.slot, isReversed: !isForward, body: body,
        length: length, distinctFrom: rivals(of: relationship), mode: relationship.mode, isReachability: false)
      return (.repeatPath(plan, repetition), to)
    }
    if relationship.isBound {
      // A list of relationships that an earlier clause found: they must make a path between the ends.
      let follow = LogicalPlan.FollowList(
        from: from, to: to, isInto: isInto, relationships: relationship.slot, direction: direction,
        isReversed: !isForward)
      return (.followList(plan, follow), to)
    }
    let expand = LogicalPlan.ExpandVariable(
      from: from, to: to, isInto: isInto, relationships: relationship.slot, direction: direction,
      isReversed: !isForward, types: relationship.types, length: length, distinctFrom: rivals(of: relationship),
      stepConditions: relationship.stepConditions, stepLocal: relationship.stepLocal, mode: relationship.mode,
      isReachability: false)
    return (.expandVariable(plan, expand), to)
  }

  /// Relationships walked before that could be the same one: those of a common type.
  private func rivals(of relationship: BoundPattern.Relationship) -> [Slot] {
    guard relationship.mode != .walk else { return [] }
    return walked.filter { other in
      guard let types = relationship.types, let others = other.types else { return true }
      return !Set(types).isDisjoint(with: others)
    }.map(\.slot)
  }

  // MARK: Conditions

  func bind(_ slot: Slot) {
    bound.insert(slot)
    placeConditions()
  }

  /// Whether all that a condition speaks of is bound, or will be with one variable more.
  private func isReady(_ condition: Condition, with slot: Slot? = nil) -> Bool {
    condition.slots.allSatisfy { bound.contains($0) || !own.contains($0) || $0 == slot }
  }

  /// Asks every condition all of whose variables are bound.
  func placeConditions() {
    let ready = pending.filter { isReady($0) }.map(\.expression)
    guard !ready.isEmpty else { return }
    pending.removeAll { isReady($0) }
    // What asks a whole query comes after what is cheap.
    for condition in ready where !condition.containsSubquery { add(.filter(plan, condition)) }
    for condition in ready where condition.containsSubquery { add(.filter(plan, condition)) }
  }
}

extension RelationshipPatternSyntax.Direction {
  var reversed: RelationshipPatternSyntax.Direction {
    switch self {
    case .leftToRight: .rightToLeft
    case .rightToLeft: .leftToRight
    case .either: .either
    }
  }
}
