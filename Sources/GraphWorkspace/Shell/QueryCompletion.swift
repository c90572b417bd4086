import CypherSemantics
import CypherSyntax
import GraphModel

/// Completion of a query, by its tokens before the cursor.
struct QueryCompletion {
  private let bytes: [UInt8]
  /// Those before the word that is being typed.
  private var tokens: [Token]
  private let names: CompletionNames?
  private let parameters: [String]
  /// What has been typed of the word.
  private var word = ""

  init(_ text: String, names: CompletionNames?, parameters: [String]) {
    bytes = Array(text.utf8)
    tokens = Array(Lexer.tokens(of: bytes).dropLast())
    self.names = names
    self.parameters = parameters
    if let last = tokens.last, last.upper == bytes.count {
      let isWord = last.kind == .word || last.kind == .parameter || last.kind == .unterminatedName
      if isWord || bytes[last.lower] == UInt8(ascii: "$") {
        word = String(decoding: bytes[last.lower...], as: UTF8.self)
        tokens.removeLast()
      }
    }
  }

  var completion: ShellCompletion {
    if tokens.last?.kind == .unterminatedString || tokens.last?.kind == .unterminatedComment {
      return ShellCompletion(replacedCount: 0, candidates: [])
    }
    if word.hasPrefix("$") { return found(parameters.map { "$" + $0 }, isName: false) }
    switch place {
    case .label: return found(names?.labels ?? [])
    case .type: return found(names?.types ?? [])
    case .property(let owners): return found(names?.properties(of: owners) ?? [])
    case .procedure: return found((names?.procedures ?? []).map { $0 + "(" }, isName: false)
    case .procedurePart(let start):
      let whole = start + word
      let count = whole.unicodeScalars.count
      return ShellCompletion(
        replacedCount: count,
        candidates: (names?.procedures ?? []).filter { $0.hasPrefix(ignoringCase: whole) }.map { $0 + "(" })
    case .expression: return expression
    case .nothing: return found([])
    }
  }

  // MARK: Places

  private enum Place {
    case label, type, procedure, expression, nothing
    case property(owners: [String])
    /// Behind a dot in a procedure's name: what stands before.
    case procedurePart(String)
  }

  private func text(_ token: Token) -> String {
    let text = String(decoding: bytes[token.lower..<token.upper], as: UTF8.self)
    return token.kind == .quotedName ? String(text.dropFirst().dropLast()).replacing("``", with: "`") : text
  }

  private var place: Place {
    guard let last = tokens.last else { return .expression }
    switch last.kind {
    case .colon, .bar, .ampersand, .exclamation: return namesPlace
    case .dot: return propertyPlace
    case .leftBrace, .comma: return entryPlace
    case .word where last.keyword == .call: return .procedure
    case .word where last.keyword == .as: return .nothing
    case .word where last.keyword == .is: return namesPlace
    default: return .expression
    }
  }

  /// Behind a colon, or between the names of a label expression.
  private var namesPlace: Place {
    var index = tokens.count - 1
    while index >= 0 {
      switch tokens[index].kind {
      case .bar, .ampersand, .exclamation, .word, .quotedName, .percent, .leftParenthesis, .rightParenthesis:
        // `(a:A|(B&C))`: a bracket of the label expression itself has the colon before it.
        if tokens[index].kind == .leftParenthesis, !isWithinLabels(index) { return .expression }
        if tokens[index].keyword == .is { return bracketPlace(before: index) }
        index -= 1
      case .colon: return bracketPlace(before: index)
      default: return .expression
      }
    }
    return .expression
  }

  private func isWithinLabels(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    switch tokens[index - 1].kind {
    case .bar, .ampersand, .exclamation, .colon: return true
    default: return false
    }
  }

  /// Relationship types stand in square brackets, labels elsewhere, and values in braces.
  private func bracketPlace(before index: Int) -> Place {
    guard let open = openBracket(before: index) else { return .label }
    switch tokens[open].kind {
    case .leftBracket: return .type
    case .leftBrace: return .expression
    default: return .label
    }
  }

  /// The innermost bracket that is open where a token stands.
  private func openBracket(before index: Int) -> Int? {
    var depth = 0
    for position in stride(from: index - 1, through: 0, by: -1) {
      switch tokens[position].kind {
      case .rightParenthesis, .rightBracket, .rightBrace: depth += 1
      case .leftParenthesis, .leftBracket, .leftBrace:
        if depth == 0 { return position }
        depth -= 1
      default: break
      }
    }
    return nil
  }

