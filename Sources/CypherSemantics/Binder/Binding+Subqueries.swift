import CypherSyntax
import Diagnostics
import GraphModel

extension Binding {
  /// Remembers that a query inside an expression reads a slot of the query around it.
  func noteUse(of slot: Slot) {
    for frame in subqueryFrames.indices where slot.number < subqueryFrames[frame].firstSlot {
      subqueryFrames[frame].used.insert(slot)
    }
  }

  /// A scope in which variables of the enclosing expression have slots, and the copies that fill them.
  private func importing(_ scope: Scope) -> (scope: Scope, imports: [LocalImport]) {
    var inner = scope
    var imports: [LocalImport] = []
    for name in scope.names {
      guard let variable = scope[name], case .local(let local) = variable.place else { continue }
      let slot = newSlot(name, variable.type)
      imports.append(LocalImport(local: local, slot: slot))
      inner[name] = Scope.Variable(place: .slot(slot), type: variable.type)
    }
    inner.import(inner.names, from: inner)
    inner.returnsOwnVariablesOnly = false
    return (inner, imports)
  }

  private func subquery(
    in scope: Scope, type: StaticType, at span: SourceSpan,
    body: (Scope, [LocalImport]) -> (BoundUnion, SubqueryReference.Answer)
  ) -> BoundExpression {
    subqueryFrames.append((slots.count, []))
    let (inner, imports) = importing(scope)
    let (union, answer) = body(inner, imports)
    let frame = subqueryFrames.removeLast()
    for slot in frame.used { noteUse(of: slot) }
    subqueries.append(union)
    subqueryAnswers.append(answer)
    let reference = SubqueryReference(
      number: subqueries.count - 1, answer: answer,
      dependencies: frame.used.sorted { $0.number < $1.number })
    return BoundExpression(.subquery(reference), type: type, span: span)
  }

  /// `(a)-->(b)` as a condition: whether there is such a path. It binds nothing.
  func bindPatternPredicate(_ path: PathPatternSyntax, in scope: Scope, at span: SourceSpan) -> BoundExpression {
    subquery(in: scope, type: .boolean, at: span) { inner, imports in
      var inner = inner
      checkIntroducesNothing(path, scope: inner)
      let clause = MatchClauseSyntax(
        isOptional: false, pattern: PatternSyntax(paths: [path], span: span), condition: nil, span: span)
      let match = bindMatch(clause, scope: &inner)
      return (
        BoundUnion(
          parts: [.init(clauses: [.match(match)], output: [], imports: imports)], isDistinct: false, output: []),
        .exists
      )
    }
  }

  private func checkIntroducesNothing(_ path: PathPatternSyntax, scope: Scope) {
    func check(_ name: NameSyntax?) {
      guard let name, scope[name.text] == nil else { return }
      undefined(name.text, in: scope, at: name.span)
    }
    check(path.variable)
    for element in path.elements {
      switch element {
      case .node(let node): check(node.variable)
      case .relationship(let relationship): check(relationship.variable)
      case .parenthesized(let inner): checkIntroducesNothing(inner.path, scope: scope)
      }
    }
  }

  /// `[path WHERE filter | result]`
  func bindPatternComprehension(
    _ path: PathPatternSyntax, filter: ExpressionSyntax?, result: ExpressionSyntax, in scope: Scope,
    at span: SourceSpan
  ) -> BoundExpression {
    var elementType = StaticType.any
    let bound = subquery(in: scope, type: .anyList, at: span) { inner, imports in
      var inner = inner
      let clause = MatchClauseSyntax(
        isOptional: false, pattern: PatternSyntax(paths: [path], span: span), condition: filter, span: span)
      let match = bindMatch(clause, scope: &inner)
      let value = bind(result, in: inner)
      elementType = value.type
      let slot = newSlot(nil, value.type)
      let projection = BoundProjection(
        aggregation: nil, items: [.init(slot: slot, expression: value)], isDistinct: false, order: [], skip: nil,
        limit: nil, condition: nil)
      return (
        BoundUnion(
          parts: [.init(clauses: [.match(match), .projection(projection)], output: [slot], imports: imports)],
          isDistinct: false, output: [slot]),
        .collect(slot)
      )
    }
    return BoundExpression(bound.kind, type: .list(of: elementType), span: span)
  }

  /// `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`
  func bindSubquery(
    _ kind: SubqueryKindSyntax, _ query: QuerySyntax, in scope: Scope, at span: SourceSpan
  ) -> BoundExpression {
    let type: StaticType =
      switch kind {
      case .exists: .boolean
      case .count: .integer
      case .collect: .anyList
      }
    return subquery(in: scope, type: type, at: span) { inner, imports in
      let wasWriting = isWriting
      isWriting = false
      let (union, columns) = bindQuery(
        query, QueryPlacement(scope: inner, imports: imports, isInExpression: true))
      if isWriting {
        report(
          "writing-subquery", "a query inside an expression cannot write", at: span, detail: "InvalidClauseComposition")
      }
      isWriting = wasWriting
      switch kind {
      case .exists: return (union, .exists)
      case .count: return (union, .count)
      case .collect:
        if columns.count != 1 {
          report("collect-columns", "COLLECT { … } must return one column", at: span, detail: "UnexpectedSyntax")
        }
        return (union, union.output.first.map { .collect($0) } ?? .count)
      }
    }
  }
}
