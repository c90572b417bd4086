import CypherSyntax
import Diagnostics
import GraphModel

extension Binding {
  func bindMatch(_ clause: MatchClauseSyntax, scope: inout Scope) -> BoundMatch {
    let builder = PatternBinding(binding: self, scope: scope, clause: clause)
    for path in clause.pattern.paths { builder.add(path) }
    builder.finish()
    scope = builder.scope
    var predicates = builder.predicates
    if let condition = clause.condition { predicates += conjuncts(bindPredicate(condition, in: scope)) }
    builder.moveIntoFunctions(&predicates)
    return BoundMatch(
      isOptional: clause.isOptional, pattern: builder.pattern, predicates: predicates, newSlots: builder.newSlots)
  }

  /// The parts of an AND, each of which must hold.
  func conjuncts(_ expression: BoundExpression) -> [BoundExpression] {
    if case .and(let parts) = expression.kind { return parts.flatMap(conjuncts) }
    return [expression]
  }
}

/// Gathers the patterns of one MATCH.
final class PatternBinding {
  let binding: Binding
  let clause: MatchClauseSyntax
  /// What the clauses before have bound.
  let outerScope: Scope
  var scope: Scope
  var pattern = BoundPattern()
  var predicates: [BoundExpression] = []
  private(set) var newSlots: [Slot] = []
  /// Relationship variables of this MATCH: none may stand twice.
  private var relationshipNames: Set<String> = []
  /// Variables inside quantified paths of this MATCH: they can be named elsewhere, and not bound again.
  var groupNames: Set<String> = []
  /// Property conditions, bound once all variables of the patterns are known.
  private var pending: [(owner: Slot, type: StaticType, properties: ExpressionSyntax)] = []
  private var pendingConditions: [ExpressionSyntax] = []

  init(binding: Binding, scope: Scope, clause: MatchClauseSyntax) {
    self.binding = binding
    self.scope = scope
    self.clause = clause
    outerScope = scope
  }

  // MARK: Paths

  func add(_ path: PathPatternSyntax) {
    let chain = PathChain(path) { message, span, hint in refuse(message, at: span, hint: hint) }
    guard check(path, chain) else { return }
    if chain.isSelective, !chain.links.isEmpty { return addSearch(path, chain) }
    let start = bindNode(chain.joints[0])
    var left = start
    var steps: [Slot] = []
    for (link, joint) in zip(chain.links, chain.joints.dropFirst()) {
      let right = bindNode(joint)
      steps.append(bind(link, left: left, right: right, mode: mode(of: chain)))
      left = right
    }
    pendingConditions += chain.conditions
    if chain.mode == .acyclic { requireAcyclic(chain, start: start, steps: steps) }
    for variable in [path.variable].compactMap(\.self) + chain.variables {
      addPath(variable, start: start, steps: steps)
    }
  }

  func addPath(_ variable: NameSyntax, start: Slot, steps: [Slot]) {
    if scope[variable.text] != nil { binding.alreadyBound(variable.text, at: variable.span) }
    let slot = newSlot(variable.text, .path)
    scope[variable.text] = Scope.Variable(place: .slot(slot), type: .path)
    pattern.paths.append(BoundPattern.NamedPath(slot: slot, start: start, steps: steps))
  }

  private func bind(_ link: PathChain.Link, left: Slot, right: Slot, mode: PathModeSyntax) -> Slot {
    var relationship: BoundPattern.Relationship
    switch link {
    case .relationship(let syntax): relationship = bindRelationship(syntax, left: left, right: right)
    case .repetition(let syntax, let quantifier):
      relationship = bindRepetition(syntax, quantifier, left: left, right: right)
    }
    relationship.mode = mode
    pattern.relationships.append(relationship)
    return relationship.slot
  }

