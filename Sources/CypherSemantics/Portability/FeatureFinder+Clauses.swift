import CypherSyntax
import Diagnostics

extension FeatureFinder {
  /// - Parameters:
  ///   - isWhole: whether nothing comes behind the query.
  ///   - namesColumns: whether the texts of the last RETURN's expressions are the names of columns.
  func visit(_ query: QuerySyntax, isWhole: Bool, namesColumns: Bool) {
    for leading in query.leading { visitLeading(leading, in: query) }
    for part in query.parts {
      visit(part.clauses, isWhole: isWhole && query.parts.count == 1 && query.leading.isEmpty)
      guard namesColumns, case .returning(let projection) = part.clauses.last else { continue }
      for item in projection.items where item.alias == nil {
        if case .variable = item.expression.kind { continue }
        columns.append(UnnamedColumn(span: item.span, name: item.text))
      }
    }
  }

  private func visit(_ clauses: [ClauseSyntax], isWhole: Bool) {
    /// Whether a writing clause stands before, and no WITH since.
    var isWriting = false
    for (position, clause) in clauses.enumerated() {
      let isLast = position == clauses.count - 1
      switch clause {
      case .forEach(let forEach):
        visit(forEach, isEnd: isWhole && isLast, isWriting: isWriting)
        isWriting = true
      case .finish(let span):
        let before = position > 0 ? clauses[position - 1] : nil
        let edit = before.map { SourceEdit(SourceSpan($0.span.upper, span.upper), []) }
        add(.finish, span, before?.isWriting == true ? edit.map { DialectRewriting(edits: [$0]) } : nil)
      case .with(let projection):
        visitLet(projection, isFirst: isWhole && position == 0)
        visitNext(projection)
        visit(projection)
        isWriting = false
      default:
        visit(clause)
        isWriting = isWriting || clause.isWriting
      }
    }
  }

  private func visit(_ clause: ClauseSyntax) {
    switch clause {
    case .match(let match): visit(match)
    case .unwind(let unwind): visit(unwind)
    case .with(let projection), .returning(let projection): visit(projection)
    case .create(let create): visit(create.pattern, nil)
    case .merge(let merge):
      visit(merge.path, nil)
      (merge.onCreate + merge.onMatch).forEach(visit)
    case .set(let set): set.items.forEach(visit)
    case .remove(let remove): remove.items.forEach(visit)
    case .delete(let delete): delete.items.forEach(visit)
    case .call(let call): visit(call)
    case .show(let show): add(.show, show.span)
    case .callSubquery(let call): visit(call)
    case .forEach(let forEach): visit(forEach, isEnd: false, isWriting: false)
    case .loadCSV(let load):
      add(.loadCSV, firstWords(2, of: load.span))
      visit(load.url)
    case .finish: break
    }
  }

  // MARK: Reading

  private func visit(_ match: MatchClauseSyntax) {
    let outer = conditionText
    conditionText = match.condition.map { source.text(of: $0.span) } ?? ""
    if let mode = match.mode {
      add(
        mode == .repeatableElements ? .repeatableElements : .differentRelationships,
        SourceSpan(match.span.lower, match.pattern.span.lower))
    }
    visit(match.pattern, ConditionPlace(match))
    conditionText = outer
    if let condition = match.condition { visit(condition) }
  }

  private func visit(_ unwind: UnwindClauseSyntax) {
    if let word = mark(.for, at: unwind.span.lower) {
      let pieces: [SourceEdit.Piece] = [
        .text("UNWIND "), .source(unwind.list.span), .text(" AS "), .source(unwind.variable.span),
      ]
      add(.forClause, word, DialectRewriting(edits: [SourceEdit(unwind.span, pieces)]))
    }
    visit(unwind.list)
  }

  private func visit(_ call: ProcedureCallSyntax) {
    let name = call.name.map(\.text).joined(separator: ".")
    let availability = procedures.procedure(named: name)?.availability ?? .styrgraf
    if availability != .everywhere, let first = call.name.first, let last = call.name.last {
      add(.procedure, first.span.union(last.span), subject: name, availability: availability)
    }
    if call.isOptional { add(.optionalCall, firstWords(2, of: call.span)) }
    call.arguments?.forEach(visit)
    if let condition = call.yield?.condition { visit(condition) }
  }

  private func visit(_ call: SubqueryCallSyntax) {
    let head = trimmed(SourceSpan(call.span.lower, max(call.span.lower, call.query.span.lower)))
    if call.isOptional { add(.optionalCall, firstWords(2, of: head)) }
    add(call.imports == nil && !call.importsAll ? .subqueryCall : .scopedCall, head)
    visit(call.query, isWhole: false, namesColumns: true)
  }

  // MARK: Projections

  private func visit(_ projection: ProjectionClauseSyntax) {
    for item in projection.items { visit(item.expression) }
    for item in projection.order { visit(item.expression) }
    if let skip = projection.skip { visit(skip) }
    if let limit = projection.limit { visit(limit) }
    if let condition = projection.condition { visit(condition) }
  }

