import CypherSyntax
import Diagnostics
import GraphModel

extension Binding {
  struct ProjectionResult {
    var projection: BoundProjection
    var output: [Slot]
    var columns: [String]
  }

  struct PendingItem {
    var name: String
    var expression: BoundExpression
    var span: SourceSpan
    var isRelationshipList = false
  }

  func bindProjection(_ clause: ProjectionClauseSyntax, isReturn: Bool, scope: inout Scope) -> ProjectionResult {
    let earlierFindings = diagnostics.count
    var pending: [PendingItem] = []
    if clause.includesAll {
      if scope.names.isEmpty, clause.items.isEmpty, isReturn {
        report(
          "no-variables", "there are no variables that * could return", at: clause.span, detail: "NoVariablesInScope")
      }
      let isOwnOnly = isReturn && scope.returnsOwnVariablesOnly
      for name in isOwnOnly ? scope.ownNames : scope.names {
        guard let variable = scope[name] else { continue }
        pending.append(
          PendingItem(
            name: name, expression: reference(to: variable, at: clause.span), span: clause.span,
            isRelationshipList: variable.isRelationshipList))
      }
    }
    let isLetting = clause.wording == .letting
    for item in clause.items { pending.append(bindItem(item, scope: scope, allowing: isLetting ? [] : .aggregates)) }
    checkColumnNames(pending, areVariables: isLetting)

    let isAggregating = pending.contains { $0.expression.containsAggregate }
    var next = scope.emptied()
    var items: [BoundProjection.Item] = []
    for item in pending {
      let slot = newSlot(item.name, item.expression.type)
      items.append(BoundProjection.Item(slot: slot, expression: item.expression))
      if keepsImported(item, isReturn: isReturn, scope: scope) { continue }
      next[item.name] = Scope.Variable(
        place: .slot(slot), type: item.expression.type, isRelationshipList: item.isRelationshipList)
    }

    let orderScope = sortScope(previous: scope, next: next, isClosed: isAggregating || clause.isDistinct)
    var order = clause.order.map { key in
      BoundProjection.SortKey(
        expression: bindSortKey(
          key.expression, items: items, pending: pending, scope: orderScope, previous: scope,
          isClosed: isAggregating || clause.isDistinct, isAggregating: isAggregating),
        isDescending: key.isDescending)
    }
    var aggregation: BoundProjection.Aggregation?
    var carried = scope.importedSlots
    if isAggregating {
      aggregation = separateAggregates(&items, &order, pending: pending, constants: Set(carried))
    }
    if !isAggregating, !clause.isDistinct, let table = scope.table {
      next.table = table
      carried += [table.line, table.file]
    }
    let skip = clause.skip.map { bindRowCount($0, clause: "SKIP", scope: scope) }
    let limit = clause.limit.map { bindRowCount($0, clause: "LIMIT", scope: scope) }
    // Told only where the expressions themselves are right.
    if !isReturn, diagnostics.count == earlierFindings { for item in clause.items { requireAlias(item) } }
    let output = items.map(\.slot)
    // Like ORDER BY, WHERE sees what was there before the projection, unless rows were merged.
    let condition = clause.condition.map { bindPredicate($0, in: orderScope) }
    scope = next
    return ProjectionResult(
      projection: BoundProjection(
        aggregation: aggregation, items: items, carried: carried, isDistinct: clause.isDistinct, order: order,
        skip: skip,
        limit: limit, condition: condition),
      output: output, columns: pending.map(\.name))
  }

  /// Whether an item only names a variable that a subquery has from around it anyway; another value of that name is
  /// refused.
  private func keepsImported(_ item: PendingItem, isReturn: Bool, scope: Scope) -> Bool {
    guard let imported = scope.importedVariable(item.name), !isReturn else { return false }
    if case .slot(let slot) = item.expression.kind, imported.place == .slot(slot) { return true }
    report(
      "variable-already-bound", "the variable '\(item.name)' belongs to the query around this one", at: item.span,
      detail: "VariableAlreadyBound", hint: "choose another name")
    return true
  }

  private func bindItem(_ item: ProjectionItemSyntax, scope: Scope, allowing allowed: Allowance) -> PendingItem {
    let expression = bind(item.expression, in: scope, allowing: allowed)
    var isRelationshipList = false
    if case .variable(let name) = item.expression.kind {
      isRelationshipList = scope[name]?.isRelationshipList ?? false
    }
    return PendingItem(
      name: item.alias?.text ?? plainName(item), expression: expression, span: item.span,
      isRelationshipList: isRelationshipList)
  }

  func requireAlias(_ item: ProjectionItemSyntax, in clause: String = "WITH") {
    if case .variable = item.expression.kind { return }
    guard item.alias == nil else { return }
    report(
      "no-alias", "an expression in \(clause) needs a name", at: item.span, detail: "NoExpressionAlias",
      hint: "add AS and a name")
  }

  /// A variable names its column without backquotes.
  private func plainName(_ item: ProjectionItemSyntax) -> String {
    if case .variable(let name) = item.expression.kind { return name }
    return item.text
  }

  private func checkColumnNames(_ items: [PendingItem], areVariables: Bool) {
    var seen: Set<String> = []
    for item in items where !seen.insert(item.name).inserted {
      if areVariables {
        alreadyBound(item.name, at: item.span)
        continue
      }
      report(
        "column-name-conflict", "two columns are called '\(item.name)'", at: item.span, detail: "ColumnNameConflict",
        hint: "give one of them another name with AS")
    }
  }

  // MARK: Order

