import Diagnostics

extension Parser {
  /// "[" begins a list, a list comprehension or a pattern comprehension.
  func parseBracketed() -> ExpressionSyntax {
    let open = position
    let bar = barEndsExpression
    let outer = beginMeasuring()
    let kind: ExpressionSyntax.Kind
    if startsListComprehension() {
      advance()
      barEndsExpression = true
      kind = parseListComprehension()
    } else if startsPatternComprehension() {
      advance()
      barEndsExpression = true
      kind = parsePatternComprehension()
    } else {
      advance()
      barEndsExpression = false
      kind = .list(at(.rightBracket) ? [] : parseList { $0.parseExpression() })
    }
    close(.rightBracket, openedAt: open, expected: expectedBeforeBracket(kind))
    barEndsExpression = bar
    let inner = endMeasuring(outer)
    return make(kind, span: span(from: open), height: inner + 1)
  }

  private func expectedBeforeBracket(_ kind: ExpressionSyntax.Kind) -> String? {
    switch kind {
    case .list(let elements): elements.isEmpty ? nil : "','"
    case .listComprehension(_, _, let filter, let result): result == nil ? (filter == nil ? "WHERE, '|'" : "'|'") : nil
    default: nil
    }
  }

  // MARK: Lists

  /// Whether the bracket at the current token begins `[x IN …` and holds no comma of its own, as in `[x IN xs, y]`.
  private func startsListComprehension() -> Bool {
    guard isName(1), keyword(2) == .in else { return false }
    let end = brackets.partner(of: position) ?? tokens.count - 1
    var index = position + 3
    while index < end {
      switch tokens[index].kind {
      case .comma: return false
      case .bar: return true
      case .word where tokens[index].keyword == .where: return true
      case .leftParenthesis, .leftBracket, .leftBrace: index = brackets.partner(of: index) ?? index
      default: break
      }
      index += 1
    }
    return true
  }

  /// ListComprehension ::= "[" Variable "IN" Expression ["WHERE" Expression] ["|" Expression] "]"
  private func parseListComprehension() -> ExpressionSyntax.Kind {
    let variable = parseVariable()
    expect(.in)
    let list = parseExpression()
    var filter: ExpressionSyntax?
    if !isRecovering, accept(.where) { filter = parseExpression() }
    barEndsExpression = false
    var result: ExpressionSyntax?
    if !isRecovering, accept(.bar) { result = parseExpression() }
    return .listComprehension(variable: variable, list: list, filter: filter, result: result)
  }

  // MARK: Patterns

  private func startsPatternComprehension() -> Bool {
    if isName(1), kind(2) == .equal, startsPattern(at: position + 3) { return true }
    guard startsPattern(at: position + 1) else { return false }
    let next = token(at: endOfPattern(from: position + 1))
    return next.kind == .bar || next.keyword == .where
  }

  /// PatternComprehension ::= "[" [Variable "="] PathElements ["WHERE" Expression] "|" Expression "]"
  private func parsePatternComprehension() -> ExpressionSyntax.Kind {
    let start = position
    var variable: NameSyntax?
    if isName(), kind(1) == .equal {
      variable = parseVariable()
      advance()
    }
    let elements = parsePathElements()
    let path = PathPatternSyntax(variable: variable, elements: elements, span: span(from: start))
    var filter: ExpressionSyntax?
    if !isRecovering, accept(.where) { filter = parseExpression() }
    expect(.bar, "'|'")
    barEndsExpression = false
    let result = isRecovering ? missingExpression() : parseExpression()
    return .patternComprehension(path: path, filter: filter, result: result)
  }

  // MARK: Maps

  /// Map ::= "{" [PropertyName ":" Expression { "," PropertyName ":" Expression }] "}"
  func parseMap() -> ExpressionSyntax {
    let open = position
    let bar = barEndsExpression
    barEndsExpression = false
    advance()
    let outer = beginMeasuring()
    var entries: [MapEntrySyntax] = []
    if !at(.rightBrace) { entries = parseList { $0.parseMapEntry() } }
    close(.rightBrace, openedAt: open, expected: entries.isEmpty ? nil : "','")
    barEndsExpression = bar
    let inner = endMeasuring(outer)
    return make(.map(entries), span: span(from: open), height: inner + 1)
  }

  private func parseMapEntry() -> MapEntrySyntax {
    let key = parseName("a property's name")
    if !isRecovering, at(.rightBrace) {
      report(
        "unexpected-token", "expected ':' and a value, found '}'", at: current.span,
        hint: "a parameter is written $\(key.text)")
    }
    expect(.colon, "':'")
    let value = isRecovering ? missingExpression() : parseExpression()
    return MapEntrySyntax(key: key, value: value)
  }

  /// MapProjection ::= Variable "{" [MapProjectionItem { "," MapProjectionItem }] "}"
  func parseMapProjection() -> ExpressionSyntax {
    let start = position
    let variable = parseVariable()
    let open = position
    let bar = barEndsExpression
    barEndsExpression = false
    advance()
    let outer = beginMeasuring()
    var items: [MapProjectionItemSyntax] = []
    if !at(.rightBrace) { items = parseList { $0.parseMapProjectionItem() } }
    close(.rightBrace, openedAt: open, expected: items.isEmpty ? nil : "','")
    barEndsExpression = bar
    let inner = endMeasuring(outer)
    return make(.mapProjection(variable: variable, items: items), span: span(from: start), height: inner + 1)
  }

  /// MapProjectionItem ::= "." "*" | "." PropertyName | PropertyName ":" Expression | Variable
  private func parseMapProjectionItem() -> MapProjectionItemSyntax {
    if accept(.dot) {
      if accept(.star) { return .allProperties }
      return .property(parseName("a property's name or '*'"))
    }
    let name = parseName("a property, as in .name, or an entry, as in name: value")
    if !isRecovering, accept(.colon) { return .entry(name, parseExpression()) }
    return .variable(name)
  }
}
