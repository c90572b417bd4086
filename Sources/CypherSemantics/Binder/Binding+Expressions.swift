import CypherSyntax
import Diagnostics
import GraphModel

extension Binding {
  /// What an expression may hold beside plain values.
  struct Allowance: OptionSet {
    let rawValue: Int
    static let aggregates = Allowance(rawValue: 1)
    /// Patterns as conditions.
    static let patterns = Allowance(rawValue: 2)
  }

  /// A condition: of WHERE, of a pattern.
  func bindPredicate(_ syntax: ExpressionSyntax, in scope: Scope) -> BoundExpression {
    let bound = bind(syntax, in: scope, allowing: .patterns)
    requireBoolean(bound, in: "a condition")
    return bound
  }

  func bind(_ syntax: ExpressionSyntax, in scope: Scope, allowing allowed: Allowance = []) -> BoundExpression {
    let span = syntax.span
    func make(_ kind: BoundExpression.Kind, _ type: StaticType) -> BoundExpression {
      BoundExpression(kind, type: type, span: span)
    }
    func inner(_ part: ExpressionSyntax) -> BoundExpression {
      bind(part, in: scope, allowing: allowed.subtracting(.patterns))
    }
    func condition(_ part: ExpressionSyntax) -> BoundExpression { bind(part, in: scope, allowing: allowed) }

    if watch.isOver { return make(.constant(.null), .any) }
    switch syntax.kind {
    case .literal(let literal):
      let value = Value(literal)
      return make(.constant(value), StaticType(of: value))
    case .parameter(let name): return make(.parameter(name), .any)
    case .variable(let name):
      guard let variable = scope[name] else {
        undefined(name, in: scope, at: span)
        return make(.constant(.null), .any)
      }
      return reference(to: variable, at: span)
    case .property(let base, let name): return bindProperty(inner(base), name, at: span)
    case .element(let base, let index): return bindElement(inner(base), inner(index), at: span)
    case .slice(let base, let from, let to):
      let list = inner(base)
      require(list, [.list], in: "a slice", expected: "a list")
      return make(.slice(of: list, from: from.map(inner), to: to.map(inner)), list.type)
    case .list(let items):
      let bound = items.map(inner)
      if let values = bound.constants { return make(.constant(.list(values)), StaticType(of: .list(values))) }
      return make(.list(bound), .list(of: bound.reduce(StaticType.null) { $0.union($1.type) }))
    case .map(let entries):
      var keys: Set<String> = []
      let bound = entries.map { entry in
        BoundExpression.MapEntry(key: entry.key.text, value: inner(entry.value))
      }
      for entry in entries where !keys.insert(entry.key.text).inserted {
        report(
          "duplicate-map-key", "the key '\(entry.key.text)' stands twice in the map", at: entry.key.span,
          detail: "UnexpectedSyntax")
      }
      if let values = bound.map(\.value).constants {
        let map = Dictionary(zip(bound.map(\.key), values), uniquingKeysWith: { $1 })
        return make(.constant(.map(map)), .map)
      }
      return make(.map(bound), .map)
    case .unary(let op, let operand): return bindUnary(op, operand, in: scope, allowing: allowed, at: span)
    case .and(let operands): return make(.and(operands.map { bindOperand(condition($0), of: "AND") }), .boolean)
    case .or(let operands): return make(.or(operands.map { bindOperand(condition($0), of: "OR") }), .boolean)
    case .binary(.xor, let left, let right):
      let operands = (bindOperand(condition(left), of: "XOR"), bindOperand(condition(right), of: "XOR"))
      return make(.binary(.xor, operands.0, operands.1), .boolean)
    case .binary(let op, let left, let right): return bindBinary(op, inner(left), inner(right), at: span)
    case .comparison(let first, let rest): return bindComparison(inner(first), rest, at: span, inner: inner)
    case .isNull(let operand, let isNegated): return make(.isNull(inner(operand), isNegated: isNegated), .boolean)
    case .hasLabels(let operand, let labels):
      let element = inner(operand)
      require(element, .element, in: "a label test", expected: "a node or a relationship")
      return make(.hasLabels(element, bind(labels)), .boolean)
    case .call(let call): return bindCall(call, in: scope, allowing: allowed, at: span)
    case .countAll:
      guard requireAggregates(allowed, "count(*)", at: span) else { return make(.constant(.null), .integer) }
      let call = AggregateCall(function: .count, isDistinct: false, argument: nil, furtherArguments: [])
      return make(.aggregate(call), .integer)
    case .conditional(let choice): return bindCase(choice, in: scope, allowing: allowed, at: span)
    case .listComprehension(let variable, let list, let filter, let result):
      let list = inner(list)
      require(list, [.list], in: "a list comprehension", expected: "a list")
      let (local, scope) = binding(variable, to: list.type.element, in: scope)
      let filter = filter.map { bindPredicate($0, in: scope) }
      let result = result.map { bind($0, in: scope) }
      return make(
        .listComprehension(local, list: list, filter: filter, result: result),
        .list(of: result?.type ?? list.type.element))
    case .quantifier(let kind, let variable, let list, let filter):
      let list = inner(list)
      require(list, [.list], in: kind.rawValue, expected: "a list")
      guard let filter else {
        report(
          "quantifier-without-where", "\(kind.rawValue)(…) needs WHERE and a condition", at: span,
          detail: "UnexpectedSyntax")
        return make(.constant(.null), .boolean)
      }
      let (local, scope) = binding(variable, to: list.type.element, in: scope)
      return make(.quantifier(kind, local, list: list, filter: bindPredicate(filter, in: scope)), .boolean)
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      let initial = inner(initial)
      let list = inner(list)
      require(list, [.list], in: "reduce", expected: "a list")
      let (total, withTotal) = binding(accumulator, to: .any, in: scope)
      let (local, scope) = binding(variable, to: list.type.element, in: withTotal)
      return make(.reduce(total, initial: initial, local, list: list, step: bind(step, in: scope)), .any)
    case .patternComprehension(let path, let filter, let result):
      return bindPatternComprehension(path, filter: filter, result: result, in: scope, at: span)
    case .pattern(let path):
      guard allowed.contains(.patterns) else {
        if path.isShortestPathFunction { return bindShortestPath(path, in: scope, at: span) }
        report(
          "pattern-as-value", "a pattern can stand in a condition, not as a value", at: span,
          detail: "UnexpectedSyntax", hint: "write EXISTS { … } to ask whether there is such a path")
        return make(.constant(.null), .any)
      }
      return bindPatternPredicate(path, in: scope, at: span)
    case .subquery(let kind, let query): return bindSubquery(kind, query, in: scope, at: span)
    case .mapProjection(let variable, let items):
      return bindMapProjection(
        variable, items, in: scope, allowing: allowed.subtracting(.patterns), at: span)
    case .missing: return make(.constant(.null), .any)
    }
  }

