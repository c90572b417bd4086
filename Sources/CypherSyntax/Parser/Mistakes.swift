import Diagnostics

extension Parser {
  /// Reports a mistake in the grammar and begins to recover.
  func report(
    _ id: String, _ message: String, at span: SourceSpan, hint: String? = nil, notes: [String] = [],
    detail: String = "UnexpectedSyntax"
  ) {
    if !isRecovering, lastMistake != position {
      keep(id, message, at: span, hint: hint, notes: notes, detail: detail)
      lastMistake = position
    }
    isRecovering = true
  }

  /// Reports a mistake that leaves the structure of the text clear, such as a number too large.
  func reportInPassing(
    _ id: String, _ message: String, at span: SourceSpan, hint: String? = nil, detail: String = "UnexpectedSyntax"
  ) {
    if !isRecovering { keep(id, message, at: span, hint: hint, notes: [], detail: detail) }
  }

  /// Whether no more mistakes are kept; composing them would then be wasted time.
  private var isFull: Bool {
    diagnostics.count >= ParserLimits.diagnostics || excerptBytes >= ParserLimits.excerptBytes
  }

  private func keep(
    _ id: String, _ message: String, at span: SourceSpan, hint: String?, notes: [String], detail: String
  ) {
    if isFull { return }
    let place = source.place(of: span)
    excerptBytes += place.excerpt?.line.utf8.count ?? 0
    diagnostics.append(
      Diagnostic(id: id, message: message, place: place, hint: hint, notes: notes, queryError: .syntax(detail)))
  }

  /// Reports that the current token is not what the grammar wants here.
  /// - Parameter candidates: keywords that would fit, for "did you mean".
  func reportUnexpected(
    _ expected: String, candidates: [Keyword] = [], openedAt open: Int? = nil, detail: String = "UnexpectedSyntax"
  ) {
    guard !isRecovering, !isFull, lastMistake != position else {
      isRecovering = true
      return
    }
    let found = current
    if reportBrokenToken(found) { return }
    var notes: [String] = []
    if let open, brackets.partner(of: open) == nil {
      let (line, column) = source.position(at: token(at: open).lower)
      notes.append("'\(source.text(of: token(at: open).span))' was opened at line \(line), column \(column)")
    }
    let id = found.kind == .endOfText ? "unexpected-end" : "unexpected-token"
    report(
      id, "expected \(expected), found \(description(of: found))", at: found.span,
      hint: hint(for: found, candidates: candidates), notes: notes, detail: detail)
  }

  /// Reports a token that is wrong in itself. - Returns: whether it was one.
  private func reportBrokenToken(_ token: Token) -> Bool {
    let text = excerpt(of: token)
    switch token.kind {
    case .unterminatedString:
      reportUnterminated("unterminated-string", "this string has no closing quote", token)
    case .unterminatedName:
      reportUnterminated("unterminated-name", "this name has no closing backquote", token)
    case .unterminatedComment:
      reportUnterminated("unterminated-comment", "this comment has no closing '*/'", token)
    case .unicodeDash, .unicodeLess, .unicodeGreater:
      let plain = token.kind == .unicodeDash ? "-" : (token.kind == .unicodeLess ? "<" : ">")
      report(
        "invalid-character", "the character '\(text)' has no meaning here", at: token.span,
        hint: "did you mean '\(plain)'?", detail: "InvalidUnicodeCharacter")
    case .unknown: reportUnknown(token)
    default: return false
    }
    return true
  }

  /// What is missing at the end of the text is a consequence, and not reported as well.
  private func reportUnterminated(_ id: String, _ message: String, _ token: Token) {
    let opening = token.kind == .unterminatedComment ? 2 : 1
    report(id, message, at: SourceSpan(token.lower, token.lower + opening))
    position = tokens.count - 1
    lastMistake = position
  }

