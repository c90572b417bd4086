import CypherSyntax
import Diagnostics

extension FeatureFinder {
  /// - Parameter place: where conditions can go; `nil` where the pattern has no WHERE.
  func visit(_ pattern: PatternSyntax, _ place: ConditionPlace?) {
    for path in pattern.paths { visit(path, place) }
  }

  func visit(_ path: PathPatternSyntax, _ place: ConditionPlace?) {
    if path.isShortestPathFunction {
      let start = path.variable.map { offset(afterEqualsBehind: $0.span.upper) } ?? path.span.lower
      let name = firstWords(1, of: SourceSpan(start, path.span.upper))
      add(.legacy, name, subject: source.text(of: name))
    } else {
      visitSearch(path, place)
    }
    for (position, element) in path.elements.enumerated() {
      switch element {
      case .node(let node): visit(node, place)
      case .relationship(let relationship): visit(relationship, place)
      case .parenthesized(let inner):
        let isBetweenNodes = path.isNode(at: position - 1) && path.isNode(at: position + 1)
        visit(inner, isBetweenNodes: isBetweenNodes)
      }
    }
  }

  private func offset(afterEqualsBehind offset: Int) -> Int {
    var index = offset
    while index < source.utf8.count, source.utf8[index] <= 0x20 || source.utf8[index] == UInt8(ascii: "=") {
      index += 1
    }
    return index
  }

  // MARK: Selectors and modes

  private func visitSearch(_ path: PathPatternSyntax, _ place: ConditionPlace?) {
    guard let first = path.elements.first?.span, path.selector != nil || path.mode != nil else { return }
    let head = SourceSpan(path.span.lower, first.lower)
    if path.selector != nil, let words = mark(.pathSelector, inside: head) {
      add(.pathSelector, words, shortestPath(path, words, first))
    }
    guard let mode = path.mode, let words = mark(.pathMode, inside: head) else { return }
    switch mode {
    case .trail: add(.trail, words, DialectRewriting(edits: [removal(of: words)]))
    case .walk: add(.walk, words)
    case .acyclic: add(.acyclic, words, path.selector == nil ? withoutRepeatedNodes(path, words, place) : nil)
    }
  }

  /// `shortestPath(…)` for one repeated relationship between two nodes, all of whose conditions are on the nodes.
  private func shortestPath(_ path: PathPatternSyntax, _ words: SourceSpan, _ first: SourceSpan) -> DialectRewriting? {
    let name: String
    switch path.selector {
    case .shortest(1), .any(1): name = "shortestPath("
    case .allShortest: name = "allShortestPaths("
    default: return nil
    }
    guard path.elements.count == 3, path.isNode(at: 0), path.isNode(at: 2),
      case .relationship(let relationship) = path.elements[1], relationship.condition == nil,
      relationship.variable == nil, (relationship.quantifier?.lower ?? relationship.length?.lower ?? 1) <= 1,
      !isFiltered(path.variable)
    else { return nil }
    let open = SourceEdit(insertAt: first.lower, [.text(name)])
    let close = SourceEdit(insertAt: path.span.upper, [.text(")")])
    let elements = SourceSpan(first.lower, path.span.upper)
    return DialectRewriting(
      edits: [removal(of: words), open, close], shown: [.text(name), .source(elements)])
  }

  /// Whether the clause of a path may say more about it than its ends do: a WHERE behind a selector comes after the
  /// choice, and in `shortestPath` before it.
  private func isFiltered(_ variable: NameSyntax?) -> Bool {
    variable.map { conditionText.contains($0.text) } ?? false
  }

  private func withoutRepeatedNodes(
    _ path: PathPatternSyntax, _ words: SourceSpan, _ place: ConditionPlace?
  ) -> DialectRewriting? {
    guard let place, let x = freshName(), let y = freshName() else { return nil }
    var edits = [removal(of: words)]
    var name = path.variable.map { QueryPrinter.quoted($0.text) }
    if name == nil, let new = freshName() {
      edits.append(SourceEdit(insertAt: path.span.lower, [.text("\(new) = ")]))
      name = new
    }
    guard let name else { return nil }
    let condition = "all(\(x) IN nodes(\(name)) WHERE single(\(y) IN nodes(\(name)) WHERE \(y) = \(x)))"
    return DialectRewriting(
      edits: edits, conditions: [AddedCondition(place: place, pieces: [.text(condition)])],
      shown: [.text("WHERE \(condition)")])
  }

