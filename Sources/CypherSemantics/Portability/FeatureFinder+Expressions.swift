import CypherSyntax
import Diagnostics

extension FeatureFinder {
  func visit(_ expression: ExpressionSyntax) {
    switch expression.kind {
    case .literal, .parameter, .variable, .countAll, .missing: break
    case .property(let base, _): visit(base)
    case .element(let base, let index):
      visit(base)
      visit(index)
    case .slice(let base, let from, let to):
      visit(base)
      if let from { visit(from) }
      if let to { visit(to) }
    case .list(let items), .and(let items), .or(let items): items.forEach(visit)
    case .map(let entries): for entry in entries { visit(entry.value) }
    case .unary(_, let operand), .isNull(let operand, _): visit(operand)
    case .binary(let symbol, let left, let right): visit(symbol, left, right)
    case .comparison(let first, let others):
      visit(first)
      for other in others { visit(other.operand) }
    case .conditional(let choice): visit(choice)
    case .call(let call): visit(call, expression.span)
    case .hasLabels(let base, let labels): visitTest(base, labels, expression.span)
    default: visitScoped(expression)
    }
  }

  /// What brings variables of its own.
  private func visitScoped(_ expression: ExpressionSyntax) {
    switch expression.kind {
    case .listComprehension(_, let list, let filter, let result):
      visit(list)
      if let filter { visit(filter) }
      if let result { visit(result) }
    case .patternComprehension(let path, let filter, let result):
      visit(path, ConditionPlace(end: path.span.upper, condition: filter))
      if let filter { visit(filter) }
      visit(result)
    case .quantifier(_, _, let list, let filter):
      visit(list)
      if let filter { visit(filter) }
    case .reduce(_, let initial, _, let list, let step):
      add(.legacy, firstWords(1, of: expression.span), subject: "reduce")
      visit(initial)
      visit(list)
      visit(step)
    case .pattern(let path): visit(path, nil)
    case .subquery(let kind, let query): visit(kind, query, expression.span)
    case .mapProjection(let variable, let items): visit(variable, items, expression.span)
    default: break
    }
  }

  private func visit(_ symbol: BinaryOperatorSyntax, _ left: ExpressionSyntax, _ right: ExpressionSyntax) {
    // Only blanks, comments and the sign stand between the operands.
    let between = SourceSpan(left.span.upper, right.span.lower)
    switch symbol {
    case .concatenate:
      let sign = place(of: "||", in: between)
      add(.concatenation, sign, replaced(sign, by: "+"))
    case .matches: add(.regularExpression, place(of: "=~", in: between))
    default: break
    }
    visit(left)
    visit(right)
  }

  private func place(of sign: String, in span: SourceSpan) -> SourceSpan {
    let bytes = Array(sign.utf8)
    var offset = span.lower
    while offset + bytes.count <= span.upper {
      if source.utf8[offset..<(offset + bytes.count)].elementsEqual(bytes) {
        return SourceSpan(offset, offset + bytes.count)
      }
      offset += 1
    }
    return span
  }

  private func visit(_ choice: CaseSyntax) {
    if let subject = choice.subject { visit(subject) }
    for branch in choice.branches {
      visit(branch.condition)
      visit(branch.result)
    }
    if let otherwise = choice.otherwise { visit(otherwise) }
  }

  // MARK: Functions

  private func visit(_ call: FunctionCallSyntax, _ span: SourceSpan) {
    call.arguments.forEach(visit)
    guard let first = call.name.first, let last = call.name.last else { return }
    let place = first.span.union(last.span)
    let name = call.fullName
    switch name.lowercased() {
    case "exists":
      guard let argument = call.arguments.first, !argument.isPattern else { return }
      let pieces: [SourceEdit.Piece] = [.text("("), .source(argument.span), .text(" IS NOT NULL)")]
      add(.existsProperty, place, DialectRewriting(edits: [SourceEdit(span, pieces)]))
    case "id": add(.ids, place, subject: "id()")
    default:
      let portability = FunctionRegistry.portability(of: name, arguments: call.arguments.count)
      guard portability.availability != .everywhere else { return }
      let rewriting = portability.rewriting.map { template in
        DialectRewriting(edits: [SourceEdit(span, Self.pieces(of: template, call.arguments))])
      }
      add(.function, place, subject: name + "()", availability: portability.availability, rewriting)
    }
  }

  /// A template's text with `$1`, `$2` … for the arguments.
  private static func pieces(of template: String, _ arguments: [ExpressionSyntax]) -> [SourceEdit.Piece] {
    var pieces: [SourceEdit.Piece] = []
    for (position, part) in template.split(separator: "$", omittingEmptySubsequences: false).enumerated() {
      guard position > 0, let digit = part.first?.wholeNumberValue, arguments.indices.contains(digit - 1) else {
        pieces.append(.text(String(part)))
        continue
      }
      pieces += [.source(arguments[digit - 1].span), .text(String(part.dropFirst()))]
    }
    return pieces
  }

