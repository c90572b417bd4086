extension SyntaxWriter {
  mutating func write(_ expression: ExpressionSyntax) {
    switch expression.kind {
    case .literal(let literal): write(literal)
    case .parameter(let name): write(parameter: name)
    case .variable(let name): write(variable: name)
    case .property(let base, let name):
      write(base, atLeast: .postfix)
      write(".")
      write(name: name)
    case .element(let base, let index):
      write(base, atLeast: .postfix)
      writeEnclosed("[", "]") { $0.write(index) }
    case .slice(let base, let from, let to):
      write(base, atLeast: .postfix)
      writeEnclosed("[", "]") { writer in
        if let from { writer.write(from) }
        writer.write("..")
        if let to { writer.write(to) }
      }
    case .list(let elements): writeList(elements)
    case .map(let entries): writeMap(entries)
    case .unary(let symbol, let operand): writeUnary(symbol, operand)
    case .binary(let symbol, let left, let right):
      write(left, atLeast: symbol.strength)
      write(" \(symbol.rawValue) ")
      write(right, atLeast: symbol.strength.next)
    case .and(let operands): writeJunction(operands, word: " AND ", operandStrength: .not)
    case .or(let operands): writeJunction(operands, word: " OR ", operandStrength: .xor)
    case .comparison(let first, let comparisons):
      write(first, atLeast: .predicate)
      for comparison in comparisons {
        write(" \(comparison.comparison.rawValue) ")
        write(comparison.operand, atLeast: .predicate)
      }
    case .isNull(let operand, let isNegated):
      write(operand, atLeast: .predicate)
      write(isNegated ? " IS NOT NULL" : " IS NULL")
    case .hasLabels(let operand, let labels):
      write(operand, atLeast: .postfix)
      write(":")
      write(labels)
    case .call(let call): write(call)
    case .countAll: write("count(*)")
    case .conditional(let conditional): write(conditional)
    case .listComprehension(let variable, let list, let filter, let result):
      writeListComprehension(variable, list, filter, result)
    case .patternComprehension(let path, let filter, let result): writePatternComprehension(path, filter, result)
    case .quantifier(let kind, let variable, let list, let filter):
      writeEnclosed(kind.rawValue + "(", ")") { writer in
        writer.writeMembership(variable, list)
        writer.writeCondition(filter)
      }
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      writeReduce(accumulator, initial, variable, list, step)
    case .pattern(let path): write(path)
    case .subquery(let kind, let query): writeSubquery(kind, query)
    case .mapProjection(let variable, let items): writeMapProjection(variable, items)
    case .missing: write("<missing>")
    }
  }

  /// With parentheses where the expression binds less strongly than its place wants.
  mutating func write(_ expression: ExpressionSyntax, atLeast strength: BindingStrength) {
    if expression.strength >= strength {
      write(expression)
    } else {
      writeEnclosed("(", ")") { $0.write(expression) }
    }
  }

  mutating func write(parameter name: String) {
    let isNumber = !name.isEmpty && name.utf8.allSatisfy(CharacterClasses.isDigit)
    write("$" + (isNumber ? name : Self.quoted(name, isVariable: false)))
  }

  private mutating func writeUnary(_ symbol: UnaryOperatorSyntax, _ operand: ExpressionSyntax) {
    switch symbol {
    case .not:
      write("NOT ")
      write(operand, atLeast: .not)
    case .plus:
      write("+")
      write(operand, atLeast: .unary)
    case .minus:
      write("-")
      // Without parentheses the minus would become part of the number.
      if operand.isUnsignedNumber {
        writeEnclosed("(", ")") { $0.write(operand) }
      } else {
        write(operand, atLeast: .unary)
      }
    }
  }

  private mutating func writeJunction(_ operands: [ExpressionSyntax], word: String, operandStrength: BindingStrength) {
    writeList(operands, separator: word) { $0.write($1, atLeast: operandStrength) }
  }

  private mutating func writeList(_ elements: [ExpressionSyntax]) {
    writeEnclosed("[", "]") { writer in
      // `[x IN xs]` would be a list comprehension.
      let strength: BindingStrength = elements.count == 1 ? .additive : .or
      writer.writeList(elements) { $0.write($1, atLeast: strength) }
    }
  }

  private mutating func writeMap(_ entries: [MapEntrySyntax]) {
    writeEnclosed("{", "}") { writer in
      writer.writeList(entries) { writer, entry in
        writer.write(name: entry.key)
        writer.write(": ")
        writer.write(entry.value)
      }
    }
  }

  private mutating func write(_ call: FunctionCallSyntax) {
    for (index, part) in call.name.enumerated() {
      if index > 0 { write(".") }
      if index == 0, call.name.count == 1, Self.specialForms.contains(part.text.lowercased()) {
        write("`\(part.text)`")
      } else {
        write(Self.quoted(part.text, isVariable: index == 0))
      }
    }
    writeEnclosed(call.isDistinct ? "(DISTINCT " : "(", ")") { writer in
      writer.writeList(call.arguments) { $0.write($1) }
    }
  }

  /// Words that begin a form of their own before a parenthesis.
  private static let specialForms: Set<String> = [
    "all", "any", "none", "single", "reduce", "shortestpath", "allshortestpaths",
  ]

  private mutating func write(_ conditional: CaseSyntax) {
    writeEnclosed("CASE", " END") { writer in
      if let subject = conditional.subject {
        writer.write(" ")
        writer.write(subject)
      }
      for branch in conditional.branches {
        writer.write(" WHEN ")
        writer.write(branch.condition)
        writer.write(" THEN ")
        writer.write(branch.result)
      }
      if let otherwise = conditional.otherwise {
        writer.write(" ELSE ")
        writer.write(otherwise)
      }
    }
  }

  // MARK: Comprehensions

  private mutating func writeMembership(_ variable: NameSyntax, _ list: ExpressionSyntax) {
    write(variable: variable)
    write(" IN ")
    write(list)
  }

  mutating func writeCondition(_ condition: ExpressionSyntax?) {
    guard let condition else { return }
    write(" WHERE ")
    write(condition)
  }

  private mutating func writeListComprehension(
    _ variable: NameSyntax, _ list: ExpressionSyntax, _ filter: ExpressionSyntax?, _ result: ExpressionSyntax?
  ) {
    writeEnclosed("[", "]") { writer in
      writer.barEndsExpression = true
      writer.writeMembership(variable, list)
      writer.writeCondition(filter)
      writer.barEndsExpression = false
      if let result {
        writer.write(" | ")
        writer.write(result)
      }
    }
  }

  private mutating func writePatternComprehension(
    _ path: PathPatternSyntax, _ filter: ExpressionSyntax?, _ result: ExpressionSyntax
  ) {
    writeEnclosed("[", "]") { writer in
      writer.write(path)
      writer.barEndsExpression = true
      writer.writeCondition(filter)
      writer.barEndsExpression = false
      writer.write(" | ")
      writer.write(result)
    }
  }

  private mutating func writeReduce(
    _ accumulator: NameSyntax, _ initial: ExpressionSyntax, _ variable: NameSyntax, _ list: ExpressionSyntax,
    _ step: ExpressionSyntax
  ) {
    writeEnclosed("reduce(", ")") { writer in
      writer.write(variable: accumulator)
      writer.write(" = ")
      writer.write(initial)
      writer.write(", ")
      writer.barEndsExpression = true
      writer.writeMembership(variable, list)
      writer.barEndsExpression = false
      writer.write(" | ")
      writer.write(step)
    }
  }

  private mutating func writeSubquery(_ kind: SubqueryKindSyntax, _ query: QuerySyntax) {
    writeEnclosed(kind.rawValue + " { ", " }") { $0.write(query, onOneLine: true) }
  }

  private mutating func writeMapProjection(_ variable: NameSyntax, _ items: [MapProjectionItemSyntax]) {
    switch Keyword(spelling: variable.text.utf8) {
    case .exists, .count, .collect: write("`\(variable.text)`")
    default: write(variable: variable)
    }
    writeEnclosed(" {", "}") { writer in
      writer.writeList(items) { writer, item in
        switch item {
        case .property(let name):
          writer.write(".")
          writer.write(name: name)
        case .allProperties: writer.write(".*")
        case .entry(let key, let value):
          writer.write(name: key)
          writer.write(": ")
          writer.write(value)
        case .variable(let variable): writer.write(variable: variable)
        }
      }
    }
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
    case .unary: .unary
    // Behind it a `-` or `<` would go on with the pattern.
    case .pattern: .not
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