  // MARK: Nodes

  private func visit(_ node: NodePatternSyntax, _ place: ConditionPlace?) {
    if let labels = node.labels, labels.isCondition(onType: false) {
      report(labels, rewriting(of: node, labels, place), isType: false)
    }
    if let properties = node.properties { visit(properties) }
    guard let condition = node.condition else { return }
    let before =
      node.properties?.span.upper ?? node.labels?.span.upper ?? node.variable?.span.upper ?? node.span.lower + 1
    reportInline(condition, from: before, place)
  }

  private func rewriting(
    of node: NodePatternSyntax, _ labels: LabelExpressionSyntax, _ place: ConditionPlace?
  ) -> DialectRewriting? {
    guard let place else { return nil }
    guard let variable = node.variable else {
      guard let name = freshName() else { return nil }
      let condition = labels.condition(on: [.text(name)], isType: false)
      return DialectRewriting(
        edits: [SourceEdit(SourceSpan(node.span.lower + 1, labels.span.upper), name)],
        conditions: [AddedCondition(place: place, pieces: condition)], shown: [.text("WHERE ")] + condition)
    }
    let condition = labels.condition(on: [.source(variable.span)], isType: false)
    return DialectRewriting(
      edits: [SourceEdit(SourceSpan(variable.span.upper, labels.span.upper), [])],
      conditions: [AddedCondition(place: place, pieces: condition)], shown: [.text("WHERE ")] + condition)
  }

  /// A condition inside brackets, `from` the part before its WHERE.
  private func reportInline(_ condition: ExpressionSyntax, from before: Int, _ place: ConditionPlace?) {
    let source: [SourceEdit.Piece] = [.source(condition.span)]
    let pieces = condition.isLoose && !isParenthesized(condition) ? [.text("(")] + source + [.text(")")] : source
    let rewriting = place.map { place in
      DialectRewriting(
        edits: [SourceEdit(SourceSpan(before, condition.span.upper), [])],
        conditions: [AddedCondition(place: place, pieces: pieces)], shown: [.text("WHERE ")] + source)
    }
    let word = SourceSpan(before, condition.span.lower)
    add(.inlineWhere, self.word("WHERE", in: word), rewriting)
    visit(condition)
  }

  private func isParenthesized(_ expression: ExpressionSyntax) -> Bool {
    guard case .or(let operands) = expression.kind, let first = operands.first else { return false }
    return first.span.lower > expression.span.lower
  }

  private func word(_ word: String, in span: SourceSpan) -> SourceSpan {
    let letters = Array(word.utf8)
    var offset = span.lower
    while offset + letters.count <= span.upper {
      let end = offset + letters.count
      if source.utf8[offset..<end].elementsEqual(letters, by: { $0 & 0xDF == $1 }) { return SourceSpan(offset, end) }
      offset += 1
    }
    return span
  }

  // MARK: Relationships

  private func visit(_ relationship: RelationshipPatternSyntax, _ place: ConditionPlace?) {
    let isRepeated = relationship.length != nil || relationship.quantifier != nil
    if let types = relationship.types, types.isCondition(onType: true) {
      report(types, isRepeated ? nil : rewriting(of: relationship, types, place), isType: true)
    }
    if let quantifier = relationship.quantifier {
      let rewriting = relationship.starred(quantifier).map {
        DialectRewriting(edits: [SourceEdit(relationship.span, $0)])
      }
      add(.quantifiedRelationship, quantifier.span, rewriting)
    }
    if let properties = relationship.properties { visit(properties) }
    guard let condition = relationship.condition else { return }
    let before =
      relationship.properties?.span.upper ?? relationship.length?.span.upper ?? relationship.types?.span.upper
      ?? relationship.variable?.span.upper
    reportInline(condition, from: before ?? condition.span.lower, isRepeated || before == nil ? nil : place)
  }

