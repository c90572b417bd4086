import Diagnostics

extension Parser {
  /// Atom ::= Literal | Parameter | "(" Expression ")" | Pattern | List | Map | Case | Call | Variable | …
  func parseAtom() -> ExpressionSyntax {
    switch current.kind {
    case .integer, .float, .malformedNumber: return parseNumber(sign: nil)
    case .string: return parseString()
    case .parameter: return parseParameter()
    case .leftParenthesis: return startsPattern(at: position) ? parsePatternExpression() : parseParenthesized()
    case .leftBracket: return parseBracketed()
    case .leftBrace: return parseMap()
    case .quotedName: return parseNameOrCall()
    case .word: return parseWord()
    default:
      reportUnexpected("an expression")
      return missingExpression()
    }
  }

  // MARK: Literals

  func isNumber() -> Bool {
    switch current.kind {
    case .integer, .float, .malformedNumber: true
    default: false
    }
  }

  /// A number, with the minus before it if that belongs to it.
  func parseNumber(sign: Token?) -> ExpressionSyntax {
    let token = current
    advance()
    height = 1
    let digits = source.utf8[token.lower..<token.upper]
    let span = sign.map { $0.span.union(token.span) } ?? token.span
    switch token.kind {
    case .integer where NumberLiteral.isBrokenOctal(digits): return reportMalformedNumber(token, span)
    case .integer:
      if let value = NumberLiteral.integer(digits, isNegative: sign != nil) {
        return ExpressionSyntax(.literal(.integer(value)), span: span)
      }
      reportInPassing(
        "integer-overflow", "the integer \(source.text(of: span)) does not fit in 64 bits", at: span,
        detail: "IntegerOverflow")
      return ExpressionSyntax(.missing, span: span)
    case .float:
      if let value = NumberLiteral.float(digits) {
        return ExpressionSyntax(.literal(.float(sign == nil ? value : -value)), span: span)
      }
      reportInPassing(
        "float-overflow", "the number \(source.text(of: span)) is too large for a 64-bit float", at: span,
        detail: "FloatingPointOverflow")
      return ExpressionSyntax(.missing, span: span)
    default: return reportMalformedNumber(token, span)
    }
  }

  private func reportMalformedNumber(_ token: Token, _ span: SourceSpan) -> ExpressionSyntax {
    reportInPassing(
      "invalid-number", "\(description(of: token)) is no number", at: token.span, detail: "InvalidNumberLiteral")
    return ExpressionSyntax(.missing, span: span)
  }

  func parseString() -> ExpressionSyntax {
    let token = current
    let quoted = QuotedText.string(source.utf8, in: (token.lower + 1)..<(token.upper - 1))
    report(quoted.problems)
    advance()
    height = 1
    return ExpressionSyntax(.literal(.string(quoted.text)), span: token.span)
  }

  /// Parameter ::= "$" (SymbolicName | DecimalInteger)
  func parseParameter() -> ExpressionSyntax {
    let token = current
    let name: String
    if source.utf8[token.lower + 1] == UInt8(ascii: "`") {
      name = unquotedName(in: (token.lower + 2)..<(token.upper - 1))
    } else {
      name = source.text(of: SourceSpan(token.lower + 1, token.upper))
    }
    advance()
    height = 1
    return ExpressionSyntax(.parameter(name), span: token.span)
  }

  // MARK: Words

  /// Whether a keyword at the current token is a name after all: what follows can only stand behind an operand.
  func isWordUsedAsName() -> Bool {
    switch kind(1) {
    case .dot, .dotDot, .comma, .rightParenthesis, .rightBracket, .rightBrace, .semicolon, .endOfText, .equal,
      .notEqual, .less,
      .lessOrEqual, .greater, .greaterOrEqual, .slash, .percent, .caret, .matches, .doubleBar, .bar, .colon:
      return true
    case .word:
      switch keyword(1) {
      case .as, .and, .or, .xor, .in, .is, .contains, .starts, .ends, .order, .skip, .limit, .offset, .where, .asc,
        .ascending, .desc, .descending, .then, .when, .else, .end:
        return true
      default: return false
      }
    default: return false
    }
  }

