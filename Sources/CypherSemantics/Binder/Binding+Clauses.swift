import CypherSyntax
import Diagnostics
import GraphModel

extension Binding {
  /// - Parameter isInExpression: whether the query may end without RETURN, as in `EXISTS { MATCH … }`.
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

  func bindUnion(
    _ query: QuerySyntax, outer: Scope, imports: [LocalImport], isInExpression: Bool = false
  ) -> (BoundUnion, columns: [String]) {
    var parts: [BoundUnion.Part] = []
    var columns: [String] = []
    guard requireBounded(query.parts.count, "parts", at: query.span) else {
      return (BoundUnion(parts: [], isDistinct: false, output: []), [])
    }
    for (number, single) in query.parts.enumerated() {
      let part = bindSingle(single, outer: outer, imports: imports, isInExpression: isInExpression)
      if number == 0 {
        columns = part.columns
      } else if part.columns != columns {
        report(
          "different-columns", "all parts of a UNION must return the same columns: \(columns.joined(separator: ", "))",
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
    return (BoundUnion(parts: parts, isDistinct: !(query.unions.first?.isAll ?? true), output: output), columns)
  }

  private func bindSingle(
    _ query: SingleQuerySyntax, outer: Scope, imports: [LocalImport], isInExpression: Bool
  ) -> (part: BoundUnion.Part, columns: [String]) {
    var scope = outer
    var clauses: [BoundClause] = []
    var output: [Slot] = []
    var columns: [String] = []
    guard requireBounded(query.clauses.count, "clauses", at: query.span) else {
      return (BoundUnion.Part(clauses: [], output: [], imports: imports), [])
    }
    checkComposition(query, isInExpression: isInExpression)
    for clause in query.clauses {
      if watch.isOver { break }
      switch clause {
      case .match(let match):
        let length = match.pattern.paths.reduce(0) { $0 + $1.elements.count }
        guard requireBounded(length, "pattern elements", at: match.pattern.span) else { continue }
        clauses.append(.match(bindMatch(match, scope: &scope)))
      case .unwind(let unwind): clauses.append(bindUnwind(unwind, scope: &scope))
      case .with(let projection):
        clauses.append(.projection(bindProjection(projection, isReturn: false, scope: &scope).projection))
      case .returning(let projection):
        let bound = bindProjection(projection, isReturn: true, scope: &scope)
        clauses.append(.projection(bound.projection))
        output = bound.output
        columns = bound.columns
      case .create(let create):
        isWriting = true
        let length = create.pattern.paths.reduce(0) { $0 + $1.elements.count }
        guard length <= 200 * Self.lengthLimit || requireBounded(length, "pattern elements", at: create.span) else {
          continue
        }
        clauses.append(.create(bindCreate(create.pattern, scope: &scope)))
      case .merge(let merge):
        isWriting = true
        clauses.append(.merge(bindMerge(merge, scope: &scope)))
      case .set(let set):
        isWriting = true
        clauses.append(.set(set.items.compactMap { bindSetItem($0, scope: scope) }))
      case .remove(let remove):
        isWriting = true
        clauses.append(.set(remove.items.compactMap { bindRemoveItem($0, scope: scope) }))
      case .delete(let delete):
        isWriting = true
        clauses.append(bindDelete(delete, scope: scope))
      case .finish: break
      case .call(let call):
        let isStandalone = query.clauses.count == 1
        let bound = bindCall(call, isStandalone: isStandalone, scope: &scope)
        if let clause = bound.clause { clauses.append(clause) }
        if isStandalone {
          output = bound.output.map(\.slot)
          columns = bound.output.map(\.name)
        }
      case .callSubquery(let call): unsupported("CALL { … }", at: call.span)
      case .forEach(let loop): unsupported("FOREACH", at: loop.span)
      case .loadCSV(let load): unsupported("LOAD CSV", at: load.span)
      }
    }
    return (BoundUnion.Part(clauses: clauses, output: output, imports: imports), columns)
  }

  private func unsupported(_ clause: String, at span: SourceSpan) {
    hasUnsupportedParts = true
    report(
      "unsupported-clause", "\(clause) is not part of the language that this version answers", at: span,
      detail: "UnexpectedSyntax")
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
        if isLast, !isCall(clause) || query.clauses.count > 1 && !endsInVoidCall(clause) { inconclusive(clause) }
      case .with:
        hasWritten = false
        if isLast { inconclusive(clause) }
      case .returning, .finish:
        if position < query.clauses.count - 1 {
          report(
            "clause-after-return", "nothing can follow RETURN", at: query.clauses[position + 1].span,
            detail: "InvalidClauseComposition")
          return
        }
      case .create, .merge, .set, .remove, .delete, .forEach: hasWritten = true
      }
    }
  }

  private func isCall(_ clause: ClauseSyntax) -> Bool {
    switch clause {
    case .call, .callSubquery: true
    default: false
    }
  }

  /// A query may end with a call of a procedure that gives no fields.
  private func endsInVoidCall(_ clause: ClauseSyntax) -> Bool {
    guard case .call(let call) = clause else { return false }
    let name = call.name.map(\.text).joined(separator: ".")
    return options.procedures.procedure(named: name)?.outputs.isEmpty ?? true
  }

  private func inconclusive(_ clause: ClauseSyntax) {
    report(
      "query-without-end", "the query ends without RETURN or a writing clause", at: clause.span,
      detail: "InvalidClauseComposition", hint: "add RETURN and what you want to see")
  }
}
