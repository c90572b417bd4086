extension SyntaxWriter {
  func write(_ pattern: PatternSyntax) {
    writeList(pattern.paths) { $0.write($1) }
  }

  func write(_ path: PathPatternSyntax) {
    if let variable = path.variable {
      write(variable: variable)
      write(" = ")
    }
    if path.isShortestPathFunction {
      let name = path.selector == .allShortest ? "allShortestPaths(" : "shortestPath("
      let bar = enter(name)
      write(path.elements)
      leave(")", bar)
      return
    }
    writeSearch(path)
    write(path.elements)
  }

  private func writeSearch(_ path: PathPatternSyntax) {
    switch path.selector {
    case .any(let count): write(count == 1 ? "ANY " : "ANY \(count) ")
    case .shortest(let count), .shortestGroups(let count): write("SHORTEST \(count) ")
    case .allShortest: write("ALL SHORTEST ")
    case .all: write("ALL ")
    case nil: break
    }
    switch path.mode {
    case .walk: write("WALK ")
    case .trail: write("TRAIL ")
    case .acyclic: write("ACYCLIC ")
    case nil: break
    }
    if case .shortestGroups = path.selector { write("GROUPS ") }
  }

  private func write(_ elements: [PatternElementSyntax]) {
    for (index, element) in elements.enumerated() {
      if index > 0, !element.isRelationship, !elements[index - 1].isRelationship { write(" ") }
      switch element {
      case .node(let node): write(node)
      case .relationship(let relationship): write(relationship)
      case .parenthesized(let path): write(path)
      }
    }
  }

  private func write(_ node: NodePatternSyntax) {
    let bar = enter("(")
    writeFilling(
      variable: node.variable, labels: node.labels, length: nil, properties: node.properties, condition: node.condition)
    leave(")", bar)
  }

  private func write(_ relationship: RelationshipPatternSyntax) {
    let bar = enter(relationship.direction == .rightToLeft ? "<-[" : "-[")
    writeFilling(
      variable: relationship.variable, labels: relationship.types, length: relationship.length,
      properties: relationship.properties, condition: relationship.condition)
    leave(relationship.direction == .leftToRight ? "]->" : "]-", bar)
    writeQuantifier(relationship.quantifier)
  }

  private func write(_ parenthesized: ParenthesizedPathSyntax) {
    let bar = enter("(")
    write(parenthesized.path)
    writeCondition(parenthesized.condition)
    leave(")", bar)
    writeQuantifier(parenthesized.quantifier)
  }

  private func writeFilling(
    variable: NameSyntax?, labels: LabelExpressionSyntax?, length: VariableLengthSyntax?,
    properties: ExpressionSyntax?, condition: ExpressionSyntax?
  ) {
    let start = text.utf8.count
    if let variable { write(variable: variable) }
    if let labels {
      write(":")
      write(labels)
    }
    if let length { write(length) }
    if let properties {
      if text.utf8.count > start { write(" ") }
      write(properties)
    }
    if let condition {
      write(text.utf8.count > start ? " WHERE " : "WHERE ")
      write(condition)
    }
  }

  private func write(_ length: VariableLengthSyntax) {
    write("*")
    if let lower = length.lower { write(String(lower)) }
    if let lower = length.lower, lower == length.upper { return }
    if length.lower == nil, length.upper == nil { return }
    write("..")
    if let upper = length.upper { write(String(upper)) }
  }

  private func writeQuantifier(_ quantifier: QuantifierSyntax?) {
    guard let quantifier else { return }
    switch (quantifier.lower, quantifier.upper) {
    case (0, nil): write("*")
    case (1, nil): write("+")
    case (let lower, nil): write("{\(lower),}")
    case (let lower, let upper?): write(lower == upper ? "{\(lower)}" : "{\(lower),\(upper)}")
    }
  }

  // MARK: Labels

  /// `:A:B` where that says it, since every dialect understands it; else `:A&!B`.
  func write(_ labels: LabelExpressionSyntax, isInsideLabels: Bool = false) {
    switch labels.kind {
    case .or(let alternatives):
      if barEndsExpression { writeParenthesized(labels) } else { write(alternatives, separator: "|", .or) }
    case .and(let parts):
      let isPlain = !isInsideLabels && parts.allSatisfy(\.isName)
      write(parts, separator: isPlain ? ":" : "&", .and)
    case .not(let operand):
      write("!")
      write(operand, parenthesizing: .not)
    case .any: write("%")
    case .name(let name): write(name: name)
    }
  }

  private enum LabelOperator: Int {
    case or, and, not
  }

  /// With parentheses where the operator around binds at least as strongly.
  private func write(_ labels: LabelExpressionSyntax, parenthesizing around: LabelOperator) {
    let needsParentheses =
      switch labels.kind {
      case .or: true
      case .and: around != .or
      default: false
      }
    if needsParentheses { writeParenthesized(labels) } else { write(labels, isInsideLabels: true) }
  }

  private func writeParenthesized(_ labels: LabelExpressionSyntax) {
    let bar = enter("(")
    write(labels, isInsideLabels: true)
    leave(")", bar)
  }

  private func write(_ labels: [LabelExpressionSyntax], separator: String, _ around: LabelOperator) {
    for (index, label) in labels.enumerated() {
      if index > 0 { write(separator) }
      write(label, parenthesizing: around)
    }
  }
}

extension PatternElementSyntax {
  fileprivate var isRelationship: Bool {
    if case .relationship = self { return true }
    return false
  }
}

extension LabelExpressionSyntax {
  fileprivate var isName: Bool {
    if case .name = kind { return true }
    return false
  }
}
