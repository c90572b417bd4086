import CypherSyntax
import Diagnostics
import GraphModel

extension PatternBinding {
  /// `((a)-[r]->(b) WHERE …){1,5}` in a pattern of which all paths are wanted.
  func bindRepetition(
    _ syntax: ParenthesizedPathSyntax, _ quantifier: QuantifierSyntax, left: Slot, right: Slot
  ) -> BoundPattern.Relationship {
    let body = bindBody(syntax)
    let length = BoundPattern.Length(lower: quantifier.lower, upper: quantifier.upper)
    if body.steps.count == 1, body.leavesNodesAlone {
      let step = body.steps[0]
      return BoundPattern.Relationship(
        slot: step.group?.slot ?? newSlot(nil, .list(of: .relationship)), left: left, right: right,
        direction: step.direction, types: step.types, length: length, isBound: false,
        stepConditions: body.conditions, stepLocal: step.local, span: syntax.span)
    }
    return BoundPattern.Relationship(
      slot: newSlot(nil, .list(of: .relationship)), left: left, right: right, direction: .leftToRight,
      types: body.types, length: length, isBound: false, stepConditions: [], stepLocal: binding.newLocal(), body: body,
      span: syntax.span)
  }

  /// The inside of a quantified path. Its conditions see its own variables and those of earlier clauses.
  func bindBody(_ syntax: ParenthesizedPathSyntax) -> PathBody {
    if let span = syntax.path.variable?.span {
      refuse("a path inside a quantifier cannot be named", at: span, hint: "name the whole path: p = (a)(…)+(b)")
    }
    if syntax.path.isShortestPathFunction || syntax.path.selector != nil {
      refuse("a path selector or shortestPath(…) cannot stand inside a quantified path", at: syntax.path.span)
    }
    if syntax.path.mode != nil {
      refuse("a path mode stands before the whole path, not inside a quantified one", at: syntax.path.span)
    }
    var building = BodyBuilding(inner: outerScope)
    for element in syntax.path.elements { add(element, to: &building) }
    if building.body.steps.isEmpty {
      if !building.isRefused { refuse("a quantified path needs a relationship at least", at: syntax.span) }
      // A body must lead somewhere for what follows.
      building.body.steps = [.init(local: binding.newLocal(), direction: .leftToRight)]
    }
    while building.body.nodes.count <= building.body.steps.count {
      building.body.nodes.append(.init(local: binding.newLocal()))
    }
    return finish(building, syntax)
  }

  private struct BodyBuilding {
    var body = PathBody(nodes: [], steps: [], conditions: [])
    /// What conditions inside can name.
    var inner: Scope
    var nodes: [(syntax: NodePatternSyntax, local: Local)] = []
    var relationships: [(syntax: RelationshipPatternSyntax, labels: BoundLabelExpression?, local: Local)] = []
    var own: Set<String> = []
    var isRefused = false
  }

  private func add(_ element: PatternElementSyntax, to building: inout BodyBuilding) {
    switch element {
    case .node(let node):
      let local = binding.newLocal()
      building.nodes.append((node, local))
      let group = group(for: node.variable, .node, local, in: &building)
      building.body.nodes.append(.init(local: local, group: group))
    case .relationship(let relationship):
      if let span = relationship.quantifier?.span ?? relationship.length?.span {
        refuse("a quantified path cannot repeat what is itself of variable length", at: span)
      }
      let local = binding.newLocal()
      let (types, labels) = bindTypes(relationship.types)
      building.relationships.append((relationship, labels, local))
      if let name = relationship.variable { noteRelationship(name) }
      let group = group(for: relationship.variable, .relationship, local, in: &building)
      building.body.steps.append(
        .init(local: local, group: group, direction: relationship.direction, types: types))
    case .parenthesized(let inner):
      building.isRefused = true
      refuse(
        inner.quantifier == nil
          ? "parentheses cannot stand inside a quantified path" : "quantified paths cannot stand inside each other",
        at: inner.span)
    }
  }

  /// Makes a variable inside visible: inside as one element, outside as the list of all.
  private func group(
    for name: NameSyntax?, _ type: StaticType, _ local: Local, in building: inout BodyBuilding
  ) -> PathBody.Group? {
    guard let name else { return nil }
    if building.own.contains(name.text) {
      // The same node again; a relationship was refused already.
      if type == .node, let first = building.inner[name.text] {
        let known = binding.reference(to: first, at: name.span)
        let again = BoundExpression(.local(local), type: .node, span: name.span)
        building.body.conditions.append(
          BoundExpression(.comparison(.equal, again, known), type: .boolean, span: name.span))
      }
      return nil
    }
    building.own.insert(name.text)
    building.inner[name.text] = Scope.Variable(place: .local(local), type: type)
    if outerScope[name.text] != nil {
      boundBefore(name)
      return nil
    }
    if scope[name.text] != nil {
      groupConflict(name)
      return nil
    }
    let list = StaticType.list(of: type)
    let slot = newSlot(name.text, list)
    scope[name.text] = Scope.Variable(place: .slot(slot), type: list)
    groupNames.insert(name.text)
    return PathBody.Group(slot: slot, local: binding.newLocal())
  }

  private func finish(_ building: BodyBuilding, _ syntax: ParenthesizedPathSyntax) -> PathBody {
    var body = building.body
    let inner = building.inner
    binding.clauseNames = Set(scope.names).subtracting(outerScope.names).subtracting(building.own)
    defer { binding.clauseNames = [] }
    for (node, local) in building.nodes { body.conditions += nodeConditions(node, local: local, in: inner) }
    for (relationship, labels, local) in building.relationships {
      body.conditions += relationshipConditions(relationship, labels, local: local, in: inner, properties: inner)
    }
    if let condition = syntax.condition {
      body.conditions += binding.conjuncts(binding.bindPredicate(condition, in: inner))
    }
    return body
  }

  /// What a node's pattern asks of a node that is a variable of conditions.
  func nodeConditions(_ syntax: NodePatternSyntax, local: Local, in scope: Scope) -> [BoundExpression] {
    let element = BoundExpression(.local(local), type: .node, span: syntax.span)
    var conditions: [BoundExpression] = []
    if let labels = syntax.labels {
      conditions.append(
        BoundExpression(.hasLabels(element, binding.bind(labels)), type: .boolean, span: labels.span))
    }
    if let properties = syntax.properties { conditions += propertyConditions(of: element, properties, in: scope) }
    if let condition = syntax.condition {
      conditions += binding.conjuncts(binding.bindPredicate(condition, in: scope))
    }
    return conditions
  }
}

extension PathBody {
  /// The types of all its relationships; `nil`: every type.
  fileprivate var types: [TypeName]? {
    var all: [TypeName] = []
    for step in steps {
      guard let types = step.types else { return nil }
      all += types
    }
    return all
  }
}
