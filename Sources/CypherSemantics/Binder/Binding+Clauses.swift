import CypherSyntax
import Diagnostics
import GraphModel

extension Binding {
  /// The most clauses of a query, parts of a UNION and elements of a MATCH: plans are trees that passes walk by
  /// recursion, and nobody writes as many by hand.
  static let lengthLimit = 1000

  /// Refuses a query that is longer than any pass can walk.
  private func requireBounded(_ count: Int, _ what: String, at span: SourceSpan) -> Bool {
    guard count > Self.lengthLimit else { return true }
    report(
      "query-too-long", "the query has \(count) \(what); \(Self.lengthLimit) are the most", at: span,
      detail: "UnexpectedSyntax", hint: "UNWIND a list, or ask several queries")
    return false
  }

  /// Where a query stands, and what it has from there.
  struct QueryPlacement {
    /// The variables that it begins with.
    var scope = Scope()
    /// Variables of an enclosing expression that it reads.
    var imports: [LocalImport] = []
    /// Whether it may end without RETURN, as in `EXISTS { MATCH … }`.
    var isInExpression = false
    /// Whether it is all that was asked, so that a call alone may leave out arguments and YIELD.
    var isWhole = false
    /// What a first `WITH x` brings in from around `CALL { … }`.
    var importable: Scope?
  }

  func bindQuery(_ query: QuerySyntax, _ placement: QueryPlacement) -> (union: BoundUnion, columns: [String]) {
    guard requireBounded(query.leading.count, "parts", at: query.span) else {
      return (BoundUnion(parts: [], isDistinct: false, output: []), [])
    }
    var placement = placement
    var leading: [BoundUnion] = []
    for query in query.leading {
      let (union, columns) = bindUnion(query, placement)
      leading.append(union)
      var scope = placement.scope.emptied()
      for (name, slot) in zip(columns, union.output) {
        scope[name] = Scope.Variable(place: .slot(slot), type: slots[slot.number].type)
      }
      placement = QueryPlacement(scope: scope, isInExpression: placement.isInExpression)
    }
    var (union, columns) = bindUnion(query, placement)
    union.leading = leading
    return (union, columns)
  }

  private func bindUnion(_ query: QuerySyntax, _ placement: QueryPlacement) -> (BoundUnion, columns: [String]) {
    var parts: [BoundUnion.Part] = []
    var columns: [String] = []
    guard requireBounded(query.parts.count, "parts", at: query.span) else {
      return (BoundUnion(parts: [], isDistinct: false, output: []), [])
    }
    for (number, single) in query.parts.enumerated() {
      let part = bindSingle(single, placement)
      if number == 0 {
        columns = part.columns
      } else if part.columns != columns {
        report(
          "different-columns",
          columns.isEmpty
            ? "the first part of the UNION returns nothing, so no part can return columns"
            : "all parts of a UNION must return the same columns: \(columns.joined(separator: ", "))",
          at: single.clauses.last?.span ?? single.span, detail: "DifferentColumnsInUnion")
      }
      parts.append(part.part)
    }
    if let first = query.unions.first, let other = query.unions.first(where: { $0.isAll != first.isAll }) {
      report(
        "mixed-union", "UNION and UNION ALL cannot be mixed in one query", at: other.span,
        detail: "InvalidClauseComposition")
    }
    guard parts.count > 1 else {
      return (BoundUnion(parts: parts, isDistinct: false, output: parts.first?.output ?? []), columns)
    }
    let output = columns.enumerated().map { position, name in
      let types = parts.compactMap {
        $0.output.indices.contains(position) ? slots[$0.output[position].number].type : nil
      }
      return newSlot(name, types.dropFirst().reduce(types.first ?? .any) { $0.union($1) })
    }
    return (
      BoundUnion(
        parts: parts, carried: placement.scope.importedSlots, isDistinct: !(query.unions.first?.isAll ?? true),
        output: output), columns
    )
  }

  private func bindSingle(
    _ query: SingleQuerySyntax, _ placement: QueryPlacement
  ) -> (part: BoundUnion.Part, columns: [String]) {
    var scope = placement.scope
    var clauses: [BoundClause] = []
    var output: [Slot] = []
    var columns: [String] = []
    guard requireBounded(query.clauses.count, "clauses", at: query.span) else {
      return (BoundUnion.Part(clauses: [], output: [], imports: placement.imports), [])
    }
    checkComposition(query, isInExpression: placement.isInExpression)
    var remaining = query.clauses[...]
    if let importable = placement.importable, importLeadingWith(query, from: importable, into: &scope) {
      remaining = remaining.dropFirst()
    }
    for clause in remaining {
      if watch.isOver { break }
      switch clause {
      case .returning(let projection):
        let bound = bindProjection(projection, isReturn: true, scope: &scope)
        clauses.append(.projection(bound.projection))
        output = bound.output
        columns = bound.columns
      case .call(let call):
        let isStandalone = placement.isWhole && query.clauses.count == 1
        let bound = bindCall(call, isStandalone: isStandalone, scope: &scope)
        if let clause = bound.clause { clauses.append(clause) }
        if isStandalone {
          output = bound.output.map(\.slot)
          columns = bound.output.map(\.name)
        }
      case .show(let show):
        let bound = bindShow(show, isLast: query.clauses.count == 1, scope: &scope)
        clauses += bound.clauses
        if query.clauses.count == 1 { (output, columns) = (bound.output, bound.columns) }
      default: if let bound = bindClause(clause, scope: &scope) { clauses.append(bound) }
      }
    }
    return (BoundUnion.Part(clauses: clauses, output: output, imports: placement.imports), columns)
  }

