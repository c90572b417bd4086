extension BoundExpression {
  /// The expressions directly inside.
  public var children: [BoundExpression] {
    switch kind {
    case .constant, .parameter, .slot, .local, .path, .isAcyclic, .subquery: []
    case .property(let base, _), .not(let base), .negate(let base), .isNull(let base, _), .hasLabels(let base, _):
      [base]
    case .element(let base, let index): [base, index]
    case .slice(let base, let from, let to): [base] + [from, to].compactMap(\.self)
    case .list(let items), .and(let items), .or(let items), .call(_, let items): items
    case .map(let entries): entries.map(\.value)
    case .binary(_, let left, let right), .comparison(_, let left, let right): [left, right]
    case .aggregate(let call): [call.argument].compactMap(\.self) + call.furtherArguments
    case .conditional(let subject, let branches, let otherwise):
      [subject, otherwise].compactMap(\.self) + branches.flatMap { [$0.condition, $0.result] }
    case .listComprehension(_, let list, let filter, let result): [list] + [filter, result].compactMap(\.self)
    case .quantifier(_, _, let list, let filter): [list, filter]
    case .reduce(_, let initial, _, let list, let step): [initial, list, step]
    case .mapProjection(let base, let items):
      [base]
        + items.compactMap { item in
          if case .entry(let entry) = item { return entry.value }
          return nil
        }
    }
  }

  /// Whether an aggregate is anywhere inside.
  var containsAggregate: Bool {
    if case .aggregate = kind { return true }
    return children.contains(where: \.containsAggregate)
  }

  var isAggregate: Bool {
    if case .aggregate = kind { return true }
    return false
  }

  /// A variable, or a property of one: what may stand beside an aggregate.
  var isVariableOrProperty: Bool {
    switch kind {
    case .slot: true
    case .property(let base, _): base.isVariableOrProperty
    default: false
    }
  }

  /// The slots it reads, also in subqueries.
  public var slots: Set<Slot> {
    var found: Set<Slot> = []
    collectSlots(into: &found)
    return found
  }

  private func collectSlots(into found: inout Set<Slot>) {
    switch kind {
    case .slot(let slot): found.insert(slot)
    case .path(let start, let steps), .isAcyclic(let start, let steps): found.formUnion([start] + steps)
    case .subquery(let reference): found.formUnion(reference.dependencies)
    default: for child in children { child.collectSlots(into: &found) }
    }
  }

  /// The expression variables it reads, also in subqueries; those that it makes itself are among them.
  public var locals: Set<Local> {
    switch kind {
    case .local(let local): [local]
    case .subquery(let reference): Set(reference.locals)
    default: children.reduce(into: []) { $0.formUnion($1.locals) }
    }
  }

  /// Whether a query is inside.
  public var containsSubquery: Bool {
    if case .subquery = kind { return true }
    return children.contains(where: \.containsSubquery)
  }

  /// The subqueries inside, by number.
  public var subqueryNumbers: [Int] {
    if case .subquery(let reference) = kind { return [reference.number] }
    return children.flatMap(\.subqueryNumbers)
  }

  /// The expression with parts replaced from the outside in; a part that is replaced is not entered.
  func replacing(_ replacement: (BoundExpression) -> BoundExpression?) -> BoundExpression {
    if let replaced = replacement(self) { return replaced }
    func inner(_ expression: BoundExpression) -> BoundExpression { expression.replacing(replacement) }
    let new: Kind =
      switch kind {
      case .constant, .parameter, .slot, .local, .path, .isAcyclic, .subquery: kind
      case .property(let base, let name): .property(inner(base), name)
      case .element(let base, let index): .element(of: inner(base), at: inner(index))
      case .slice(let base, let from, let to): .slice(of: inner(base), from: from.map(inner), to: to.map(inner))
      case .list(let items): .list(items.map(inner))
      case .map(let entries): .map(entries.map { MapEntry(key: $0.key, value: inner($0.value)) })
      case .not(let operand): .not(inner(operand))
      case .negate(let operand): .negate(inner(operand))
      case .and(let operands): .and(operands.map(inner))
      case .or(let operands): .or(operands.map(inner))
      case .binary(let op, let left, let right): .binary(op, inner(left), inner(right))
      case .comparison(let op, let left, let right): .comparison(op, inner(left), inner(right))
      case .isNull(let operand, let isNegated): .isNull(inner(operand), isNegated: isNegated)
      case .hasLabels(let operand, let labels): .hasLabels(inner(operand), labels)
      case .call(let function, let arguments): .call(function, arguments.map(inner))
      case .aggregate(let call):
        .aggregate(
          AggregateCall(
            function: call.function, isDistinct: call.isDistinct, argument: call.argument.map(inner),
            furtherArguments: call.furtherArguments.map(inner)))
      case .conditional(let subject, let branches, let otherwise):
        .conditional(
          subject: subject.map(inner),
          branches: branches.map { Branch(condition: inner($0.condition), result: inner($0.result)) },
          otherwise: otherwise.map(inner))
      case .listComprehension(let local, let list, let filter, let result):
        .listComprehension(local, list: inner(list), filter: filter.map(inner), result: result.map(inner))
      case .quantifier(let kind, let local, let list, let filter):
        .quantifier(kind, local, list: inner(list), filter: inner(filter))
      case .reduce(let accumulator, let initial, let local, let list, let step):
        .reduce(accumulator, initial: inner(initial), local, list: inner(list), step: inner(step))
      case .mapProjection(let base, let items):
        .mapProjection(
          inner(base),
          items.map { item in
            if case .entry(let entry) = item { return .entry(MapEntry(key: entry.key, value: inner(entry.value))) }
            return item
          })
      }
    return BoundExpression(new, type: type, span: span)
  }
}