  // MARK: Names

  func reference(to variable: Scope.Variable, at span: SourceSpan) -> BoundExpression {
    switch variable.place {
    case .slot(let slot):
      noteUse(of: slot)
      return BoundExpression(.slot(slot), type: variable.type, span: span)
    case .local(let local): return BoundExpression(.local(local), type: variable.type, span: span)
    }
  }

  private func binding(_ name: NameSyntax, to type: StaticType, in scope: Scope) -> (Local, Scope) {
    var scope = scope
    let local = newLocal()
    scope[name.text] = Scope.Variable(place: .local(local), type: type)
    return (local, scope)
  }

  func bind(_ labels: LabelExpressionSyntax) -> BoundLabelExpression {
    switch labels.kind {
    case .name(let name):
      warnUnknown("label", name.text, among: options.knownLabels?.union(options.knownTypes ?? []), at: name.span)
      return .name(names.label(name.text), type: names.type(name.text))
    case .any: return .any
    case .not(let part): return .not(bind(part))
    case .and(let parts): return .and(parts.map(bind))
    case .or(let parts): return .or(parts.map(bind))
    }
  }

  private func bindProperty(_ base: BoundExpression, _ name: NameSyntax, at span: SourceSpan) -> BoundExpression {
    let owners: StaticType.Members = [.node, .relationship, .map, .temporal]
    require(
      base, owners, in: "a property access", expected: "a node, a relationship, a map or a date",
      errorType: "TypeError")
    if !base.type.members.isEmpty, base.type.members.isSubset(of: .element) {
      warnUnknown("property", name.text, among: options.knownProperties, at: name.span)
    }
    return BoundExpression(.property(base, names.property(name.text)), type: .any, span: span)
  }

  private func bindElement(_ base: BoundExpression, _ index: BoundExpression, at span: SourceSpan) -> BoundExpression {
    require(
      base, [.list, .map, .node, .relationship], in: "an index", expected: "a list, a map, a node or a relationship",
      errorType: "TypeError")
    let type = base.type.members == .list ? base.type.element : .any
    return BoundExpression(.element(of: base, at: index), type: type, span: span)
  }

  // MARK: Checks

  /// Refuses an expression none of whose values can be what is needed.
  func require(
    _ bound: BoundExpression, _ wanted: StaticType.Members, in operation: String, expected: String,
    errorType: String = "SyntaxError"
  ) {
    guard !bound.type.canBe(wanted) else { return }
    report(
      "invalid-argument-type", "\(operation) expects \(expected), not \(bound.type.description)", at: bound.span,
      detail: "InvalidArgumentType", type: errorType)
  }

  func requireAggregates(_ allowed: Allowance, _ name: String, at span: SourceSpan) -> Bool {
    if allowed.contains(.aggregates) { return true }
    report(
      "aggregate-not-allowed", "\(name) cannot stand here: aggregates belong in WITH and RETURN", at: span,
      detail: "InvalidAggregation", hint: "aggregate in a WITH before, and use its result")
    return false
  }
}

extension [BoundExpression] {
  /// The values, if all are constants.
  var constants: [Value]? {
    var values: [Value] = []
    for expression in self {
      guard case .constant(let value) = expression.kind else { return nil }
      values.append(value)
    }
    return values
  }
}

extension Value {
  init(_ literal: LiteralSyntax) {
    switch literal {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(number)
    case .float(let number): self = .float(number)
    case .string(let text): self = .string(text)
    }
  }
}