  /// Binds a clause that gives no columns.
  func bindClause(_ clause: ClauseSyntax, scope: inout Scope) -> BoundClause? {
    switch clause {
    case .match(let match):
      let length = match.pattern.paths.reduce(0) { $0 + $1.elements.count }
      guard requireBounded(length, "pattern elements", at: match.pattern.span) else { return nil }
      return .match(bindMatch(match, scope: &scope))
    case .unwind(let unwind): return bindUnwind(unwind, scope: &scope)
    case .with(let projection):
      return .projection(bindProjection(projection, isReturn: false, scope: &scope).projection)
    case .create(let create):
      isWriting = true
      let length = create.pattern.paths.reduce(0) { $0 + $1.elements.count }
      guard length <= 200 * Self.lengthLimit || requireBounded(length, "pattern elements", at: create.span) else {
        return nil
      }
      return .create(bindCreate(create.pattern, scope: &scope))
    case .merge(let merge):
      isWriting = true
      return .merge(bindMerge(merge, scope: &scope))
    case .set(let set):
      isWriting = true
      return .set(set.items.compactMap { bindSetItem($0, scope: scope) })
    case .remove(let remove):
      isWriting = true
      return .set(remove.items.compactMap { bindRemoveItem($0, scope: scope) })
    case .delete(let delete):
      isWriting = true
      return bindDelete(delete, scope: scope)
    case .callSubquery(let call): return bindSubqueryCall(call, scope: &scope)
    case .forEach(let loop): return bindForEach(loop, scope: scope)
    case .loadCSV(let load): return bindTableLoad(load, scope: &scope)
    case .finish, .returning, .call, .show: return nil
    }
  }

  private func bindUnwind(_ clause: UnwindClauseSyntax, scope: inout Scope) -> BoundClause {
    let list = bind(clause.list, in: scope)
    let name = clause.variable.text
    if scope[name] != nil { alreadyBound(name, at: clause.variable.span) }
    let type = list.type.members == .list ? list.type.element : .any
    let slot = newSlot(name, type)
    scope[name] = Scope.Variable(place: .slot(slot), type: type)
    return .unwind(list, slot)
  }

  func alreadyBound(_ name: String, at span: SourceSpan) {
    report(
      "variable-already-bound", "the variable '\(name)' is bound already", at: span, detail: "VariableAlreadyBound",
      hint: "choose another name")
  }

  /// The order in which clauses may follow each other.
  private func checkComposition(_ query: SingleQuerySyntax, isInExpression: Bool) {
    var hasWritten = false
    for (position, clause) in query.clauses.enumerated() {
      let isLast = position == query.clauses.count - 1 && !isInExpression
      switch clause {
      case .match, .unwind, .call, .callSubquery, .loadCSV:
        if hasWritten, !isCall(clause) {
          report(
            "with-required", "between a writing clause and a reading one a WITH is required", at: clause.span,
            detail: "InvalidClauseComposition")
        }
        if isLast, !isConclusive(clause, isAlone: query.clauses.count == 1) { inconclusive(clause) }
      case .with:
        hasWritten = false
        if isLast { inconclusive(clause) }
      case .returning, .finish:
        if position < query.clauses.count - 1 {
          report(
            "clause-after-return", "nothing can follow \(isFinish(clause) ? "FINISH" : "RETURN")",
            at: query.clauses[position + 1].span,
            detail: "InvalidClauseComposition")
          return
        }
      case .show: break
      case .create, .merge, .set, .remove, .delete, .forEach: hasWritten = true
      }
    }
  }

  private func isFinish(_ clause: ClauseSyntax) -> Bool {
    if case .finish = clause { return true }
    return false
  }

  private func isCall(_ clause: ClauseSyntax) -> Bool {
    switch clause {
    case .call, .callSubquery: true
    default: false
    }
  }

  /// A query may end with a call that gives no columns, or be nothing but the call of a procedure.
  private func isConclusive(_ clause: ClauseSyntax, isAlone: Bool) -> Bool {
    switch clause {
    case .call(let call):
      let name = call.name.map(\.text).joined(separator: ".")
      return isAlone || options.procedures.procedure(named: name)?.outputs.isEmpty ?? true
    case .callSubquery(let call):
      return !call.query.parts.contains { part in
        if case .returning = part.clauses.last { return true }
        return false
      }
    default: return false
    }
  }

  private func inconclusive(_ clause: ClauseSyntax) {
    report(
      "query-without-end", "the query ends without RETURN or a writing clause", at: clause.span,
      detail: "InvalidClauseComposition", hint: "add RETURN and what you want to see")
  }
}
