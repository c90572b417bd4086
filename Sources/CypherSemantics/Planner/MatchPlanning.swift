import CypherSyntax
import Diagnostics
import GraphModel

/// Plans one MATCH: walks its patterns outward from what is bound or cheapest to find, asking each condition as soon
/// as all it speaks of is known.
///
/// - Source: greedy operator ordering; Fegaras, "A new heuristic for optimizing large queries", DEXA 1998.
final class MatchPlanning {
  private let match: BoundMatch
  private let planning: Planning
  private var plan: LogicalPlan = .argument([])
  private var bound: Set<Slot> = []
  private var remaining: [BoundPattern.Relationship]
  private var pending: [BoundExpression]
  /// Slots that this MATCH binds: conditions wait for them; all others are there from the start.
  private let own: Set<Slot>
  /// Relationships walked so far: all relationships of a MATCH are different ones.
  private var walked: [BoundPattern.Relationship] = []

  init(_ match: BoundMatch, planning: Planning) {
    self.match = match
    self.planning = planning
    remaining = match.pattern.relationships
    pending = match.predicates
    own = Set(match.newSlots)
  }

  func plan(over input: LogicalPlan) -> LogicalPlan {
    plan = input
    bound = Set(match.pattern.nodes.filter(\.isBound).map(\.slot))
    placeConditions()
    while !planning.watch.isOver, let next = nextRelationship() { walk(next) }
    for node in match.pattern.nodes where !bound.contains(node.slot) { start(at: node) }
    for shortest in match.pattern.shortest { findShortest(shortest) }
    addPaths()
    // What is left speaks of nothing that this MATCH binds late.
    for condition in pending { plan = .filter(plan, condition) }
    return plan
  }

  // MARK: Order

  private func nextRelationship() -> BoundPattern.Relationship? {
    guard !remaining.isEmpty else { return nil }
    if let best = cheapestReachable() { return remaining.remove(at: best) }
    // Nothing touches what is bound: start somewhere new, at the cheapest node that a relationship touches.
    let ends = Set(remaining.flatMap { [$0.left, $0.right] })
    let nodes = match.pattern.nodes.filter { ends.contains($0.slot) && !bound.contains($0.slot) }
    guard let node = nodes.min(by: { startCost($0) < startCost($1) }) else { return remaining.removeFirst() }
    start(at: node)
    return cheapestReachable().map { remaining.remove(at: $0) }
  }

  private func cheapestReachable() -> Int? {
    remaining.indices.filter { bound.contains(remaining[$0].left) || bound.contains(remaining[$0].right) }
      .min { expandCost(remaining[$0]) < expandCost(remaining[$1]) }
  }

  private func startCost(_ node: BoundPattern.Node) -> Double {
    if seek(for: node) != nil { return 1 }
    return planning.statistics.nodes(withLabel: node.label.map(planning.query.names.text))
  }

  private func expandCost(_ relationship: BoundPattern.Relationship) -> Double {
    // Both ends known: only a check.
    if bound.contains(relationship.left), bound.contains(relationship.right), relationship.length == nil { return 0 }
    let types = relationship.types?.map(planning.query.names.text)
    let degree = planning.statistics.meanDegree(types: types, isEither: relationship.direction == .either)
    guard let length = relationship.length else { return degree }
    return degree * 100 + Double(length.upper ?? 1000)
  }

  // MARK: Starts

  private func start(at node: BoundPattern.Node) {
    if let (seek, condition) = seek(for: node) {
      plan = .nodeSeek(plan, seek)
      pending.removeAll { $0 == condition }
    } else {
      plan = .nodeScan(plan, .init(slot: node.slot, label: node.label))
      if let label = node.label { dropLabelCondition(node.slot, label) }
    }
    bind(node.slot)
  }