  private func visitLet(_ projection: ProjectionClauseSyntax, isFirst: Bool) {
    guard let word = mark(.let, at: projection.span.lower) else { return }
    var rewriting = DialectRewriting(edits: [SourceEdit(word, isFirst ? "WITH" : "WITH *,")])
    for item in projection.items {
      guard let alias = item.alias else { continue }
      rewriting.edits.append(
        SourceEdit(item.span, [.source(item.expression.span), .text(" AS "), .source(alias.span)]))
    }
    let items = rewriting.edits.dropFirst().map(\.pieces).joined(separator: [.text(", ")])
    rewriting.shown = [.text(isFirst ? "WITH " : "WITH *, ")] + items
    add(.letClause, word, rewriting)
  }

  private func visitNext(_ projection: ProjectionClauseSyntax) {
    guard let word = nextWords[projection.span.lower] else { return }
    var edits = [
      SourceEdit(SourceSpan(projection.span.lower, projection.span.lower + 6), "WITH"), removal(of: word),
    ]
    for item in projection.items {
      if let alias = item.alias, alias.span == item.span {
        edits.append(SourceEdit(insertAt: item.span.upper, [.text(" AS \(QueryPrinter.quoted(alias.text))")]))
      }
    }
    add(.next, word, DialectRewriting(edits: edits, shown: [.text("WITH")]))
  }

  /// A query before NEXT with a UNION on either side: a subquery, which openCypher 9 does not have.
  private func visitLeading(_ leading: QuerySyntax, in query: QuerySyntax) {
    visit(leading, isWhole: false, namesColumns: false)
    guard case .returning(let projection) = leading.parts.last?.clauses.last,
      let word = nextWords[projection.span.lower]
    else { return }
    var rewriting: DialectRewriting?
    if query.leading.count == 1, query.unions.isEmpty {
      rewriting = DialectRewriting(
        edits: [SourceEdit(insertAt: leading.span.lower, [.text("CALL () { ")]), SourceEdit(word, "}")],
        shown: [.text("CALL () { … }")], targets: [.neo4j5, .cypher25])
    }
    add(.next, word, rewriting)
  }

  // MARK: Writing

  private func visit(_ forEach: ForEachClauseSyntax, isEnd: Bool, isWriting: Bool) {
    var rewriting: DialectRewriting?
    if isEnd, let first = forEach.clauses.first, let last = forEach.clauses.last {
      let head: [SourceEdit.Piece] = [
        .text(isWriting ? "WITH * UNWIND " : "UNWIND "), .source(forEach.list.span), .text(" AS "),
        .source(forEach.variable.span), .text(" "),
      ]
      rewriting = DialectRewriting(
        edits: [
          SourceEdit(SourceSpan(forEach.span.lower, first.span.lower), head),
          SourceEdit(SourceSpan(last.span.upper, forEach.span.upper), []),
        ],
        shown: head + [.text("…")])
    }
    add(.forEach, firstWords(1, of: forEach.span), rewriting)
    visit(forEach.list)
    for (position, clause) in forEach.clauses.enumerated() {
      if case .forEach(let inner) = clause {
        visit(inner, isEnd: isEnd && position == forEach.clauses.count - 1, isWriting: position > 0)
      } else {
        visit(clause)
      }
    }
  }

  private func visit(_ item: SetItemSyntax) {
    switch item.kind {
    case .property(let owner, _, let value):
      visit(owner)
      visit(value)
    case .replaceProperties(_, let value), .mergeProperties(_, let value):
      if case .variable = value.kind { add(.setFromElement, item.span) }
      visit(value)
    case .labels: break
    }
  }

  private func visit(_ item: RemoveItemSyntax) {
    if case .property(let owner, _) = item.kind { visit(owner) }
  }

  // MARK: Places

  /// The first words of a clause, for a finding about the clause as a whole.
  func firstWords(_ count: Int, of span: SourceSpan) -> SourceSpan {
    var upper = span.lower
    for word in 0..<count {
      if word > 0 { while upper < span.upper, !isLetter(upper) { upper += 1 } }
      while upper < span.upper, isLetter(upper) { upper += 1 }
    }
    return SourceSpan(span.lower, upper)
  }

  private func isLetter(_ offset: Int) -> Bool {
    let upper = source.utf8[offset] & 0xDF
    return upper >= 0x41 && upper <= 0x5A
  }

  private func trimmed(_ span: SourceSpan) -> SourceSpan {
    var upper = span.upper
    while upper > span.lower, source.utf8[upper - 1] <= 0x20 || source.utf8[upper - 1] == UInt8(ascii: "{") {
      upper -= 1
    }
    return SourceSpan(span.lower, upper)
  }
}

extension ConditionPlace {
  init(_ match: MatchClauseSyntax) {
    self.init(end: match.pattern.span.upper, condition: match.condition)
  }

  init(end: Int, condition: ExpressionSyntax?) {
    self.init(end: end, condition: condition?.span, isLoose: condition?.isLoose ?? false)
  }
}

extension ExpressionSyntax {
  /// Whether it binds less strongly than AND.
  var isLoose: Bool {
    switch kind {
    case .or, .binary(.xor, _, _): true
    default: false
    }
  }
}

extension ClauseSyntax {
  var isWriting: Bool {
    switch self {
    case .create, .merge, .set, .remove, .delete, .forEach: true
    default: false
    }
  }
}
