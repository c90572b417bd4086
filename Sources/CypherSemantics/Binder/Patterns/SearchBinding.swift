import CypherSyntax
import Diagnostics
import GraphModel

/// A path pattern with a selector. Inside it, variables that it binds are variables of expressions, since its
/// conditions are asked while paths are searched for; outside they are slots.
extension PatternBinding {
  func addSearch(_ path: PathPatternSyntax, _ chain: PathChain) {
    var building = SearchBuilding(inner: path.isShortestPathFunction ? scope : outerScope)
    let first = chain.joints[0]
    let start = bindEnd(first, in: &building)
    for (link, joint) in zip(chain.links, chain.joints.dropFirst()) {
      let isLast = building.joints.count == chain.joints.count - 1
      let end = isLast ? bindEnd(joint, in: &building) : nil
      if !isLast { bindInterior(joint, in: &building) }
      building.end = end ?? building.end
      bindPart(link, in: &building)
    }
    guard let end = building.end else { return }
    let steps = building.parts.map(\.slot)
    let pathLocal = binding.newLocal()
    if let variable = path.variable { addPath(variable, start: start, steps: steps) }
    for variable in chain.variables {
      addPath(variable, start: start, steps: steps)
      building.inner[variable.text] = Scope.Variable(place: .local(pathLocal), type: .path)
    }
    for bind in building.pending { building.conditions += bind(building.inner) }
    for condition in chain.conditions {
      building.conditions += binding.conjuncts(binding.bindPredicate(condition, in: building.inner))
    }
    var search = PathSearch(
      choice: chain.selector?.choice ?? .paths(1), mode: mode(of: chain), joints: building.joints,
      parts: building.parts, start: start, end: end, pathLocal: pathLocal,
      allowsCycles: !path.isShortestPathFunction)
    for condition in building.conditions {
      if let endpoint = search.place(condition) { predicates.append(endpoint) }
    }
    pattern.searches.append(search)
  }

  struct SearchBuilding {
    var inner: Scope
    var joints: [PathSearch.Joint] = []
    var parts: [PathSearch.Part] = []
    var end: Slot?
    /// Conditions that can be bound once all variables are known.
    var pending: [(Scope) -> [BoundExpression]] = []
    var conditions: [BoundExpression] = []

    init(inner: Scope) { self.inner = inner }
  }

  // MARK: Nodes

  /// A node at an end of the path: it may be bound before, and it may be where the search starts.
  private func bindEnd(_ syntax: NodePatternSyntax, in building: inout SearchBuilding) -> Slot {
    let slot = bindBareNode(syntax)
    let local = binding.newLocal()
    building.joints.append(.init(local: local, slot: slot))
    if let name = syntax.variable, building.inner[name.text] == nil {
      building.inner[name.text] = Scope.Variable(place: .local(local), type: .node)
    }
    var rest = syntax
    rest.labels = nil
    building.pending.append { [self] in nodeConditions(rest, local: local, in: $0) }
    return slot
  }

  private func bindInterior(_ syntax: NodePatternSyntax, in building: inout SearchBuilding) {
    let local = binding.newLocal()
    var joint = PathSearch.Joint(local: local)
    if let name = syntax.variable {
      if let known = building.inner[name.text] {
        if groupNames.contains(name.text) {
          groupConflict(name)
        } else if !known.type.canBe(.node) {
          conflict(name, known.type, expected: "a node")
        }
        let same = BoundExpression(.local(local), type: .node, span: name.span)
        let other = binding.reference(to: known, at: name.span)
        building.conditions.append(
          BoundExpression(.comparison(.equal, same, other), type: .boolean, span: name.span))
      } else if groupNames.contains(name.text) {
        groupConflict(name)
      } else {
        let slot = newSlot(name.text, .node)
        scope[name.text] = Scope.Variable(place: .slot(slot), type: .node)
        building.inner[name.text] = Scope.Variable(place: .local(local), type: .node)
        joint.slot = slot
      }
    }
    building.joints.append(joint)
    building.pending.append { [self] in nodeConditions(syntax, local: local, in: $0) }
  }

  // MARK: Parts

  /// What leads from the joint before the last to the last.
  private func bindPart(_ link: PathChain.Link, in building: inout SearchBuilding) {
    switch link {
    case .relationship(let syntax): building.parts.append(bindRelationshipPart(syntax, in: &building))
    case .repetition(let syntax, let quantifier):
      let body = bindBody(syntax)
      for (group, _) in body.groups {
        guard let name = binding.slots[group.slot.number].name else { continue }
        building.inner[name] = Scope.Variable(
          place: .local(group.local), type: binding.slots[group.slot.number].type)
      }
      building.parts.append(
        PathSearch.Part(
          body: body, length: .init(lower: quantifier.lower, upper: quantifier.upper),
          slot: newSlot(nil, .list(of: .relationship))))
    }
  }