  private var propertyPlace: Place {
    // In a procedure's name the dots lead back to CALL.
    var start = tokens.count - 1
    while start > 0, tokens[start].kind == .dot || tokens[start].kind == .word, tokens[start].keyword != .call {
      start -= 1
    }
    if tokens[start].keyword == .call, start + 1 < tokens.count {
      return .procedurePart(tokens[(start + 1)...].map(text).joined())
    }
    guard tokens.count >= 2 else { return .property(owners: []) }
    let base = tokens[tokens.count - 2]
    guard base.kind == .word || base.kind == .quotedName else { return .property(owners: []) }
    return .property(owners: owners(of: text(base)))
  }

  /// In the braces of a pattern stand properties of its label or type.
  private var entryPlace: Place {
    let last = tokens.count - 1
    guard let brace = tokens[last].kind == .leftBrace ? last : openBracket(before: last),
      tokens[brace].kind == .leftBrace, let pattern = openBracket(before: brace),
      tokens[pattern].kind != .leftBrace, isPattern(pattern, until: brace)
    else { return .expression }
    let owners = tokens[pattern..<brace].indices.filter { $0 > pattern && isName($0) && isAfterColon($0) }
      .map { text(tokens[$0]) }
    if owners.isEmpty, pattern + 1 < brace, isName(pattern + 1) {
      return .property(owners: self.owners(of: text(tokens[pattern + 1])))
    }
    return .property(owners: owners)
  }

  /// Whether only a variable and labels stand between a bracket and a brace.
  private func isPattern(_ open: Int, until brace: Int) -> Bool {
    tokens[(open + 1)..<brace].allSatisfy { token in
      switch token.kind {
      case .word, .quotedName, .colon, .bar, .ampersand, .exclamation, .percent, .star, .dotDot, .integer: true
      default: false
      }
    } && (open == 0 || tokens[open - 1].kind != .word || tokens[open - 1].keyword != nil)
  }

  private func isName(_ index: Int) -> Bool { tokens[index].kind == .word || tokens[index].kind == .quotedName }

  private func isAfterColon(_ index: Int) -> Bool {
    switch tokens[index - 1].kind {
    case .colon, .bar, .ampersand: true
    default: tokens[index - 1].keyword == .is
    }
  }

  /// The labels or types that patterns anywhere give to a variable.
  private func owners(of variable: String) -> [String] {
    var owners: [String] = []
    for index in tokens.indices where index > 0 && isName(index) && text(tokens[index]).isIdenticalText(to: variable) {
      let before = tokens[index - 1].kind
      guard before == .leftParenthesis || before == .leftBracket else { continue }
      var next = index + 1
      while next + 1 < tokens.count, isName(next + 1), isAfterColon(next + 1) {
        owners.append(text(tokens[next + 1]))
        next += 2
      }
    }
    return owners
  }

  // MARK: Candidates

  /// Keywords, functions and the variables of the text.
  private var expression: ShellCompletion {
    var candidates = variables
    let isLower = word.first?.isLowercase ?? false
    let keywords = Keyword.allCases.filter { word.isEmpty ? $0.startsClause : true }.map(\.rawValue).sorted()
    candidates += keywords.map { isLower ? $0.lowercased() : $0 }
    if !word.isEmpty { candidates += FunctionRegistry.names.sorted().map { $0 + "(" } }
    return found(candidates, isName: false)
  }

  /// Words that stand where a pattern or AS gives a name.
  private var variables: [String] {
    var seen: Set<TextKey> = []
    var variables: [String] = []
    for index in tokens.indices where index > 0 && isName(index) {
      let before = tokens[index - 1]
      let isNaming = before.kind == .leftParenthesis || before.kind == .leftBracket || before.keyword == .as
      // What a round bracket behind a name opens are arguments, and those may be variables too.
      guard isNaming, tokens[index].keyword == nil || before.keyword == .as else { continue }
      let name = text(tokens[index])
      if seen.insert(TextKey(name)).inserted { variables.append(name) }
    }
    return variables.sorted { $0.precedesByCodePoints($1) }.map(QueryPrinter.quoted)
  }

  private func found(_ known: [String], isName: Bool = true) -> ShellCompletion {
    let typed = word.hasPrefix("`") ? String(word.dropFirst()) : word
    let fitting = known.filter { $0.hasPrefix(ignoringCase: typed) }
    return ShellCompletion(
      replacedCount: word.unicodeScalars.count, candidates: isName ? fitting.map(Self.written) : fitting)
  }

  /// A name of the graph, in backquotes if it is no plain word.
  private static func written(_ name: String) -> String {
    let tokens = Lexer.tokens(of: Array(name.utf8))
    let isPlain = tokens.count == 2 && tokens[0].kind == .word && tokens[0].upper == name.utf8.count
    return isPlain ? name : "`" + name.replacing("`", with: "``") + "`"
  }
}
