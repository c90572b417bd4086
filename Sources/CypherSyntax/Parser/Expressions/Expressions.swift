import Diagnostics

extension Parser {
  /// A text that is one expression.
  func parseExpressionText() -> ExpressionSyntax {
    let expression = parseExpression()
    if !at(.endOfText) { reportUnexpected("the end of the expression") }
    return expression
  }

  /// Expression ::= Operand { InfixOperator Expression }, as far as the operators bind at least as strongly as asked.
  func parseExpression(_ minimum: BindingStrength = .or) -> ExpressionSyntax {
    guard descend() else { return missingExpression() }
    var expression = parseOperand()
    while !isRecovering, let infix = infixOperator(), infix.strength >= minimum {
      expression = parseInfix(infix, left: expression)
    }
    ascend()
    return expression
  }

  /// A node of the tree above others; what grows too high is reported and cut off.
  func make(_ kind: ExpressionSyntax.Kind, span: SourceSpan, height newHeight: Int) -> ExpressionSyntax {
    height = newHeight
    tallest = max(tallest, newHeight)
    guard newHeight <= ParserLimits.height else {
      report(
        "expression-too-long", "this expression chains more than \(ParserLimits.height) operators", at: span,
        hint: "use a list")
      return missingExpression()
    }
    return ExpressionSyntax(kind, span: span)
  }

  func isPlain(_ expression: ExpressionSyntax) -> Bool {
    if case .missing = expression.kind { return false }
    return true
  }

  func missingExpression() -> ExpressionSyntax {
    height = 1
    return ExpressionSyntax(.missing, span: SourceSpan(at: current.lower))
  }

  // MARK: Infix

  private func parseInfix(_ infix: InfixOperator, left: ExpressionSyntax) -> ExpressionSyntax {
    switch infix {
    case .or: parseJunction(.or, strength: .xor, left: left)
    case .and: parseJunction(.and, strength: .not, left: left)
    case .comparison: parseComparison(left: left)
    case .binary(let symbol): parseBinary(symbol, left: left)
    case .is: parseIsTest(left)
    }
  }

  /// Junction ::= Expression { ("OR" | "AND") Expression }
  private func parseJunction(
    _ word: Keyword, strength: BindingStrength, left: ExpressionSyntax
  ) -> ExpressionSyntax {
    var operands = [left]
    var span = left.span
    var tallestOperand = height
    while !isRecovering, accept(word) {
      let operand = parseExpression(strength)
      span = span.union(operand.span)
      tallestOperand = max(tallestOperand, height)
      operands.append(operand)
    }
    return make(word == .or ? .or(operands) : .and(operands), span: span, height: tallestOperand + 1)
  }

  /// Comparison ::= Expression { ("=" | "<>" | "<" | "<=" | ">" | ">=") Expression }
  private func parseComparison(left: ExpressionSyntax) -> ExpressionSyntax {
    var comparisons: [ComparisonSyntax] = []
    var span = left.span
    var tallestOperand = height
    while !isRecovering, let comparison = parseComparisonOperator() {
      let operand = parseExpression(.predicate)
      span = span.union(operand.span)
      tallestOperand = max(tallestOperand, height)
      comparisons.append(ComparisonSyntax(comparison: comparison, operand: operand))
    }
    return make(.comparison(left, comparisons), span: span, height: tallestOperand + 1)
  }

  private func parseBinary(_ symbol: BinaryOperatorSyntax, left: ExpressionSyntax) -> ExpressionSyntax {
    let leftHeight = height
    advance()
    if symbol == .startsWith || symbol == .endsWith { advance() }
    let right = parseExpression(symbol.strength.next)
    return make(
      .binary(symbol, left, right), span: left.span.union(right.span), height: max(leftHeight, height) + 1)
  }