  private func parseWord() -> ExpressionSyntax {
    switch current.keyword {
    case nil: return parseNameOrCall()
    case .true: return parseConstant(.boolean(true))
    case .false: return parseConstant(.boolean(false))
    case .null: return parseConstant(.null)
    case .case where keyword(1) == .when || !isWordUsedAsName(): return parseCase()
    case .count where kind(1) == .leftParenthesis && kind(2) == .star && kind(3) == .rightParenthesis:
      return parseCountAll()
    case .exists where startsSubquery(): return parseSubquery(.exists)
    case .count where startsSubquery(): return parseSubquery(.count)
    case .collect where startsSubquery(): return parseSubquery(.collect)
    case .all where startsQuantifier(): return parseQuantifier(.all)
    case .any where startsQuantifier(): return parseQuantifier(.any)
    case .some(.none) where startsQuantifier(): return parseQuantifier(.none)
    case .single where startsQuantifier(): return parseQuantifier(.single)
    case .reduce where kind(1) == .leftParenthesis && isName(2) && kind(3) == .equal: return parseReduce()
    case .shortestPath where kind(1) == .leftParenthesis, .allShortestPaths where kind(1) == .leftParenthesis:
      return parsePatternExpression()
    case .some(let keyword) where (keyword.isDelimiter || keyword == .not) && !isWordUsedAsName():
      reportUnexpected("an expression")
      return missingExpression()
    default: return parseNameOrCall()
    }
  }

  private func parseConstant(_ literal: LiteralSyntax) -> ExpressionSyntax {
    let span = current.span
    advance()
    height = 1
    return ExpressionSyntax(.literal(literal), span: span)
  }

  private func parseCountAll() -> ExpressionSyntax {
    let start = position
    for _ in 0..<4 { advance() }
    height = 1
    return ExpressionSyntax(.countAll, span: span(from: start))
  }

  /// A variable, a map projection, or a call: whatever begins with a name.
  private func parseNameOrCall() -> ExpressionSyntax {
    var last = position
    while token(at: last + 1).kind == .dot, isName(last + 2 - position) { last += 2 }
    if token(at: last + 1).kind == .leftParenthesis { return parseCall(lastPart: last) }
    if kind(1) == .leftBrace { return parseMapProjection() }
    let name = parseVariable()
    height = 1
    return ExpressionSyntax(.variable(name.text), span: name.span)
  }

  // MARK: Parentheses

  /// "(" Expression ")": the span of the inner expression grows to hold the parentheses.
  private func parseParenthesized() -> ExpressionSyntax {
    let open = position
    let bar = barEndsExpression
    barEndsExpression = false
    advance()
    var expression = parseExpression()
    close(.rightParenthesis, openedAt: open)
    barEndsExpression = bar
    expression.span = span(from: open)
    return expression
  }

  /// Case ::= "CASE" [Expression] { "WHEN" Expression "THEN" Expression } ["ELSE" Expression] "END"
  private func parseCase() -> ExpressionSyntax {
    let start = position
    let bar = barEndsExpression
    barEndsExpression = false
    advance()
    let outer = beginMeasuring()
    var subject: ExpressionSyntax?
    if !at(.when) { subject = parseExpression() }
    var branches: [CaseSyntax.Branch] = []
    repeat {
      expect(.when)
      if isRecovering { break }
      let condition = parseExpression()
      expect(.then)
      if isRecovering { break }
      branches.append(CaseSyntax.Branch(condition: condition, result: parseExpression()))
    } while !isRecovering && at(.when)
    var otherwise: ExpressionSyntax?
    if !isRecovering, accept(.else) { otherwise = parseExpression() }
    if !isRecovering, !accept(Keyword.end) {
      reportUnexpected(otherwise == nil ? "WHEN, ELSE or END" : "END", candidates: [.when, .else, .end])
    }
    barEndsExpression = bar
    let inner = endMeasuring(outer)
    return make(
      .conditional(CaseSyntax(subject: subject, branches: branches, otherwise: otherwise)), span: span(from: start),
      height: inner + 1)
  }

  // MARK: Measuring

  /// Begins to measure the expressions that are read from here on. - Returns: what `endMeasuring` wants.
  func beginMeasuring() -> Int {
    let outer = tallest
    tallest = 1
    return outer
  }

  /// The height of the tallest expression read since `beginMeasuring`.
  func endMeasuring(_ outer: Int) -> Int {
    let inner = tallest
    tallest = max(outer, inner)
    return inner
  }
}
