import Diagnostics

extension Parser {
  /// Whether a token can be a name: keywords are not reserved.
  func isName(_ ahead: Int = 0) -> Bool {
    switch kind(ahead) {
    case .word, .quotedName: true
    default: false
    }
  }

  /// SymbolicName ::= word | "`" text "`"
  func parseName(_ expected: String) -> NameSyntax {
    let token = current
    switch token.kind {
    case .word:
      advance()
      return NameSyntax(text: source.text(of: token.span), span: token.span)
    case .quotedName:
      let text = unquotedName(in: (token.lower + 1)..<(token.upper - 1))
      advance()
      return NameSyntax(text: text, span: token.span)
    default:
      reportUnexpected(expected)
      return NameSyntax(text: "", span: SourceSpan(at: token.lower))
    }
  }

  /// The text between backquotes.
  func unquotedName(in range: Range<Int>) -> String {
    let quoted = QuotedText.name(source.utf8, in: range)
    report(quoted.problems)
    return quoted.text
  }

  /// Reports what is wrong between quotes.
  func report(_ problems: [QuotedText.Problem]) {
    for problem in problems {
      switch problem.kind {
      case .unknownEscape:
        reportInPassing(
          "invalid-escape", "'\(source.text(of: problem.span))' is no escape", at: problem.span,
          hint: "a backslash is written '\\\\'")
      case .invalidCodePoint:
        reportInPassing(
          "invalid-escape", "'\(source.text(of: problem.span))' is no code point", at: problem.span,
          hint: "write \\u and four hexadecimal digits, or \\U and eight", detail: "InvalidUnicodeLiteral")
      case .invalidEncoding:
        let byte = String(source.utf8[problem.span.lower], radix: 16, uppercase: true)
        reportInPassing(
          "invalid-encoding", "the byte 0x\(byte) is not UTF-8", at: problem.span, detail: "InvalidUnicodeCharacter")
      }
    }
  }

  /// Variable ::= SymbolicName
  func parseVariable() -> NameSyntax { parseName("a variable") }
}
