import CypherSyntax
import Diagnostics
import GraphModel

extension Binding {
  func bindCall(
    _ call: FunctionCallSyntax, in scope: Scope, allowing allowed: Allowance, at span: SourceSpan
  ) -> BoundExpression {
    let name = call.fullName
    if let aggregate = FunctionRegistry.aggregate(named: name) {
      return bindAggregate(aggregate, call, in: scope, allowing: allowed, at: span)
    }
    // exists((a)-->(b)) asks for the pattern.
    if name.lowercased() == "exists", call.arguments.count == 1, case .pattern(let path) = call.arguments[0].kind {
      return bindPatternPredicate(path, in: scope, at: span)
    }
    guard let function = FunctionRegistry.scalar(named: name) else {
      report(
        "unknown-function", "no function is called '\(name)'", at: call.name.first?.span ?? span,
        detail: "UnknownFunction", hint: NameSuggestion.hint(for: name, among: FunctionRegistry.names))
      for argument in call.arguments { _ = bind(argument, in: scope, allowing: allowed.subtracting(.patterns)) }
      return BoundExpression(.constant(.null), type: .any, span: span)
    }
    if call.isDistinct {
      report(
        "distinct-not-allowed", "DISTINCT belongs to aggregates; \(function.name) is none", at: span,
        detail: "UnexpectedSyntax")
    }
    let arguments = call.arguments.map { bind($0, in: scope, allowing: allowed.subtracting(.patterns)) }
    checkArguments(arguments, of: function.name, parameters: function.parameters, arity: function.arity, at: span)
    if let reference = tableReference(function, in: scope, at: span) { return reference }
    return BoundExpression(.call(FunctionReference(function: function), arguments), type: function.result, span: span)
  }

  private func bindAggregate(
    _ function: AggregateFunction, _ call: FunctionCallSyntax, in scope: Scope, allowing allowed: Allowance,
    at span: SourceSpan
  ) -> BoundExpression {
    guard requireAggregates(allowed, "\(function.name)(…)", at: span) else {
      return BoundExpression(.constant(.null), type: function.result, span: span)
    }
    let arguments = call.arguments.map { bind($0, in: scope, allowing: .aggregates) }
    if arguments.contains(where: \.containsAggregate) {
      report(
        "nested-aggregate", "an aggregate cannot stand inside another one", at: span, detail: "NestedAggregation",
        hint: "compute the inner one in a WITH before")
    }
    let count = function.parameters.count
    checkArguments(arguments, of: function.name, parameters: function.parameters, arity: count...count, at: span)
    if arguments.contains(where: \.isRandom) {
      report(
        "random-in-aggregate", "an aggregate cannot take a random value", at: span, detail: "NonConstantExpression")
    }
    let type: StaticType =
      if function.name == "collect" {
        .list(of: arguments.first?.type ?? .any)
      } else if function.name == "min" || function.name == "max" { arguments.first?.type ?? .any } else {
        function.result
      }
    return BoundExpression(
      .aggregate(
        AggregateCall(
          function: function, isDistinct: call.isDistinct, argument: arguments.first,
          furtherArguments: Array(arguments.dropFirst()))),
      type: type, span: span)
  }

  private func checkArguments(
    _ arguments: [BoundExpression], of name: String, parameters: [ScalarFunction.Parameter], arity: ClosedRange<Int>,
    at span: SourceSpan
  ) {
    guard arity.contains(arguments.count) else {
      let expected =
        arity.lowerBound == arity.upperBound
        ? "\(arity.lowerBound)"
        : (arity.upperBound == .max ? "at least \(arity.lowerBound)" : "\(arity.lowerBound) to \(arity.upperBound)")
      report(
        "wrong-argument-count",
        "\(name) takes \(expected) argument\(expected == "1" ? "" : "s"), not \(arguments.count)",
        at: span, detail: "InvalidNumberOfArguments")
      return
    }
    for (position, argument) in arguments.enumerated() {
      guard let parameter = position < parameters.count ? parameters[position] : parameters.last else { continue }
      require(argument, parameter.type.members, in: name, expected: parameter.type.description)
    }
  }

  func bindCase(
    _ choice: CaseSyntax, in scope: Scope, allowing allowed: Allowance, at span: SourceSpan
  ) -> BoundExpression {
    let allowed = allowed.subtracting(.patterns)
    let subject = choice.subject.map { bind($0, in: scope, allowing: allowed) }
    let branches = choice.branches.map { branch in
      let condition = bind(
        branch.condition, in: scope, allowing: subject == nil ? allowed.union(.patterns) : allowed)
      if subject == nil { requireBoolean(condition, in: "WHEN") }
      return BoundExpression.Branch(condition: condition, result: bind(branch.result, in: scope, allowing: allowed))
    }
    let otherwise = choice.otherwise.map { bind($0, in: scope, allowing: allowed) }
    let type = branches.reduce(otherwise?.type ?? .null) { $0.union($1.result.type) }
    return BoundExpression(
      .conditional(subject: subject, branches: branches, otherwise: otherwise), type: type, span: span)
  }

  func bindMapProjection(
    _ variable: NameSyntax, _ items: [MapProjectionItemSyntax], in scope: Scope, allowing allowed: Allowance,
    at span: SourceSpan
  ) -> BoundExpression {
    guard let owner = scope[variable.text] else {
      undefined(variable.text, in: scope, at: variable.span)
      return BoundExpression(.constant(.null), type: .map, span: span)
    }
    let base = reference(to: owner, at: variable.span)
    require(base, [.node, .relationship, .map], in: "a map projection", expected: "a node, a relationship or a map")
    let bound: [BoundExpression.MapProjectionItem] = items.map { item in
      switch item {
      case .allProperties: return .allProperties
      case .property(let name):
        let value = BoundExpression(.property(base, names.property(name.text)), type: .any, span: name.span)
        return .entry(.init(key: name.text, value: value))
      case .entry(let name, let value):
        return .entry(.init(key: name.text, value: bind(value, in: scope, allowing: allowed)))
      case .variable(let name):
        let syntax = ExpressionSyntax(.variable(name.text), span: name.span)
        return .entry(.init(key: name.text, value: bind(syntax, in: scope)))
      }
    }
    return BoundExpression(.mapProjection(base, bound), type: .map, span: span)
  }
}

extension BoundExpression {
  /// Whether a function inside gives another result each time.
  public var isRandom: Bool {
    if case .call(let reference, _) = kind, !reference.function.isDeterministic { return true }
    return children.contains(where: \.isRandom)
  }
}