  /// A step of variable length keeps to its own nodes by itself.
  private func requireAcyclic(_ chain: PathChain, start: Slot, steps: [Slot]) {
    guard chain.links.count > 1 || !chain.hasVariableLinks, !steps.isEmpty else { return }
    predicates.append(
      BoundExpression(.isAcyclic(start: start, steps: steps), type: .boolean, span: chain.links[0].span))
  }

  /// Binds what could only be bound when all variables were known.
  func finish() {
    for (owner, type, properties) in pending { addPropertyConditions(owner, type, properties) }
    for condition in pendingConditions { predicates += binding.conjuncts(binding.bindPredicate(condition, in: scope)) }
  }

  func newSlot(_ name: String?, _ type: StaticType) -> Slot {
    let slot = binding.newSlot(name, type)
    newSlots.append(slot)
    return slot
  }

  // MARK: Nodes

  func bindNode(_ syntax: NodePatternSyntax) -> Slot {
    let slot = bindBareNode(syntax)
    if let properties = syntax.properties { pending.append((slot, .node, properties)) }
    if let condition = syntax.condition { pendingConditions.append(condition) }
    return slot
  }

  /// The node with its labels, without its other conditions.
  func bindBareNode(_ syntax: NodePatternSyntax) -> Slot {
    let labels = syntax.labels.map(binding.bind)
    let slot = nodeSlot(syntax)
    if let position = pattern.nodes.firstIndex(where: { $0.slot == slot }) {
      if pattern.nodes[position].label == nil { pattern.nodes[position].label = labels?.requiredLabel }
    } else {
      let isBound = !newSlots.contains(slot)
      if isBound { binding.noteUse(of: slot) }
      pattern.nodes.append(.init(slot: slot, label: labels?.requiredLabel, isBound: isBound))
    }
    if let labels {
      let node = BoundExpression(.slot(slot), type: .node, span: syntax.span)
      predicates.append(
        BoundExpression(.hasLabels(node, labels), type: .boolean, span: syntax.labels?.span ?? syntax.span))
    }
    return slot
  }

  private func nodeSlot(_ syntax: NodePatternSyntax) -> Slot {
    guard let name = syntax.variable else { return newSlot(nil, .node) }
    if let known = scope[name.text] {
      if groupNames.contains(name.text) {
        groupConflict(name)
      } else if !known.type.canBe(.node) {
        conflict(name, known.type, expected: "a node")
      }
      switch known.place {
      case .slot(let slot): return slot
      case .local: return newSlot(name.text, .node)
      }
    }
    let slot = newSlot(name.text, .node)
    scope[name.text] = Scope.Variable(place: .slot(slot), type: .node)
    return slot
  }

  // MARK: Relationships

  private func bindRelationship(
    _ syntax: RelationshipPatternSyntax, left: Slot, right: Slot
  ) -> BoundPattern.Relationship {
    let isList = syntax.length != nil || syntax.quantifier != nil
    let (slot, isBound) = relationshipSlot(syntax, isList: isList)
    let (types, labels) = bindTypes(syntax.types)
    var relationship = BoundPattern.Relationship(
      slot: slot, left: left, right: right, direction: syntax.direction, types: types,
      length: length(of: syntax), isBound: isBound, stepConditions: [], stepLocal: binding.newLocal(),
      span: syntax.span)
    if isList {
      relationship.stepConditions = stepConditions(syntax, labels, local: relationship.stepLocal)
    } else {
      if let labels {
        let element = BoundExpression(.slot(slot), type: .relationship, span: syntax.span)
        predicates.append(BoundExpression(.hasLabels(element, labels), type: .boolean, span: syntax.span))
      }
      if let properties = syntax.properties { pending.append((slot, .relationship, properties)) }
      if let condition = syntax.condition { pendingConditions.append(condition) }
    }
    return relationship
  }

