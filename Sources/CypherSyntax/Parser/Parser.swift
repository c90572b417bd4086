import Diagnostics

/// Recursive descent over the tokens of one text: a method per rule, the rule in its comment. Nothing is read twice;
/// where a rule has to choose, it looks ahead along tokens and bracket pairs.
///
/// A class, since the calls of a struct's methods would copy it to the stack at every level in a debug build.
final class Parser {
  let source: SourceText
  var tokens: [Token]
  let brackets: BracketPairs
  var position = 0

  var diagnostics: [Diagnostic] = []
  var marks: [SpellingMark] = []
  var version: LanguageVersionSyntax?
  var modeSpan: SourceSpan?
  /// After a mistake, until the parser is back in step: nothing more is reported, and lists end.
  var isRecovering = false
  /// The token of the last mistake; a second one there is its consequence.
  var lastMistake = -1
  /// The next clause as found last, for positions up to it.
  var foundClauseStart: (from: Int, index: Int, queryEnd: Int)?
  /// What the excerpts of the diagnostics hold so far, in bytes.
  var excerptBytes = 0

  /// The index of the token behind the (sub)query that is being read.
  var queryEnd: Int
  /// How many rules that can contain themselves are open.
  var depth = 0
  /// The height of the tree of the expression read last.
  var height = 0
  /// The greatest `height` since it was set to zero.
  var tallest = 0
  /// Whether `|` ends the expression, as in a list comprehension.
  var barEndsExpression = false

  init(_ source: SourceText) {
    self.source = source
    tokens = Lexer.tokens(of: source.utf8)
    brackets = BracketPairs(tokens)
    queryEnd = tokens.count - 1
  }
}

/// Bounds that keep the recursion of the parser, and of everything that walks its trees, within a small stack: the
/// parser needs at most 2.5 KB a level in a debug build, and so stays within 512 KB.
enum ParserLimits {
  /// Rules open inside each other.
  static let depth = 150
  /// How many levels a clause or a query inside another one counts for: as much more of the stack as they need.
  static let clauseDepth = 4
  /// Expressions above each other in the tree, a chain of operators included.
  static let height = 250
  static let diagnostics = 100
  /// After so many bytes of excerpts no more diagnostics are kept: lines may be a megabyte long.
  static let excerptBytes = 4_000_000
}

// MARK: Tokens

extension Parser {
  var current: Token { tokens[position] }

  func token(at index: Int) -> Token { tokens[min(max(index, 0), tokens.count - 1)] }

  func kind(_ ahead: Int = 0) -> TokenKind { token(at: position + ahead).kind }

  /// The keyword that the token may be meant as.
  func keyword(_ ahead: Int = 0) -> Keyword? { token(at: position + ahead).keyword }

  func at(_ kind: TokenKind) -> Bool { tokens[position].kind == kind }

  func at(_ keyword: Keyword) -> Bool { tokens[position].keyword == keyword }

  func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  func accept(_ kind: TokenKind) -> Bool {
    guard at(kind) else { return false }
    advance()
    return true
  }

  func accept(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  func expect(_ kind: TokenKind, _ expected: String) {
    if !accept(kind) { reportUnexpected(expected) }
  }

  func expect(_ keyword: Keyword) {
    if !accept(keyword) { reportUnexpected(keyword.rawValue, candidates: [keyword]) }
  }

  /// Notes a spelling from the token at `start` to the last one read.
  func mark(_ kind: SpellingMark.Kind, from start: Int) {
    marks.append(SpellingMark(kind, span(from: start)))
  }

  /// Reads a sign and notes it.
  func accept(_ kind: TokenKind, marking mark: SpellingMark.Kind) -> Bool {
    guard accept(kind) else { return false }
    self.mark(mark, from: position - 1)
    return true
  }

  /// The span from the start of a token to the end of the last one read.
  func span(from start: Int) -> SourceSpan {
    guard position > start else { return SourceSpan(at: token(at: start).lower) }
    return SourceSpan(token(at: start).lower, token(at: position - 1).upper)
  }
}

// MARK: Lists, brackets, nesting

extension Parser {
  /// One or more elements with commas between them.
  func parseList<Element>(_ parseElement: (Parser) -> Element) -> [Element] {
    var elements = [parseElement(self)]
    while !isRecovering, accept(.comma) { elements.append(parseElement(self)) }
    return elements
  }

  /// Reads the bracket that closes the one at `open`. After a mistake between the two it goes on behind the pair.
  ///
  /// - Parameter holdsClauses: whether the pair belongs together even where a clause lies between.
  func close(
    _ closer: TokenKind, openedAt open: Int, expected: String? = nil, holdsClauses: Bool = false
  ) {
    if !isRecovering, accept(closer) { return }
    if !isRecovering {
      let bracket = Self.symbol(of: closer)
      reportUnexpected(expected.map { "\($0) or '\(bracket)'" } ?? "'\(bracket)'", openedAt: open)
    }
    guard let partner = brackets.partner(of: open), partner >= position, holdsClauses || partner < nextClauseStart()
    else { return }
    position = partner
    advance()
    isRecovering = false
  }

  /// Counts one rule deeper; `false` and a diagnostic where the text goes too deep.
  func descend(by levels: Int = 1) -> Bool {
    guard depth + levels <= ParserLimits.depth else {
      report(
        "nested-too-deeply", "this is nested too deeply: more than \(ParserLimits.depth) levels", at: current.span,
        hint: "name the inner parts with WITH")
      return false
    }
    depth += levels
    return true
  }

  func ascend(by levels: Int = 1) {
    depth -= levels
  }

  static func symbol(of closer: TokenKind) -> String {
    switch closer {
    case .rightParenthesis: ")"
    case .rightBracket: "]"
    default: "}"
    }
  }
}
