extension SyntaxWriter {
  func write(_ expression: ExpressionSyntax) {
    switch expression.kind {
    case .literal, .parameter, .variable, .countAll, .missing: writeLeaf(expression)
    case .property, .element, .slice, .hasLabels: writePostfix(expression)
    case .unary, .isNull: writeUnary(expression)
    case .binary(let symbol, let left, let right): write(symbol, left, right)
    case .and(let operands): write(operands, separator: " AND ", atLeast: .not)
    case .or(let operands): write(operands, separator: " OR ", atLeast: .xor)
    case .comparison(let first, let comparisons): write(first, comparisons)
    case .list(let elements): writeList(elements)
    case .map(let entries): write(entries)
    case .mapProjection(let variable, let items): write(variable, items)
    case .call(let call): write(call)
    case .conditional(let conditional): write(conditional)
    case .listComprehension, .quantifier, .reduce: writeIteration(expression)
    case .pattern, .patternComprehension: writePatternForm(expression)
    case .subquery(let kind, let query): write(kind, query)
    }
  }

  /// With parentheses where the expression binds less strongly than its place wants.
  func write(_ expression: ExpressionSyntax, atLeast strength: BindingStrength) {
    if expression.strength >= strength {
      write(expression)
    } else {
      writeParenthesized(expression)
    }
  }

  private func writeParenthesized(_ expression: ExpressionSyntax) {
    let bar = enter("(")
    write(expression)
    leave(")", bar)
  }

  func write(_ expressions: [ExpressionSyntax], separator: String, atLeast strength: BindingStrength) {
    var isFirst = true
    for expression in expressions {
      if !isFirst { write(separator) }
      isFirst = false
      write(expression, atLeast: strength)
    }
  }

  func writeCondition(_ condition: ExpressionSyntax?) {
    guard let condition else { return }
    write(" WHERE ")
    write(condition)
  }

  // MARK: Leaves

  private func writeLeaf(_ expression: ExpressionSyntax) {
    switch expression.kind {
    case .literal(let literal): write(literal)
    case .parameter(let name): write(parameter: name)
    case .variable(let name): write(variable: name)
    case .countAll: write("count(*)")
    default: write("<missing>")
    }
  }

  func write(parameter name: String) {
    let isNumber = !name.isEmpty && name.utf8.allSatisfy(CharacterClasses.isDigit)
    write("$" + (isNumber ? name : Self.quoted(name, isVariable: false)))
  }

  // MARK: Operators

  private func write(_ symbol: BinaryOperatorSyntax, _ left: ExpressionSyntax, _ right: ExpressionSyntax) {
    write(left, atLeast: symbol.strength)
    write(" \(symbol.rawValue) ")
    write(right, atLeast: symbol.strength.next)
  }

  private func write(_ first: ExpressionSyntax, _ comparisons: [ComparisonSyntax]) {
    write(first, atLeast: .predicate)
    for comparison in comparisons {
      write(" \(comparison.comparison.rawValue) ")
      write(comparison.operand, atLeast: .predicate)
    }
  }

  private func writeUnary(_ expression: ExpressionSyntax) {
    switch expression.kind {
    case .isNull(let operand, let isNegated):
      write(operand, atLeast: .predicate)
      write(isNegated ? " IS NOT NULL" : " IS NULL")
    case .unary(.not, let operand):
      write("NOT ")
      write(operand, atLeast: .not)
    case .unary(.plus, let operand):
      write("+")
      write(operand, atLeast: .unary)
    case .unary(.minus, let operand):
      write("-")
      // Without parentheses the minus would become part of the number.
      if operand.isUnsignedNumber { writeParenthesized(operand) } else { write(operand, atLeast: .unary) }
    default: break
    }
  }

  private func writePostfix(_ expression: ExpressionSyntax) {
    switch expression.kind {
    case .property(let base, let name):
      write(base, atLeast: .postfix)
      write(".")
      write(name: name)
    case .element(let base, let index):
      write(base, atLeast: .postfix)
      let bar = enter("[")
      write(index)
      leave("]", bar)
    case .slice(let base, let from, let to):
      write(base, atLeast: .postfix)
      let bar = enter("[")
      if let from { write(from) }
      write("..")
      if let to { write(to) }
      leave("]", bar)
    case .hasLabels(let operand, let labels):
      write(operand, atLeast: .postfix)
      write(":")
      write(labels)
    default: break
    }
  }

  // MARK: Subqueries

  private func write(_ kind: SubqueryKindSyntax, _ query: QuerySyntax) {
    let bar = enter(kind.rawValue + " { ")
    write(query, onOneLine: true)
    leave(" }", bar)
  }
}

extension ExpressionSyntax {
  /// How strongly it binds when written.
  var strength: BindingStrength {
    switch kind {
    case .or: .or
    case .and: .and
    case .comparison: .comparison
    case .isNull: .predicate
    case .binary(let symbol, _, _): symbol.strength
    case .unary(.not, _): .not
    case .unary, .hasLabels: .unary
    // Behind it a `-` or `<` would go on with the pattern.
    case .pattern(let path): path.isShortestPathFunction ? .postfix : .not
    case .literal(.integer(let value)): value < 0 ? .unary : .postfix
    case .literal(.float(let value)): value.sign == .minus ? .unary : .postfix
    default: .postfix
    }
  }

  fileprivate var isUnsignedNumber: Bool {
    switch kind {
    case .literal(.integer(let value)): value >= 0
    case .literal(.float(let value)): value.sign == .plus
    default: false
    }
  }
}
