import Diagnostics

extension Parser {
  /// Pattern ::= PathPattern { "," PathPattern }
  func parsePattern() -> PatternSyntax {
    let start = position
    let paths = parseList { $0.parsePathPattern() }
    return PatternSyntax(paths: paths, span: span(from: start))
  }

  /// PathPattern ::= [Variable "="] ( ShortestPathFunction | [PathSelector] [PathMode] PathElements )
  func parsePathPattern() -> PathPatternSyntax {
    let start = position
    var path = PathPatternSyntax(elements: [], span: current.span)
    if isName(), kind(1) == .equal {
      path.variable = parseVariable()
      advance()
    }
    if kind(1) == .leftParenthesis, at(.shortestPath) || at(.allShortestPaths) {
      parseShortestPathFunction(into: &path)
    } else {
      parsePathSearch(into: &path)
      path.elements = parsePathElements()
    }
    path.span = span(from: start)
    return path
  }

  /// A path pattern where an expression may stand.
  func parsePatternExpression() -> ExpressionSyntax {
    let start = position
    let outer = beginMeasuring()
    var path = PathPatternSyntax(elements: [], span: current.span)
    if at(.leftParenthesis) {
      path.elements = parsePathElements()
    } else {
      parseShortestPathFunction(into: &path)
    }
    path.span = span(from: start)
    let inner = endMeasuring(outer)
    return make(.pattern(path), span: path.span, height: inner + 2)
  }

  /// ShortestPathFunction ::= ("shortestPath" | "allShortestPaths") "(" PathElements ")"
  private func parseShortestPathFunction(into path: inout PathPatternSyntax) {
    path.isShortestPathFunction = true
    path.selector = at(.shortestPath) ? .shortest(count: 1) : .allShortest
    advance()
    let open = position
    advance()
    path.elements = parsePathElements()
    close(.rightParenthesis, openedAt: open)
  }

  /// PathElements ::= (Node | ParenthesizedPath) { [Relationship] (Node | ParenthesizedPath) }
  func parsePathElements() -> [PatternElementSyntax] {
    guard descend() else { return [missingNode()] }
    let bar = barEndsExpression
    barEndsExpression = false
    defer {
      barEndsExpression = bar
      ascend()
    }
    var elements = [parseNodeOrParenthesizedPath()]
    while !isRecovering {
      if startsRelationship() {
        elements.append(.relationship(parseRelationship()))
        if isRecovering { break }
        elements.append(parseNodeOrParenthesizedPath())
      } else if at(.leftParenthesis) {
        if case .node = elements.last, !startsParenthesizedPath() {
          reportUnexpected("a relationship between two nodes, such as -[]->")
          break
        }
        elements.append(parseNodeOrParenthesizedPath())
      } else {
        break
      }
    }
    return elements
  }

  private func parseNodeOrParenthesizedPath() -> PatternElementSyntax {
    guard at(.leftParenthesis) else {
      reportUnexpected("a node, such as (n)")
      return missingNode()
    }
    return startsParenthesizedPath() ? .parenthesized(parseParenthesizedPath()) : .node(parseNode())
  }

  private func missingNode() -> PatternElementSyntax {
    .node(NodePatternSyntax(variable: nil, labels: nil, properties: nil, span: SourceSpan(at: current.lower)))
  }

  /// Whether a path, and not the inside of a node, stands behind the parenthesis at the current token.
  private func startsParenthesizedPath() -> Bool {
    guard kind(1) != .leftParenthesis else { return true }
    guard isName(1) else { return false }
    if kind(2) == .equal { return true }
    switch keyword(1) {
    case .any, .all, .shortest, .walk, .trail, .acyclic:
      switch kind(2) {
      case .leftParenthesis, .integer: return true
      case .word: return keyword(2) != .is && keyword(2) != .where
      default: return false
      }
    default: return false
    }
  }

  /// ParenthesizedPath ::= "(" PathPattern ["WHERE" Expression] ")" [Quantifier]
  private func parseParenthesizedPath() -> ParenthesizedPathSyntax {
    let start = position
    guard descend() else {
      return ParenthesizedPathSyntax(
        path: PathPatternSyntax(elements: [], span: current.span), condition: nil, quantifier: nil, span: current.span)
    }
    advance()
    let path = parsePathPattern()
    let condition = parseInlineCondition()
    close(.rightParenthesis, openedAt: start, expected: condition == nil ? "a relationship, WHERE" : nil)
    let quantifier = isRecovering ? nil : parseQuantifier()
    ascend()
    return ParenthesizedPathSyntax(path: path, condition: condition, quantifier: quantifier, span: span(from: start))
  }

  /// Node ::= "(" [Variable] [(":" | "IS") LabelExpression] [Map | Parameter] ["WHERE" Expression] ")"
  private func parseNode() -> NodePatternSyntax {
    let open = position
    advance()
    var node = NodePatternSyntax(variable: parseElementVariable(), labels: nil, properties: nil, span: current.span)
    if accept(.colon) || acceptLabelIs() { node.labels = parseLabelExpression(expected: "a label") }
    node.properties = parseElementProperties()
    node.condition = parseInlineCondition()
    close(.rightParenthesis, openedAt: open, expected: expectedInNode(node))
    node.span = span(from: open)
    return node
  }

  private func expectedInNode(_ node: NodePatternSyntax) -> String? {
    if node.condition != nil { return nil }
    if node.properties != nil { return "WHERE" }
    return node.labels == nil ? "a label, properties" : "properties"
  }

  /// The variable of a node or relationship; `WHERE` and `IS` may begin what follows.
  func parseElementVariable() -> NameSyntax? {
    guard isName() else { return nil }
    return beginsCondition(position) || beginsLabels(position) ? nil : parseVariable()
  }

  /// Reads the `IS` before labels.
  func acceptLabelIs() -> Bool {
    guard accept(.is) else { return false }
    mark(.labelIs, from: position - 1)
    return true
  }

  /// Map | Parameter
  func parseElementProperties() -> ExpressionSyntax? {
    if isRecovering { return nil }
    if at(.leftBrace) { return parseMap() }
    return at(.parameter) ? parseParameter() : nil
  }

  func parseInlineCondition() -> ExpressionSyntax? {
    guard !isRecovering, accept(.where) else { return nil }
    return parseExpression()
  }
}