  /// IsTest ::= Expression "IS" ( ["NOT"] "NULL" | LabelExpression | NormalizedTest )
  private func parseIsTest(_ operand: ExpressionSyntax) -> ExpressionSyntax {
    let operandHeight = height
    advance()
    if at(.not), keyword(1) == .null {
      advance()
      let span = operand.span.union(current.span)
      advance()
      return make(.isNull(operand, isNegated: true), span: span, height: operandHeight + 1)
    }
    if at(.null) {
      let span = operand.span.union(current.span)
      advance()
      return make(.isNull(operand, isNegated: false), span: span, height: operandHeight + 1)
    }
    if let test = parseNormalizedTest(operand) { return test }
    mark(.labelIs, from: position - 1)
    let labels = parseLabelExpression(expected: "NULL, NOT NULL or a label")
    return make(.hasLabels(operand, labels), span: operand.span.union(labels.span), height: operandHeight + 1)
  }

  // MARK: Prefix

  /// Operand ::= "NOT" Expression | ("+" | "-") Operand | Postfix
  private func parseOperand() -> ExpressionSyntax {
    switch current.kind {
    case .minus, .plus: parseSigned()
    case .word where current.keyword == .not && !isWordUsedAsName(): parseNegation()
    default: parsePostfix()
    }
  }

  private func parseNegation() -> ExpressionSyntax {
    var starts: [Int] = []
    while at(.not), !isWordUsedAsName() {
      starts.append(current.lower)
      advance()
    }
    var operand = parseExpression(.not)
    for start in starts.reversed() where isPlain(operand) {
      let span = SourceSpan(start, operand.span.upper)
      operand = make(.unary(.not, operand), span: span, height: height + 1)
    }
    return operand
  }

  /// A minus before a number belongs to the number, so that the smallest integer can be written.
  private func parseSigned() -> ExpressionSyntax {
    var signs: [Token] = []
    while at(.minus) || at(.plus) {
      signs.append(current)
      advance()
    }
    var operand: ExpressionSyntax
    if let last = signs.last, last.kind == .minus, isNumber(), !continuesPostfix(token(at: position + 1).kind) {
      signs.removeLast()
      operand = parseNumber(sign: last)
    } else {
      operand = parsePostfix()
    }
    for sign in signs.reversed() where isPlain(operand) {
      let symbol: UnaryOperatorSyntax = sign.kind == .minus ? .minus : .plus
      operand = make(.unary(symbol, operand), span: sign.span.union(operand.span), height: height + 1)
    }
    return operand
  }

  // MARK: Postfix

  private func continuesPostfix(_ kind: TokenKind) -> Bool {
    switch kind {
    case .dot, .leftBracket, .colon: true
    default: false
    }
  }

  /// Postfix ::= Atom { "." PropertyName | "[" Index "]" | ":" LabelExpression }
  func parsePostfix() -> ExpressionSyntax {
    var expression = parseAtom()
    while !isRecovering {
      switch current.kind {
      case .dot: expression = parseProperty(of: expression)
      case .leftBracket: expression = parseElement(of: expression)
      case .colon: expression = parseLabelTest(of: expression)
      default: return expression
      }
    }
    return expression
  }

  private func parseProperty(of base: ExpressionSyntax) -> ExpressionSyntax {
    let baseHeight = height
    advance()
    let name = parseName("a property's name")
    return make(.property(base, name), span: base.span.union(name.span), height: baseHeight + 1)
  }

  private func parseLabelTest(of base: ExpressionSyntax) -> ExpressionSyntax {
    let baseHeight = height
    advance()
    let labels = parseLabelExpression(expected: "a label")
    return make(.hasLabels(base, labels), span: base.span.union(labels.span), height: baseHeight + 1)
  }

  /// Index ::= Expression | [Expression] ".." [Expression]
  private func parseElement(of base: ExpressionSyntax) -> ExpressionSyntax {
    var inner = height
    let open = position
    let bar = barEndsExpression
    barEndsExpression = false
    advance()
    var kind: ExpressionSyntax.Kind
    var from: ExpressionSyntax?
    if !at(.dotDot) {
      let first = parseExpression()
      inner = max(inner, height)
      from = first
    }
    if !isRecovering, accept(.dotDot) {
      var to: ExpressionSyntax?
      if !at(.rightBracket) {
        to = parseExpression()
        inner = max(inner, height)
      }
      kind = .slice(of: base, from: from, to: to)
    } else {
      kind = .element(of: base, at: from ?? missingExpression())
    }
    close(.rightBracket, openedAt: open)
    barEndsExpression = bar
    return make(kind, span: base.span.union(span(from: open)), height: inner + 1)
  }
}