  // MARK: Subqueries

  private func visit(_ kind: SubqueryKindSyntax, _ query: QuerySyntax, _ span: SourceSpan) {
    switch kind {
    case .exists: break
    case .count:
      let rewriting = comprehension(query, span, result: [.text("1")], ["size([", "])"])
      add(.countSubquery, firstWords(1, of: span), query.soleMatch?.result == nil ? rewriting : nil)
    case .collect:
      let result = query.soleMatch?.result
      let rewriting = result.flatMap { comprehension(query, span, result: [.source($0.span)], ["[", "]"]) }
      add(.collectSubquery, firstWords(1, of: span), rewriting)
    }
    visit(query, isWhole: false, namesColumns: false)
  }

  /// A query that matches one path with a relationship, as a pattern comprehension.
  private func comprehension(
    _ query: QuerySyntax, _ span: SourceSpan, result: [SourceEdit.Piece], _ brackets: [String]
  ) -> DialectRewriting? {
    guard let match = query.soleMatch?.match, match.pattern.paths.count == 1, let path = match.pattern.paths.first,
      path.selector == nil, path.mode == nil, path.elements.count >= 3
    else { return nil }
    let inner = SourceSpan(match.pattern.span.lower, match.condition?.span.upper ?? match.pattern.span.upper)
    let pieces = [.text(brackets[0]), .source(inner), .text(" | ")] + result + [.text(brackets[1])]
    return DialectRewriting(edits: [SourceEdit(span, pieces)])
  }

  private func visit(_ variable: NameSyntax, _ items: [MapProjectionItemSyntax], _ span: SourceSpan) {
    let name = SourceEdit.Piece.source(variable.span)
    var entries: [[SourceEdit.Piece]] = []
    var hasAll = false
    for item in items {
      switch item {
      case .allProperties: hasAll = true
      case .property(let key): entries.append([.source(key.span), .text(": "), name, .text("."), .source(key.span)])
      case .variable(let other): entries.append([.source(other.span), .text(": "), .source(other.span)])
      case .entry(let key, let value):
        visit(value)
        entries.append([.source(key.span), .text(": "), .source(value.span)])
      }
    }
    var rewriting: DialectRewriting?
    if !hasAll {
      // Of null it is null, and no map of nulls.
      let head: [SourceEdit.Piece] = [.text("CASE WHEN "), name, .text(" IS NOT NULL THEN {")]
      let pieces = head + Array(entries.joined(separator: [.text(", ")])) + [.text("} END")]
      rewriting = DialectRewriting(edits: [SourceEdit(span, pieces)])
    } else if entries.isEmpty {
      rewriting = DialectRewriting(edits: [SourceEdit(span, [.text("properties("), name, .text(")")])])
    }
    add(.mapProjection, span, rewriting)
  }

  // MARK: Labels

  private func visitTest(_ base: ExpressionSyntax, _ labels: LabelExpressionSyntax, _ span: SourceSpan) {
    visit(base)
    guard labels.isCondition(onType: false) else { return }
    let edit = SourceEdit(span, labels.condition(on: [.source(base.span)], isType: false))
    report(labels, DialectRewriting(edits: [edit], shown: edit.pieces), isType: false)
  }
}

extension ExpressionSyntax {
  fileprivate var isPattern: Bool {
    if case .pattern = kind { return true }
    return false
  }
}

extension QuerySyntax {
  /// The MATCH of a query that is one, and the plain value that it returns, if it returns any.
  fileprivate var soleMatch: (match: MatchClauseSyntax, result: ExpressionSyntax?)? {
    guard parts.count == 1, let clauses = parts.first?.clauses, case .match(let match) = clauses.first,
      !match.isOptional
    else { return nil }
    if clauses.count == 1 { return (match, nil) }
    guard clauses.count == 2, case .returning(let projection) = clauses[1], projection.items.count == 1,
      !projection.isDistinct, !projection.includesAll, projection.order.isEmpty, projection.skip == nil,
      projection.limit == nil, !projection.items[0].expression.mayAggregate
    else { return nil }
    return (match, projection.items[0].expression)
  }
}

extension ExpressionSyntax {
  /// Whether it can be an aggregate: anything but literals, variables and properties of them.
  fileprivate var mayAggregate: Bool {
    switch kind {
    case .literal, .parameter, .variable: false
    case .property(let base, _): base.mayAggregate
    default: true
    }
  }
}
