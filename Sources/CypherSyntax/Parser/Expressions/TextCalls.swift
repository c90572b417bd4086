import Diagnostics

/// The forms of text functions that have words among their arguments; each is read as a plain call.
extension Parser {
  /// The function and the arguments of a call whose name and opening parenthesis are read.
  ///
  /// Trim ::= "TRIM" "(" [["LEADING" | "TRAILING" | "BOTH"] [Expression] "FROM"] Expression ")"
  ///
  /// Normalize ::= "NORMALIZE" "(" Expression ["," ("NFC" | "NFD" | "NFKC" | "NFKD")] ")"
  func parseArguments(of name: inout [NameSyntax]) -> [ExpressionSyntax] {
    if name.count == 1, name[0].text.lowercased() == "trim" { return parseTrimArguments(&name[0]) }
    let isNormalize = name.count == 1 && name[0].text.lowercased() == "normalize"
    return parseList { parser in
      guard isNormalize, parser.kind(1) == .rightParenthesis, let form = parser.normalForm() else {
        return parser.parseExpression()
      }
      return parser.parseWordAsText(form)
    }
  }

  /// `trim(LEADING 'x' FROM text)` is `ltrim(text, 'x')`, and so on; `trim(text)` is itself.
  private func parseTrimArguments(_ name: inout NameSyntax) -> [ExpressionSyntax] {
    var function = "btrim"
    var isSpecified = false
    if kind(1) != .rightParenthesis, kind(1) != .comma, let side = trimmedSide() {
      advance()
      function = side
      isSpecified = true
      if accept(.from) {
        name.text = function
        return [parseExpression()]
      }
    }
    let first = parseExpression()
    guard !isRecovering, accept(.from) else {
      if isSpecified, !isRecovering { reportUnexpected("FROM", candidates: [.from]) }
      if !isRecovering, accept(.comma) { return [first] + parseList { $0.parseExpression() } }
      return [first]
    }
    name.text = function
    let text = parseExpression()
    return [text, first]
  }

  private func trimmedSide() -> String? {
    guard at(.word), kind(1) != .dot, kind(1) != .leftParenthesis else { return nil }
    switch source.text(of: current.span).lowercased() {
    case "both": return "btrim"
    case "leading": return "ltrim"
    case "trailing": return "rtrim"
    default: return nil
    }
  }

  /// The Unicode normal form that the current token names.
  func normalForm() -> String? {
    guard at(.word) else { return nil }
    let word = source.text(of: current.span).uppercased()
    return ["NFC", "NFD", "NFKC", "NFKD"].contains(word) ? word : nil
  }

  private func parseWordAsText(_ text: String) -> ExpressionSyntax {
    let span = current.span
    advance()
    return make(.literal(.string(text)), span: span, height: 1)
  }

  /// NormalizedTest ::= Expression "IS" ["NOT"] ["NFC" | "NFD" | "NFKC" | "NFKD"] "NORMALIZED", from behind "IS"; `nil`
  /// where the words say something else.
  ///
  /// It is read as a comparison of the text with what `normalize` makes of it.
  func parseNormalizedTest(_ operand: ExpressionSyntax) -> ExpressionSyntax? {
    let isNegated = at(.not)
    let start = position
    if isNegated { advance() }
    let form = normalForm()
    if form != nil { advance() }
    guard at(.word), source.text(of: current.span).uppercased() == "NORMALIZED" else {
      position = start
      return nil
    }
    let operandHeight = height
    let span = operand.span.union(current.span)
    advance()
    let argument = ExpressionSyntax(.literal(.string(form ?? "NFC")), span: span)
    let call = FunctionCallSyntax(
      name: [NameSyntax(text: "normalize", span: operand.span)], isDistinct: false, arguments: [operand, argument])
    let normalized = ComparisonSyntax(
      comparison: isNegated ? .notEqual : .equal, operand: ExpressionSyntax(.call(call), span: span))
    return make(.comparison(operand, [normalized]), span: span, height: operandHeight + 2)
  }
}
