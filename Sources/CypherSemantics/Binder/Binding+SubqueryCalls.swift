import CypherSyntax
import Diagnostics

extension Binding {
  /// `CALL { … }`: what it returns is added to the variables.
  func bindSubqueryCall(_ call: SubqueryCallSyntax, scope: inout Scope) -> BoundClause {
    var placement = QueryPlacement()
    placement.scope.returnsOwnVariablesOnly = true
    placement.scope.table = scope.table
    if call.importsAll {
      placement.scope.import(scope.names, from: scope)
    } else if let names = call.imports {
      placement.scope.import(importedNames(names, from: scope), from: scope)
    } else {
      placement.importable = scope
    }
    let wasWriting = isWriting
    isWriting = false
    notImported.append(Set(scope.names).subtracting(placement.scope.names))
    let (query, columns) = bindQuery(call.query, placement)
    notImported.removeLast()
    let writes = isWriting
    isWriting = wasWriting || writes
    requireAliases(call.query)
    for (position, (name, slot)) in zip(columns, query.output).enumerated() {
      if scope[name] != nil { alreadyBound(name, at: columnSpan(position, of: call.query)) }
      scope[name] = Scope.Variable(place: .slot(slot), type: slots[slot.number].type)
    }
    return .subquery(BoundSubqueryCall(query: query, isOptional: call.isOptional, isWriting: writes))
  }

  private func importedNames(_ names: [NameSyntax], from scope: Scope) -> [String] {
    var seen: Set<String> = []
    for name in names {
      if scope[name.text] == nil { undefined(name.text, in: scope, at: name.span) }
      if !seen.insert(name.text).inserted { alreadyBound(name.text, at: name.span) }
    }
    return names.map(\.text)
  }

  /// Whether a query begins with `WITH x, y` that only brings variables in from around `CALL { … }`; they are then in
  /// the scope.
  func importLeadingWith(_ query: SingleQuerySyntax, from outer: Scope, into scope: inout Scope) -> Bool {
    guard case .with(let with)? = query.clauses.first, with.wording == .plain, !with.isDistinct, with.order.isEmpty,
      with.skip == nil, with.limit == nil, with.condition == nil, with.includesAll || !with.items.isEmpty
    else { return false }
    var names: [NameSyntax] = []
    for item in with.items {
      guard case .variable(let name) = item.expression.kind, item.alias == nil || item.alias?.text == name else {
        return false
      }
      names.append(NameSyntax(text: name, span: item.span))
    }
    if with.includesAll { for name in outer.names { scope[name] = outer[name] } }
    for name in names {
      if outer[name.text] == nil { undefined(name.text, in: outer, at: name.span) }
      scope[name.text] = outer[name.text]
    }
    return true
  }

  /// What a subquery returns is named in the query around: an expression needs a name.
  private func requireAliases(_ query: QuerySyntax) {
    guard case .returning(let projection)? = query.parts.first?.clauses.last else { return }
    for item in projection.items { requireAlias(item, in: "RETURN of a subquery") }
  }

  private func columnSpan(_ position: Int, of query: QuerySyntax) -> SourceSpan {
    guard case .returning(let projection)? = query.parts.first?.clauses.last else { return query.span }
    if projection.includesAll || !projection.items.indices.contains(position) { return projection.span }
    return projection.items[position].span
  }
}