  /// A condition that names one value of a property, from which an index leads to the nodes.
  private func seek(for node: BoundPattern.Node) -> (LogicalPlan.NodeSeek, BoundExpression)? {
    var best: (LogicalPlan.NodeSeek, BoundExpression)?
    for condition in pending {
      guard let (property, value, isList) = equality(condition, on: node.slot) else { continue }
      let seek = LogicalPlan.NodeSeek(
        slot: node.slot, label: nil, property: property, value: value, isList: isList)
      // A key is unique: nothing is better.
      if planning.query.names.text(of: property) == "key" { return (seek, condition) }
      if best == nil { best = (seek, condition) }
    }
    return best
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

  /// A scan by label has asked already for that label.
  private func dropLabelCondition(_ slot: Slot, _ label: LabelName) {
    pending.removeAll { condition in
      guard case .hasLabels(let base, .name(label, _)) = condition.kind, case .slot(slot) = base.kind else {
        return false
      }
      return true
    }
  }

  // MARK: Steps

  private func walk(_ relationship: BoundPattern.Relationship) {
    let isForward = bound.contains(relationship.left)
    let from = isForward ? relationship.left : relationship.right
    let to = isForward ? relationship.right : relationship.left
    let isInto = bound.contains(to)
    let direction = isForward ? relationship.direction : relationship.direction.reversed
    if let length = relationship.length {
      if relationship.isBound { return checkBoundList(relationship, from: from, to: to, isInto: isInto) }
      plan = .expandVariable(
        plan,
        .init(
          from: from, to: to, isInto: isInto, relationships: relationship.slot, direction: direction,
          isReversed: !isForward, types: relationship.types, length: length, distinctFrom: rivals(of: relationship),
          stepConditions: relationship.stepConditions, stepLocal: relationship.stepLocal, isReachability: false))
    } else {
      let slot = relationship.slot
      plan = .expand(
        plan,
        .init(
          from: from, to: to, isInto: isInto, relationship: slot, isBound: relationship.isBound,
          direction: direction, types: relationship.types,
          distinctFrom: rivals(of: relationship)))
    }
    walked.append(relationship)
    bound.insert(relationship.slot)
    bind(to)
  }

  /// A list of relationships that an earlier clause found: they must make a path between the ends.
  private func checkBoundList(_ relationship: BoundPattern.Relationship, from: Slot, to: Slot, isInto: Bool) {
    plan = .followList(
      plan,
      .init(
        from: from, to: to, isInto: isInto, relationships: relationship.slot,
        direction: from == relationship.left ? relationship.direction : relationship.direction.reversed,
        isReversed: from != relationship.left))
    walked.append(relationship)
    bind(to)
  }

  /// Relationships walked before that could be the same one: those of a common type.
  private func rivals(of relationship: BoundPattern.Relationship) -> [Slot] {
    walked.filter { other in
      guard let types = relationship.types, let others = other.types else { return true }
      return !Set(types).isDisjoint(with: others)
    }.map(\.slot)
  }

  private func findShortest(_ shortest: BoundPattern.Shortest) {
    let relationship = shortest.relationship
    for slot in [relationship.left, relationship.right] where !bound.contains(slot) {
      if let node = match.pattern.nodes.first(where: { $0.slot == slot }) { start(at: node) }
    }
    plan = .shortestPath(
      plan,
      .init(
        from: relationship.left, to: relationship.right, relationships: relationship.slot,
        direction: relationship.direction, types: relationship.types,
        length: relationship.length ?? .init(lower: 1, upper: nil), isAll: shortest.isAll,
        stepConditions: relationship.stepConditions, stepLocal: relationship.stepLocal))
    bound.insert(relationship.slot)
    placeConditions()
  }

  private func addPaths() {
    guard !match.pattern.paths.isEmpty else { return }
    let items = match.pattern.paths.map { path in
      BoundProjection.Item(
        slot: path.slot,
        expression: BoundExpression(
          .path(start: path.start, steps: path.steps), type: .path, span: .init(at: 0)))
    }
    plan = .project(plan, items)
    for path in match.pattern.paths { bound.insert(path.slot) }
    placeConditions()
  }

  // MARK: Conditions

  private func bind(_ slot: Slot) {
    bound.insert(slot)
    placeConditions()
  }

  /// Asks every condition all of whose variables are bound.
  private func placeConditions() {
    let ready = pending.filter { condition in
      condition.slots.allSatisfy { bound.contains($0) || !own.contains($0) }
    }
    guard !ready.isEmpty else { return }
    pending.removeAll { ready.contains($0) }
    // What asks a whole query comes after what is cheap.
    for condition in ready where !condition.containsSubquery { plan = .filter(plan, condition) }
    for condition in ready where condition.containsSubquery { plan = .filter(plan, condition) }
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
