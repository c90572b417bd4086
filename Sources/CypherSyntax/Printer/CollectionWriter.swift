/// Lists, maps, calls and what runs through a list.
extension SyntaxWriter {
  func writeList(_ elements: [ExpressionSyntax]) {
    let bar = enter("[")
    // `[x IN xs]` would be a list comprehension.
    let isAmbiguous = elements.count == 1 && !elements[0].isPattern
    write(elements, separator: ", ", atLeast: isAmbiguous ? .additive : .or)
    leave("]", bar)
  }

  func write(_ entries: [MapEntrySyntax]) {
    let bar = enter("{")
    var separator = ""
    for entry in entries {
      write(separator)
      separator = ", "
      write(name: entry.key)
      write(": ")
      write(entry.value)
    }
    leave("}", bar)
  }

  func write(_ variable: NameSyntax, _ items: [MapProjectionItemSyntax]) {
    switch Keyword(spelling: variable.text.utf8) {
    case .exists, .count, .collect: write("`\(variable.text)`")
    default: write(variable: variable)
    }
    let bar = enter(" {")
    var separator = ""
    for item in items {
      write(separator)
      separator = ", "
      write(item)
    }
    leave("}", bar)
  }

  private func write(_ item: MapProjectionItemSyntax) {
    switch item {
    case .property(let name):
      write(".")
      write(name: name)
    case .allProperties: write(".*")
    case .entry(let key, let value):
      write(name: key)
      write(": ")
      write(value)
    case .variable(let variable): write(variable: variable)
    }
  }

  // MARK: Calls

  func write(_ call: FunctionCallSyntax) {
    writeName(of: call)
    let bar = enter(call.isDistinct ? "(DISTINCT " : "(")
    write(call.arguments, separator: ", ", atLeast: .or)
    leave(")", bar)
  }

  private func writeName(of call: FunctionCallSyntax) {
    for (index, part) in call.name.enumerated() {
      if index > 0 { write(".") }
      if call.name.count == 1, Self.specialForms.contains(part.text.lowercased()) {
        write("`\(part.text)`")
      } else {
        write(Self.quoted(part.text, isVariable: index == 0))
      }
    }
  }

  /// Words that begin a form of their own before a parenthesis.
  private static let specialForms: Set<String> = [
    "all", "any", "none", "single", "reduce", "shortestpath", "allshortestpaths",
  ]

  func write(_ conditional: CaseSyntax) {
    let bar = enter("CASE")
    if let subject = conditional.subject {
      write(" ")
      write(subject)
    }
    for branch in conditional.branches {
      write(" WHEN ")
      write(branch.condition)
      write(" THEN ")
      write(branch.result)
    }
    if let otherwise = conditional.otherwise {
      write(" ELSE ")
      write(otherwise)
    }
    leave(" END", bar)
  }

  // MARK: Iteration

  func writeIteration(_ expression: ExpressionSyntax) {
    switch expression.kind {
    case .listComprehension(let variable, let list, let filter, let result):
      let bar = enter("[")
      barEndsExpression = true
      writeMembership(variable, list)
      writeCondition(filter)
      writeResult(result)
      leave("]", bar)
    case .quantifier(let kind, let variable, let list, let filter):
      let bar = enter(kind.rawValue + "(")
      writeMembership(variable, list)
      writeCondition(filter)
      leave(")", bar)
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      let bar = enter("reduce(")
      write(variable: accumulator)
      write(" = ")
      write(initial)
      write(", ")
      barEndsExpression = true
      writeMembership(variable, list)
      writeResult(step)
      leave(")", bar)
    default: break
    }
  }

  private func writeMembership(_ variable: NameSyntax, _ list: ExpressionSyntax) {
    write(variable: variable)
    write(" IN ")
    write(list)
  }

  /// What stands behind the bar of a comprehension, where a further bar is free again.
  private func writeResult(_ result: ExpressionSyntax?) {
    barEndsExpression = false
    guard let result else { return }
    write(" | ")
    write(result)
  }

  func writePatternForm(_ expression: ExpressionSyntax) {
    switch expression.kind {
    case .pattern(let path): write(path)
    case .patternComprehension(let path, let filter, let result):
      let bar = enter("[")
      write(path)
      barEndsExpression = true
      writeCondition(filter)
      writeResult(result)
      leave("]", bar)
    default: break
    }
  }
}

extension ExpressionSyntax {
  fileprivate var isPattern: Bool {
    if case .pattern = kind { return true }
    return false
  }
}
