import CypherSyntax
import Diagnostics
import GraphModel

extension Binding {
  func bindCreate(_ pattern: PatternSyntax, scope: inout Scope) -> BoundCreate {
    var create = BoundCreate()
    for path in pattern.paths { bindCreatedPath(path, into: &create, scope: &scope, verb: "CREATE") }
    return create
  }

  private func bindCreatedPath(
    _ path: PathPatternSyntax, into create: inout BoundCreate, scope: inout Scope, verb: String
  ) {
    var nodes: [Slot] = []
    var steps: [Slot] = []
    var open: (syntax: RelationshipPatternSyntax, left: Slot)?
    let isAlone = path.elements.count == 1
    if path.selector != nil || path.mode != nil {
      report(
        "selector-in-create", "a path selector or path mode belongs in MATCH, not in \(verb)", at: path.span,
        detail: "UnexpectedSyntax")
    }
    for element in path.elements {
      switch element {
      case .node(let syntax):
        let node = bindCreatedNode(syntax, isAlone: isAlone, into: &create, scope: &scope)
        nodes.append(node)
        if let relationship = open {
          steps.append(
            bindCreatedRelationship(
              relationship.syntax, from: relationship.left, to: node, into: &create, scope: &scope,
              verb: verb))
          open = nil
        }
      case .relationship(let syntax): if let left = nodes.last { open = (syntax, left) }
      case .parenthesized(let inner):
        report(
          "quantified-in-create", "\(verb) cannot make a quantified path", at: inner.span, detail: "CreatingVarLength")
      }
    }
    guard let variable = path.variable, let start = nodes.first else { return }
    if scope[variable.text] != nil { alreadyBound(variable.text, at: variable.span) }
    let slot = newSlot(variable.text, .path)
    scope[variable.text] = Scope.Variable(place: .slot(slot), type: .path)
    create.paths.append(.init(slot: slot, start: start, steps: steps))
  }

  private func bindCreatedNode(
    _ syntax: NodePatternSyntax, isAlone: Bool, into create: inout BoundCreate, scope: inout Scope
  ) -> Slot {
    refuseCondition(syntax.condition)
    if let name = syntax.variable, let known = scope[name.text] {
      if isAlone || syntax.labels != nil || syntax.properties != nil { alreadyBound(name.text, at: name.span) }
      if !known.type.canBe(.node) {
        report(
          "variable-type-conflict", "'\(name.text)' is \(known.type.description) and cannot stand for a node",
          at: name.span, detail: "VariableTypeConflict")
      }
      if case .slot(let slot) = known.place {
        noteUse(of: slot)
        return slot
      }
    }
    // A property cannot speak of what the clause itself is about to make.
    let properties = syntax.properties.map { bindCreatedProperties($0, scope: scope) }
    let slot = newSlot(syntax.variable?.text, .node)
    if let name = syntax.variable { scope[name.text] = Scope.Variable(place: .slot(slot), type: .node) }
    create.nodes.append(.init(slot: slot, labels: plainLabels(syntax.labels), properties: properties))
    return slot
  }

  /// `CREATE (n WHERE …)`: what is made meets no condition.
  private func refuseCondition(_ condition: ExpressionSyntax?) {
    guard let condition else { return }
    report(
      "condition-in-create", "a pattern that is made cannot have a condition", at: condition.span,
      detail: "UnexpectedSyntax", hint: "filter with WHERE before, and give properties in { }")
  }

  private func bindCreatedRelationship(
    _ syntax: RelationshipPatternSyntax, from left: Slot, to right: Slot, into create: inout BoundCreate,
    scope: inout Scope, verb: String
  ) -> Slot {
    if let span = syntax.length?.span ?? syntax.quantifier?.span {
      report(
        "variable-length-in-create", "\(verb) cannot make a path of variable length", at: span,
        detail: "CreatingVarLength")
    }
    if let name = syntax.variable, scope[name.text] != nil { alreadyBound(name.text, at: syntax.span) }
    refuseCondition(syntax.condition)
    let types = plainLabels(syntax.types)
    if types.count != 1 {
      report(
        "one-type-required", "a relationship to be made needs exactly one type", at: syntax.span,
        detail: "NoSingleRelationshipType", hint: "write -[:TYPE]->")
    }
    if syntax.direction == .either, verb == "CREATE" {
      report(
        "direction-required", "a relationship to be made needs a direction", at: syntax.span,
        detail: "RequiresDirectedRelationship", hint: "write -[:TYPE]-> or <-[:TYPE]-")
    }
    let properties = syntax.properties.map { bindCreatedProperties($0, scope: scope) }
    let slot = newSlot(syntax.variable?.text, .relationship)
    if let name = syntax.variable { scope[name.text] = Scope.Variable(place: .slot(slot), type: .relationship) }
    let isReversed = syntax.direction == .rightToLeft
    create.relationships.append(
      .init(
        slot: slot, type: types.first ?? "", from: isReversed ? right : left, to: isReversed ? left : right,
        properties: properties, span: syntax.span))
    return slot
  }

  private func bindCreatedProperties(_ syntax: ExpressionSyntax, scope: Scope) -> BoundExpression {
    if case .map(let entries) = syntax.kind {
      for entry in entries {
        warnUnknown("property", entry.key.text, among: options.writableProperties, at: entry.key.span)
      }
    }
    let bound = bind(syntax, in: scope)
    require(bound, [.map, .node, .relationship], in: "CREATE", expected: "a map of properties")
    return bound
  }