  private func rewriting(
    of relationship: RelationshipPatternSyntax, _ types: LabelExpressionSyntax, _ place: ConditionPlace?
  ) -> DialectRewriting? {
    if types.kind == .any, let bracket = offset(of: "[", before: types.span.lower) {
      let lower = relationship.variable?.span.upper ?? bracket + 1
      return DialectRewriting(
        edits: [SourceEdit(SourceSpan(lower, types.span.upper), [])],
        shown: [.text("-["), .text(relationship.variable?.text ?? ""), .text("]-")])
    }
    guard let place else { return nil }
    let name: SourceEdit.Piece
    let edit: SourceEdit
    if let variable = relationship.variable {
      name = .source(variable.span)
      edit = SourceEdit(SourceSpan(variable.span.upper, types.span.upper), [])
    } else {
      guard let new = freshName(), let bracket = offset(of: "[", before: types.span.lower) else { return nil }
      name = .text(new)
      edit = SourceEdit(SourceSpan(bracket + 1, types.span.upper), new)
    }
    let condition = types.condition(on: [name], isType: true)
    return DialectRewriting(
      edits: [edit], conditions: [AddedCondition(place: place, pieces: condition)],
      shown: [.text("WHERE ")] + condition)
  }

  // MARK: Parenthesised paths

  private func visit(_ inner: ParenthesizedPathSyntax, isBetweenNodes: Bool) {
    if let quantifier = inner.quantifier {
      var rewriting: DialectRewriting?
      if isBetweenNodes, inner.condition == nil, let relationship = inner.path.soleRelationship,
        let pieces = relationship.starred(quantifier)
      {
        rewriting = DialectRewriting(edits: [SourceEdit(inner.span, pieces)])
      }
      add(.quantifiedPath, quantifier.span, rewriting)
    } else {
      add(.parenthesizedPath, SourceSpan(inner.span.lower, inner.span.lower + 1))
    }
    visit(inner.path, nil)
    if let condition = inner.condition { visit(condition) }
  }

  // MARK: Labels

  /// One finding for each sign of a label expression that openCypher 9 does not have, all with one rewriting.
  func report(_ labels: LabelExpressionSyntax, _ rewriting: DialectRewriting?, isType: Bool) {
    switch labels.kind {
    case .name: break
    case .any: add(.labelAny, labels.span, rewriting)
    case .not(let operand):
      add(.labelNot, labels.span, rewriting)
      report(operand, rewriting, isType: isType)
    case .and(let parts):
      if isType || mark(.labelAnd, inside: labels.span) != nil {
        add(.labelAnd, labels.span, rewriting)
        conditionSpans.append(labels.span)
      }
      for part in parts { report(part, rewriting, isType: isType) }
    case .or(let parts):
      if !isType { add(.labelOr, labels.span, rewriting) }
      for part in parts { report(part, rewriting, isType: isType) }
    }
  }
}

extension PathPatternSyntax {
  fileprivate func isNode(at position: Int) -> Bool {
    guard elements.indices.contains(position), case .node = elements[position] else { return false }
    return true
  }

  /// The relationship of a path that says nothing about its two nodes.
  fileprivate var soleRelationship: RelationshipPatternSyntax? {
    guard variable == nil, selector == nil, mode == nil, elements.count == 3, case .node(let first) = elements[0],
      case .relationship(let relationship) = elements[1], case .node(let second) = elements[2], first.isBare,
      second.isBare, relationship.length == nil, relationship.quantifier == nil
    else { return nil }
    return relationship
  }
}

extension NodePatternSyntax {
  fileprivate var isBare: Bool { variable == nil && labels == nil && properties == nil && condition == nil }
}

extension PatternElementSyntax {
  fileprivate var span: SourceSpan {
    switch self {
    case .node(let node): node.span
    case .relationship(let relationship): relationship.span
    case .parenthesized(let path): path.span
    }
  }
}

extension RelationshipPatternSyntax {
  /// The relationship with the range of a quantifier inside its brackets.
  fileprivate func starred(_ quantifier: QuantifierSyntax) -> [SourceEdit.Piece]? {
    guard condition == nil, length == nil, types?.isCondition(onType: true) != true else { return nil }
    var pieces: [SourceEdit.Piece] = [.text(direction == .rightToLeft ? "<-[" : "-[")]
    if let variable { pieces.append(.source(variable.span)) }
    if let types { pieces += [.text(":"), .source(types.span)] }
    pieces.append(.text(quantifier.starred))
    if let properties { pieces += [.text(" "), .source(properties.span)] }
    return pieces + [.text(direction == .leftToRight ? "]->" : "]-")]
  }
}

extension QuantifierSyntax {
  /// `*1..5`, `*`, `*0..`
  fileprivate var starred: String {
    guard let upper else { return lower == 1 ? "*" : "*\(lower).." }
    return lower == upper ? "*\(lower)" : "*\(lower)..\(upper)"
  }
}