  private func bindRelationshipPart(
    _ syntax: RelationshipPatternSyntax, in building: inout SearchBuilding
  ) -> PathSearch.Part {
    let (types, labels) = bindTypes(syntax.types)
    let local = binding.newLocal()
    let length = length(of: syntax)
    let type: StaticType = length == nil ? .relationship : .list(of: .relationship)
    var step = PathBody.Step(local: local, direction: syntax.direction, types: types)
    var known: Scope.Variable?
    if let name = syntax.variable {
      noteRelationship(name)
      if groupNames.contains(name.text) { groupConflict(name) }
      known = building.inner[name.text] ?? scope[name.text]
      if let known, !known.type.canBe(type.members) {
        conflict(name, known.type, expected: length == nil ? "a relationship" : "a list of relationships")
      }
    }
    let slot = newSlot(known == nil ? syntax.variable?.text : nil, type)
    let group = PathBody.Group(slot: slot, local: binding.newLocal())
    if length != nil { step.group = group }
    if let name = syntax.variable {
      let inside = BoundExpression(.local(length == nil ? local : group.local), type: type, span: name.span)
      if let known {
        let other = binding.reference(to: known, at: name.span)
        building.conditions.append(
          BoundExpression(.comparison(.equal, inside, other), type: .boolean, span: name.span))
      } else {
        scope[name.text] = Scope.Variable(place: .slot(slot), type: type, isRelationshipList: length != nil)
        building.inner[name.text] = Scope.Variable(
          place: .local(length == nil ? local : group.local), type: type)
      }
    }
    let joints = building.joints.suffix(2).map(\.local)
    let nodes: [PathBody.Node] =
      length == nil
      ? joints.map { .init(local: $0) } : [.init(local: binding.newLocal()), .init(local: binding.newLocal())]
    building.pending.append { [self] scope in
      var single = scope
      if let name = syntax.variable {
        single[name.text] = Scope.Variable(place: .local(local), type: .relationship)
      }
      return relationshipConditions(syntax, labels, local: local, in: single, properties: scope)
    }
    return PathSearch.Part(body: PathBody(nodes: nodes, steps: [step], conditions: []), length: length, slot: slot)
  }
}

extension PathSelectorSyntax {
  /// `ALL` chooses nothing.
  fileprivate var choice: PathSearch.Choice? {
    switch self {
    case .any(let count), .shortest(let count): .paths(count)
    case .shortestGroups(let count): .groups(count)
    case .allShortest: .groups(1)
    case .all: nil
    }
  }
}

extension PathSearch {
  /// Puts a condition where all that it speaks of is known soonest.
  /// - Returns: the condition as one of the clause's predicates, if it speaks of nothing but the ends.
  mutating func place(_ condition: BoundExpression) -> BoundExpression? {
    let ends: Set<Local> = [joints[0].local, joints[joints.count - 1].local]
    let locals = condition.locals.intersection(ownLocals)
    if locals.isSubset(of: ends) {
      guard condition.containsSubquery, !locals.isEmpty else { return condition.replacing(endSlot) }
      endConditions.append(condition)
    } else if let joint = joints.firstIndex(where: { locals == [$0.local] }) {
      joints[joint].conditions.append(condition)
    } else if let part = parts.firstIndex(where: { locals.isSubset(of: $0.body.locals) }) {
      parts[part].body.conditions.append(condition)
    } else {
      pathConditions.append(condition)
    }
    return nil
  }

  /// The slot of an end in place of its variable.
  private func endSlot(_ expression: BoundExpression) -> BoundExpression? {
    guard case .local(let local) = expression.kind else { return nil }
    let slot: Slot
    switch local {
    case joints[0].local: slot = start
    case joints[joints.count - 1].local: slot = end
    default: return nil
    }
    return BoundExpression(.slot(slot), type: expression.type, span: expression.span)
  }

  private var ownLocals: Set<Local> {
    Set(joints.map(\.local) + parts.flatMap { Array($0.body.locals) + $0.body.groups.map(\.group.local) } + [pathLocal])
  }
}

extension PathBody {
  /// The variables of conditions on one repetition.
  fileprivate var locals: Set<Local> { Set(nodes.map(\.local) + steps.map(\.local)) }
}