  private func reportUnknown(_ token: Token) {
    guard let scalar = DecodedScalar(source.utf8, at: token.lower)?.scalar else {
      let byte = String(source.utf8[token.lower], radix: 16, uppercase: true)
      report(
        "invalid-encoding", "the byte 0x\(byte) is not UTF-8", at: token.span, detail: "InvalidUnicodeCharacter")
      return
    }
    if scalar == "$" {
      report("unexpected-token", "expected the name of a parameter after '$'", at: token.span)
      return
    }
    let code = String(scalar.value, radix: 16, uppercase: true)
    let number = String(repeating: "0", count: max(0, 4 - code.count)) + code
    let isVisible = scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
    let hint: String? =
      switch scalar.value {
      case 0x2018, 0x2019, 0x201A, 0x2032: "did you mean \"'\"?"
      case 0x201C, 0x201D, 0x201E, 0x2033: "did you mean '\"'?"
      case 0x2264: "did you mean '<='?"
      case 0x2265: "did you mean '>='?"
      case 0x2260: "did you mean '<>'?"
      default: nil
      }
    report(
      "invalid-character", "the character \(isVisible ? "'\(scalar)'" : "U+\(number)") has no meaning here",
      at: token.span, hint: hint, detail: scalar.isASCII ? "UnexpectedSyntax" : "InvalidUnicodeCharacter")
  }

  /// A token as a person would name it.
  func description(of token: Token) -> String {
    switch token.kind {
    case .endOfText: "the end of the text"
    case .string: "the string \(excerpt(of: token))"
    default: "'\(excerpt(of: token))'"
    }
  }

  private func excerpt(of token: Token) -> String {
    let limit = 40
    if token.upper - token.lower <= limit { return source.text(of: token.span) }
    let start = source.text(of: SourceSpan(token.lower, min(token.upper, token.lower + limit * 4)))
    return String(String.UnicodeScalarView(start.unicodeScalars.prefix(limit))) + "…"
  }

  private func hint(for token: Token, candidates: [Keyword]) -> String? {
    if token.keyword == .where, candidates.contains(.where) { return "WHERE stands behind MATCH, WITH and YIELD" }
    guard token.kind == .word, token.keyword == nil, token.upper - token.lower <= 20 else { return nil }
    return NameSuggestion.hint(for: source.text(of: token.span), among: candidates.map(\.rawValue))
  }

  /// Takes a misspelt word for the keyword it resembles, and says so. To be called only where a word that is none of
  /// the candidates cannot stand.
  func repairMisspelling(of candidates: [Keyword]) {
    guard !isRecovering, !isFull, lastMistake != position, at(.word), current.keyword == nil,
      4...20 ~= current.upper - current.lower
    else { return }
    let text = source.text(of: current.span)
    guard let nearest = NameSuggestion.nearest(to: text, among: candidates.map(\.rawValue)),
      let keyword = Keyword(rawValue: nearest)
    else { return }
    reportInPassing(
      "unexpected-token", "expected \(Self.listing(candidates)), found '\(text)'", at: current.span,
      hint: "did you mean '\(nearest)'?")
    lastMistake = position
    tokens[position].keyword = keyword
  }

  /// `A, B or C`; of many keywords the kind.
  static func listing(_ keywords: [Keyword]) -> String {
    if keywords.count > 4 { return "a clause" }
    let names = keywords.map(\.rawValue)
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}

// MARK: Recovery

extension Parser {
  /// The index of the next token that looks like the start of a clause, at most the end of the query being read.
  ///
  /// What stands in braces is passed over.
  func nextClauseStart() -> Int {
    if let found = foundClauseStart, found.queryEnd == queryEnd, found.from...found.index ~= position {
      return found.index
    }
    var index = position
    while index < queryEnd, !looksLikeClauseStart(index) {
      if tokens[index].kind == .leftBrace, let partner = brackets.partner(of: index) { index = partner }
      index += 1
    }
    index = max(position, min(index, queryEnd))
    foundClauseStart = (position, index, queryEnd)
    return index
  }

  /// A keyword of a clause where no name can be meant.
  private func looksLikeClauseStart(_ index: Int) -> Bool {
    guard let keyword = tokens[index].keyword, keyword.startsClause else { return false }
    let before = token(at: index - 1)
    if index > 0 {
      switch before.kind {
      case .dot, .colon, .bar, .ampersand, .exclamation: return false
      default: break
      }
      switch before.keyword {
      case .starts, .ends, .on, .as: return false
      default: break
      }
    }
    switch token(at: index + 1).kind {
    case .colon, .dot, .comma, .equal, .rightParenthesis, .rightBracket: return false
    default: return true
    }
  }

  /// After a mistake: goes on at the next clause, or where the query ends.
  func recover() {
    guard isRecovering else { return }
    position = max(position, nextClauseStart())
    isRecovering = false
  }
}
