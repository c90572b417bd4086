extension SyntaxWriter {
  mutating func write(_ pattern: PatternSyntax) {
    writeList(pattern.paths) { $0.write($1) }
  }

  mutating func write(_ path: PathPatternSyntax) {
    if let variable = path.variable {
      write(variable: variable)
      write(" = ")
    }
    if path.isShortestPathFunction {
      let name = path.selector == .allShortest ? "allShortestPaths(" : "shortestPath("
      writeEnclosed(name, ")") { $0.write(path.elements) }
      return
    }
    writeSearch(path)
    write(path.elements)
  }

  private mutating func writeSearch(_ path: PathPatternSyntax) {
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

  private mutating func write(_ elements: [PatternElementSyntax]) {
    for element in elements {
      switch element {
      case .node(let node): write(node)
      case .relationship(let relationship): write(relationship)
      case .parenthesized(let path): write(path)
      }
    }
  }

  private mutating func write(_ node: NodePatternSyntax) {
    writeEnclosed("(", ")") { writer in
      writer.writeFilling(
        variable: node.variable, labels: node.labels, length: nil, properties: node.properties,
        condition: node.condition)
    }
  }

  private mutating func write(_ relationship: RelationshipPatternSyntax) {
    write(relationship.direction == .rightToLeft ? "<-" : "-")
    writeEnclosed("[", "]") { writer in
      writer.writeFilling(
        variable: relationship.variable, labels: relationship.types, length: relationship.length,
        properties: relationship.properties, condition: relationship.condition)
    }
    write(relationship.direction == .leftToRight ? "->" : "-")
    writeQuantifier(relationship.quantifier)
  }

  private mutating func write(_ parenthesized: ParenthesizedPathSyntax) {
    writeEnclosed("(", ")") { writer in
      writer.write(parenthesized.path)
      writer.writeCondition(parenthesized.condition)
    }
    writeQuantifier(parenthesized.quantifier)
  }

  private mutating func writeFilling(
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

  private mutating func write(_ length: VariableLengthSyntax) {
    write("*")
    if let lower = length.lower { write(String(lower)) }
    if let lower = length.lower, lower == length.upper { return }
    if length.lower == nil, length.upper == nil { return }
    write("..")
    if let upper = length.upper { write(String(upper)) }
  }

  private mutating func writeQuantifier(_ quantifier: QuantifierSyntax?) {
    guard let quantifier else { return }
    switch (quantifier.lower, quantifier.upper) {
    case (0, nil): write("*")
    case (1, nil): write("+")
    case (let lower, nil): write("{\(lower),}")
    case (let lower, let upper?): write(lower == upper ? "{\(lower)}" : "{\(lower),\(upper)}")
    }
  }

  // MARK: Labels

  mutating func write(_ labels: LabelExpressionSyntax) {
    switch labels.kind {
    case .or(let alternatives):
      if barEndsExpression {
        writeEnclosed("(", ")") { $0.write(labels) }
      } else {
        writeList(alternatives, separator: "|") { $0.write($1, parenthesizing: .or) }
      }
    case .and(let parts): writeList(parts, separator: "&") { $0.write($1, parenthesizing: .and) }
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
  private mutating func write(_ labels: LabelExpressionSyntax, parenthesizing around: LabelOperator) {
    let needsParentheses =
      switch labels.kind {
      case .or: true
      case .and: around != .or
      default: false
      }
    if needsParentheses {
      writeEnclosed("(", ")") { $0.write(labels) }
    } else {
      write(labels)
    }
  }
}