  private func plainLabels(_ syntax: LabelExpressionSyntax?) -> [String] {
    guard let syntax else { return [] }
    switch syntax.kind {
    case .name(let name): return [name.text]
    case .and(let parts): return parts.flatMap(plainLabels)
    case .or(let parts):
      report(
        "one-type-required", "exactly one of these must be chosen", at: syntax.span, detail: "NoSingleRelationshipType")
      return parts.first.map(plainLabels) ?? []
    case .any, .not:
      report("labels-not-plain", "labels to be set are written :A:B", at: syntax.span, detail: "UnexpectedSyntax")
      return []
    }
  }

  func bindMerge(_ clause: MergeClauseSyntax, scope: inout Scope) -> BoundMerge {
    var created = scope
    var create = BoundCreate()
    bindCreatedPath(clause.path, into: &create, scope: &created, verb: "MERGE")
    // The same path as a pattern to look for, with the slots of the path to be made.
    var known = scope
    let pattern = PatternSyntax(paths: [clause.path], span: clause.path.span)
    let match = bindMatch(
      MatchClauseSyntax(isOptional: false, pattern: pattern, condition: nil, span: clause.span), scope: &known)
    let merged = align(create, with: match, created: created, matched: known)
    scope = known
    return BoundMerge(
      match: match, create: merged, onCreate: clause.onCreate.compactMap { bindSetItem($0, scope: known) },
      onMatch: clause.onMatch.compactMap { bindSetItem($0, scope: known) })
  }

  /// Gives what MERGE makes the slots of what it looks for; both were bound from the same path, in the same order.
  private func align(_ create: BoundCreate, with match: BoundMatch, created: Scope, matched: Scope) -> BoundCreate {
    var slots: [Slot: Slot] = [:]
    var result = create
    let newNodes = match.pattern.nodes.filter { !$0.isBound }
    for (made, found) in zip(create.nodes, newNodes) { slots[made.slot] = found.slot }
    for (made, found) in zip(create.relationships, match.pattern.relationships) { slots[made.slot] = found.slot }
    for (made, found) in zip(create.paths, match.pattern.paths) { slots[made.slot] = found.slot }
    func aligned(_ slot: Slot) -> Slot { slots[slot] ?? slot }
    for position in result.nodes.indices { result.nodes[position].slot = aligned(result.nodes[position].slot) }
    for position in result.relationships.indices {
      result.relationships[position].slot = aligned(result.relationships[position].slot)
      result.relationships[position].from = aligned(result.relationships[position].from)
      result.relationships[position].to = aligned(result.relationships[position].to)
    }
    for position in result.paths.indices {
      result.paths[position] = .init(
        slot: aligned(result.paths[position].slot), start: aligned(result.paths[position].start),
        steps: result.paths[position].steps.map(aligned))
    }
    return result
  }

  // MARK: SET, REMOVE, DELETE

  func bindSetItem(_ item: SetItemSyntax, scope: Scope) -> BoundSetItem? {
    switch item.kind {
    case .property(let owner, let name, let value):
      warnUnknown("property", name.text, among: options.writableProperties, at: name.span)
      let owner = bind(owner, in: scope)
      require(owner, .element, in: "SET", expected: "a node or a relationship")
      return .property(owner: owner, name: name.text, value: bind(value, in: scope))
    case .replaceProperties(let variable, let value):
      guard let slot = elementSlot(variable, scope: scope) else { return nil }
      return .replaceProperties(slot, value: bindPropertyMap(value, scope: scope))
    case .mergeProperties(let variable, let value):
      guard let slot = elementSlot(variable, scope: scope) else { return nil }
      return .mergeProperties(slot, value: bindPropertyMap(value, scope: scope))
    case .labels(let variable, let labels):
      guard let slot = elementSlot(variable, scope: scope) else { return nil }
      return .addLabels(slot, labels.map(\.text))
    }
  }

  private func bindPropertyMap(_ syntax: ExpressionSyntax, scope: Scope) -> BoundExpression {
    let bound = bind(syntax, in: scope)
    require(bound, [.map, .node, .relationship], in: "SET", expected: "a map, a node or a relationship")
    return bound
  }

  func bindRemoveItem(_ item: RemoveItemSyntax, scope: Scope) -> BoundSetItem? {
    switch item.kind {
    case .property(let owner, let name):
      let bound = bind(owner, in: scope)
      require(bound, .element, in: "REMOVE", expected: "a node or a relationship")
      return .property(
        owner: bound, name: name.text, value: BoundExpression(.constant(.null), type: .null, span: name.span))
    case .labels(let variable, let labels):
      guard let slot = elementSlot(variable, scope: scope) else { return nil }
      return .removeLabels(slot, labels.map(\.text))
    }
  }

  private func elementSlot(_ name: NameSyntax, scope: Scope) -> Slot? {
    guard let variable = scope[name.text], case .slot(let slot) = variable.place else {
      undefined(name.text, in: scope, at: name.span)
      return nil
    }
    if !variable.type.canBe(.element) {
      report(
        "invalid-argument-type", "'\(name.text)' is \(variable.type.description), not a node or a relationship",
        at: name.span, detail: "InvalidArgumentType")
    }
    noteUse(of: slot)
    return slot
  }

  func bindDelete(_ clause: DeleteClauseSyntax, scope: Scope) -> BoundClause {
    let items = clause.items.map { item -> BoundExpression in
      if case .hasLabels = item.kind {
        report(
          "delete-label", "DELETE takes nodes, relationships and paths; a label is taken away with REMOVE",
          at: item.span,
          detail: "InvalidDelete")
      }
      let bound = bind(item, in: scope)
      require(bound, [.node, .relationship, .path], in: "DELETE", expected: "a node, a relationship or a path")
      return bound
    }
    return .delete(items, isDetaching: clause.isDetaching)
  }
}
