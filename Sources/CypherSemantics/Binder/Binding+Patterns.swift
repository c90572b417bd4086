import CypherSyntax
import Diagnostics
import GraphModel

extension Binding {
  func bindMatch(_ clause: MatchClauseSyntax, scope: inout Scope) -> BoundMatch {
    let builder = PatternBinding(binding: self, scope: scope)
    for path in clause.pattern.paths { builder.add(path) }
    builder.finish()
    scope = builder.scope
    var predicates = builder.predicates
    if let condition = clause.condition { predicates += conjuncts(bindPredicate(condition, in: scope)) }
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
  private let binding: Binding
  private(set) var scope: Scope
  private(set) var pattern = BoundPattern()
  private(set) var predicates: [BoundExpression] = []
  private(set) var newSlots: [Slot] = []
  /// Relationship variables of this MATCH: none may stand twice.
  private var relationshipNames: Set<String> = []
  /// Property conditions, bound once all variables of the patterns are known.
  private var pending: [(owner: Slot, type: StaticType, properties: ExpressionSyntax)] = []
  private var pendingConditions: [ExpressionSyntax] = []

  init(binding: Binding, scope: Scope) {
    self.binding = binding
    self.scope = scope
  }

  // MARK: Paths

  func add(_ path: PathPatternSyntax) {
    if path.selector != nil, !path.isShortestPathFunction {
      return unsupported("a path selector (ANY, SHORTEST …)", at: path.span)
    }
    if path.mode != nil { return unsupported("a path mode (WALK, TRAIL, ACYCLIC)", at: path.span) }
    var nodes: [Slot] = []
    var steps: [Slot] = []
    var relationship: (syntax: RelationshipPatternSyntax, left: Slot)?
    for element in path.elements {
      switch element {
      case .node(let syntax):
        let node = bindNode(syntax)
        nodes.append(node)
        if let open = relationship {
          steps.append(bindRelationship(open.syntax, left: open.left, right: node, path: path))
          relationship = nil
        }
      case .relationship(let syntax):
        if let left = nodes.last { relationship = (syntax, left) }
      case .parenthesized(let inner): return unsupported("a quantified path pattern", at: inner.span)
      }
    }
    guard let start = nodes.first, let variable = path.variable else { return }
    if scope[variable.text] != nil { binding.alreadyBound(variable.text, at: variable.span) }
    let slot = newSlot(variable.text, .path)
    scope[variable.text] = Scope.Variable(place: .slot(slot), type: .path)
    let named = BoundPattern.NamedPath(slot: slot, start: start, steps: steps)
    pattern.paths.append(named)
  }

  /// Binds what could only be bound when all variables were known.
  func finish() {
    for (owner, type, properties) in pending { addPropertyConditions(owner, type, properties) }
    for condition in pendingConditions { predicates += binding.conjuncts(binding.bindPredicate(condition, in: scope)) }
  }

  private func unsupported(_ what: String, at span: SourceSpan) {
    // What the pattern would have bound is not missing for a reason of its own.
    binding.hasUnsupportedParts = true
    binding.report(
      "unsupported-pattern", "\(what) is not part of the language that this version answers", at: span,
      detail: "UnexpectedSyntax")
  }

  private func newSlot(_ name: String?, _ type: StaticType) -> Slot {
    let slot = binding.newSlot(name, type)
    newSlots.append(slot)
    return slot
  }

  // MARK: Nodes

  private func bindNode(_ syntax: NodePatternSyntax) -> Slot {
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
    if let properties = syntax.properties { pending.append((slot, .node, properties)) }
    if let condition = syntax.condition { pendingConditions.append(condition) }
    return slot
  }

  private func nodeSlot(_ syntax: NodePatternSyntax) -> Slot {
    guard let name = syntax.variable else { return newSlot(nil, .node) }
    if let known = scope[name.text] {
      if !known.type.canBe(.node) { conflict(name, known.type, expected: "a node") }
      switch known.place {
      case .slot(let slot): return slot
      case .local: return newSlot(name.text, .node)
      }
    }
    let slot = newSlot(name.text, .node)
    scope[name.text] = Scope.Variable(place: .slot(slot), type: .node)
    return slot
  }

  private func conflict(_ name: NameSyntax, _ type: StaticType, expected: String) {
    binding.report(
      "variable-type-conflict", "'\(name.text)' is \(type.description) and cannot stand for \(expected)", at: name.span,
      detail: "VariableTypeConflict")
  }

  // MARK: Relationships

  private func bindRelationship(
    _ syntax: RelationshipPatternSyntax, left: Slot, right: Slot, path: PathPatternSyntax
  ) -> Slot {
    let isList = syntax.length != nil || syntax.quantifier != nil
    let (slot, isBound) = relationshipSlot(syntax, isList: isList)
    var relationship = BoundPattern.Relationship(
      slot: slot, left: left, right: right, direction: syntax.direction, types: types(of: syntax),
      length: length(of: syntax), isBound: isBound, stepConditions: [], stepLocal: binding.newLocal(),
      span: syntax.span)
    if isList {
      relationship.stepConditions = stepConditions(syntax, local: relationship.stepLocal)
    } else {
      if let properties = syntax.properties { pending.append((slot, .relationship, properties)) }
      if let condition = syntax.condition { pendingConditions.append(condition) }
    }
    if path.isShortestPathFunction {
      if relationship.length == nil { relationship.length = .init(lower: 1, upper: 1) }
      pattern.shortest.append(.init(relationship: relationship, isAll: path.selector == .allShortest))
    } else {
      pattern.relationships.append(relationship)
    }
    return slot
  }

  private func relationshipSlot(_ syntax: RelationshipPatternSyntax, isList: Bool) -> (Slot, isBound: Bool) {
    let type: StaticType = isList ? .list(of: .relationship) : .relationship
    guard let name = syntax.variable else { return (newSlot(nil, type), false) }
    if !relationshipNames.insert(name.text).inserted {
      binding.report(
        "relationship-twice", "the relationship '\(name.text)' stands twice in one pattern", at: name.span,
        detail: "RelationshipUniquenessViolation")
    }
    if let known = scope[name.text] {
      if isList ? !known.type.canBe(.list) : !known.type.canBe(.relationship) {
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

  private func types(of syntax: RelationshipPatternSyntax) -> [TypeName]? {
    guard let expression = syntax.types else { return nil }
    var types: [TypeName] = []
    func collect(_ part: LabelExpressionSyntax) -> Bool {
      switch part.kind {
      case .name(let name):
        binding.warnUnknown(
          "relationship type", name.text, among: binding.options.knownTypes, at: name.span)
        let type = binding.names.type(name.text)
        if !types.contains(type) { types.append(type) }
        return true
      case .or(let parts): return parts.allSatisfy(collect)
      case .any, .not, .and: return false
      }
    }
    if !collect(expression) { unsupported("this condition on a relationship's type", at: expression.span) }
    return types
  }

  private func length(of syntax: RelationshipPatternSyntax) -> BoundPattern.Length? {
    if let length = syntax.length { return .init(lower: length.lower ?? 1, upper: length.upper) }
    if let quantifier = syntax.quantifier { return .init(lower: quantifier.lower, upper: quantifier.upper) }
    return nil
  }

  // MARK: Conditions

  private func addPropertyConditions(_ owner: Slot, _ type: StaticType, _ syntax: ExpressionSyntax) {
    let element = BoundExpression(.slot(owner), type: type, span: syntax.span)
    predicates += propertyConditions(of: element, syntax)
  }

  private func stepConditions(_ syntax: RelationshipPatternSyntax, local: Local) -> [BoundExpression] {
    let step = BoundExpression(.local(local), type: .relationship, span: syntax.span)
    var conditions = syntax.properties.map { propertyConditions(of: step, $0) } ?? []
    if let condition = syntax.condition {
      var inner = scope
      if let name = syntax.variable {
        inner[name.text] = Scope.Variable(place: .local(local), type: .relationship)
      }
      conditions += binding.conjuncts(binding.bindPredicate(condition, in: inner))
    }
    return conditions
  }

  private func propertyConditions(of element: BoundExpression, _ syntax: ExpressionSyntax) -> [BoundExpression] {
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