  /// What ORDER BY can name: the new variables, and the old ones unless rows were merged.
  private func sortScope(previous: Scope, next: Scope, isClosed: Bool) -> Scope {
    if isClosed { return next }
    var scope = previous
    for name in next.names { scope[name] = next[name] }
    return scope
  }

  private func bindSortKey(
    _ syntax: ExpressionSyntax, items: [BoundProjection.Item], pending: [PendingItem], scope: Scope, previous: Scope,
    isClosed: Bool, isAggregating: Bool
  ) -> BoundExpression {
    guard isClosed else {
      let bound = bind(syntax, in: scope, allowing: .aggregates)
      if bound.containsAggregate { reportAggregate(in: syntax) }
      return bound
    }
    // An expression that is projected may be repeated, in the terms of before the projection.
    let errors = diagnostics.count
    var merged = previous
    for name in scope.names { merged[name] = scope[name] }
    let repeated = bind(syntax, in: merged, allowing: .aggregates)
    if diagnostics.count > errors { return repeated }
    if repeated.containsAggregate, !isAggregating {
      reportAggregate(in: syntax)
      return repeated
    }
    // Beside an aggregate only simple keys may be repeated, as in the projection itself.
    let isMixed = repeated.containsAggregate
    let substituted = repeated.replacing { expression in
      guard let position = pending.firstIndex(where: { $0.expression == expression }) else { return nil }
      if isMixed, expression != repeated, !expression.isVariableOrProperty, !expression.isAggregate { return nil }
      return BoundExpression(.slot(items[position].slot), type: expression.type, span: expression.span)
    }
    let hidden = substituted.slots.subtracting(items.map(\.slot)).subtracting(previous.importedSlots)
    if !hidden.isEmpty || substituted.containsAggregate {
      let isPartOfKey = pending.contains {
        !$0.expression.containsAggregate && !$0.expression.slots.isDisjoint(with: hidden)
      }
      report(
        "sort-key-not-projected",
        "ORDER BY after \(isAggregating ? "an aggregation" : "DISTINCT") sees only what is projected", at: syntax.span,
        detail: isMixed && isPartOfKey && !substituted.containsAggregate
          ? "AmbiguousAggregationExpression" : "UndefinedVariable")
    }
    return substituted
  }

  private func reportAggregate(in key: ExpressionSyntax) {
    report(
      "aggregate-in-order", "ORDER BY cannot aggregate where the projection does not", at: key.span,
      detail: "InvalidAggregation")
  }

  // MARK: Aggregation

  /// Splits a projection into what is grouped by, what is aggregated, and what is computed from both.
  private func separateAggregates(
    _ items: inout [BoundProjection.Item], _ order: inout [BoundProjection.SortKey], pending: [PendingItem],
    constants: Set<Slot>
  ) -> BoundProjection.Aggregation {
    var aggregation = BoundProjection.Aggregation(keys: [], aggregates: [])
    var simpleKeys: [(expression: BoundExpression, slot: Slot)] = []
    for item in items where !item.expression.containsAggregate {
      aggregation.keys.append(item)
      if item.expression.isVariableOrProperty { simpleKeys.append((item.expression, item.slot)) }
    }
    let keySlots = Set(aggregation.keys.map(\.slot))
    var calls: [(call: AggregateCall, slot: Slot)] = []
    func rewritten(_ expression: BoundExpression) -> BoundExpression {
      expression.replacing { part in
        if case .aggregate(let call) = part.kind {
          if let known = calls.first(where: { $0.call == call }) {
            return BoundExpression(.slot(known.slot), type: part.type, span: part.span)
          }
          let slot = newSlot(nil, part.type)
          calls.append((call, slot))
          return BoundExpression(.slot(slot), type: part.type, span: part.span)
        }
        guard let key = simpleKeys.first(where: { $0.expression == part }) else { return nil }
        return BoundExpression(.slot(key.slot), type: part.type, span: part.span)
      }
    }
    for position in items.indices where items[position].expression.containsAggregate {
      let expression = rewritten(items[position].expression)
      items[position].expression = expression
      let allowed = keySlots.union(calls.map(\.slot)).union(constants)
      if expression.slots.contains(where: { !allowed.contains($0) }) {
        report(
          "ambiguous-aggregation",
          "beside an aggregate only variables and properties that are themselves returned can be used",
          at: pending[position].span, detail: "AmbiguousAggregationExpression",
          hint: "return the other part as a column of its own, or compute it in an earlier WITH")
      }
    }
    for position in order.indices { order[position].expression = rewritten(order[position].expression) }
    aggregation.aggregates = calls.map { ($0.slot, $0.call) }
    // Keys are computed by the aggregation itself.
    for position in items.indices where keySlots.contains(items[position].slot) {
      let expression = items[position].expression
      items[position].expression = BoundExpression(
        .slot(items[position].slot), type: expression.type, span: expression.span)
    }
    return aggregation
  }

  private func bindRowCount(_ syntax: ExpressionSyntax, clause: String, scope: Scope) -> BoundExpression {
    let bound = bind(syntax, in: scope)
    if !bound.slots.isEmpty {
      report(
        "not-constant", "\(clause) cannot depend on a row", at: syntax.span, detail: "NonConstantExpression")
    } else if case .constant(let value) = bound.kind {
      switch value {
      case .integer(let count) where count >= 0: break
      case .integer:
        report(
          "negative-count", "\(clause) cannot be negative", at: syntax.span, detail: "NegativeIntegerArgument")
      default:
        report(
          "count-not-integer", "\(clause) expects an integer, not \(value.typeName)", at: syntax.span,
          detail: "InvalidArgumentType")
      }
    }
    return bound
  }
}