  private func relationshipSlot(_ syntax: RelationshipPatternSyntax, isList: Bool) -> (Slot, isBound: Bool) {
    let type: StaticType = isList ? .list(of: .relationship) : .relationship
    guard let name = syntax.variable else { return (newSlot(nil, type), false) }
    noteRelationship(name)
    if let known = scope[name.text] {
      if groupNames.contains(name.text) {
        groupConflict(name)
      } else if syntax.quantifier != nil, outerScope[name.text] != nil {
        boundBefore(name)
      } else if isList ? !known.type.canBe(.list) : !known.type.canBe(.relationship) {
        conflict(name, known.type, expected: isList ? "a list of relationships" : "a relationship")
      }
      if case .slot(let slot) = known.place {
        if newSlots.contains(slot) { return (slot, false) }
        binding.noteUse(of: slot)
        return (slot, true)
      }
    }
    let slot = newSlot(name.text, type)
    scope[name.text] = Scope.Variable(place: .slot(slot), type: type, isRelationshipList: isList)
    return (slot, false)
  }

  /// Refuses a relationship variable that stands twice.
  func noteRelationship(_ name: NameSyntax) {
    guard !relationshipNames.insert(name.text).inserted else { return }
    binding.report(
      "relationship-twice", "the relationship '\(name.text)' stands twice in one pattern", at: name.span,
      detail: "RelationshipUniquenessViolation")
  }

  func length(of syntax: RelationshipPatternSyntax) -> BoundPattern.Length? {
    if let length = syntax.length { return .init(lower: length.lower ?? 1, upper: length.upper) }
    if let quantifier = syntax.quantifier { return .init(lower: quantifier.lower, upper: quantifier.upper) }
    return nil
  }

  // MARK: Conditions

  private func addPropertyConditions(_ owner: Slot, _ type: StaticType, _ syntax: ExpressionSyntax) {
    let element = BoundExpression(.slot(owner), type: type, span: syntax.span)
    predicates += propertyConditions(of: element, syntax, in: scope)
  }

  /// The conditions on every single relationship of a step of variable length.
  private func stepConditions(
    _ syntax: RelationshipPatternSyntax, _ labels: BoundLabelExpression?, local: Local
  ) -> [BoundExpression] {
    var inner = scope
    if let name = syntax.variable {
      inner[name.text] = Scope.Variable(place: .local(local), type: .relationship)
    }
    return relationshipConditions(syntax, labels, local: local, in: inner, properties: scope)
  }

  /// - Parameters:
  ///   - scope: what the condition behind WHERE can name.
  ///   - properties: what the values of properties can name.
  func relationshipConditions(
    _ syntax: RelationshipPatternSyntax, _ labels: BoundLabelExpression?, local: Local, in scope: Scope,
    properties: Scope
  ) -> [BoundExpression] {
    let element = BoundExpression(.local(local), type: .relationship, span: syntax.span)
    var conditions: [BoundExpression] = []
    if let labels {
      conditions.append(BoundExpression(.hasLabels(element, labels), type: .boolean, span: syntax.span))
    }
    if let written = syntax.properties { conditions += propertyConditions(of: element, written, in: properties) }
    if let condition = syntax.condition {
      conditions += binding.conjuncts(binding.bindPredicate(condition, in: scope))
    }
    return conditions
  }

  func propertyConditions(
    of element: BoundExpression, _ syntax: ExpressionSyntax, in scope: Scope
  ) -> [BoundExpression] {
    guard case .map(let entries) = syntax.kind else {
      binding.report(
        "parameter-in-pattern", "a pattern's properties must be written out; a parameter cannot stand for all of them",
        at: syntax.span, detail: "InvalidParameterUse", hint: "write {name: $parameter.name}")
      return []
    }
    return entries.map { entry in
      binding.warnUnknown("property", entry.key.text, among: binding.options.knownProperties, at: entry.key.span)
      let property = BoundExpression(
        .property(element, binding.names.property(entry.key.text)), type: .any, span: entry.key.span)
      let value = binding.bind(entry.value, in: scope)
      return BoundExpression(.comparison(.equal, property, value), type: .boolean, span: entry.key.span)
    }
  }
}
