/// Cuts a text into tokens. It never fails: what has no meaning becomes a token of its own kind, about which the parser
/// speaks when it gets there.
package struct Lexer {
  private let bytes: [UInt8]
  private var offset = 0
  private var tokens: [Token] = []

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 4 + 8)
  }

  /// The tokens of a text; the last is `endOfText`, which stands behind the last visible character.
  /// - Complexity: O(*bytes*).
  package static func tokens(of bytes: [UInt8]) -> [Token] {
    var lexer = Lexer(bytes)
    lexer.scan()
    return lexer.tokens
  }

  private mutating func scan() {
    while offset < bytes.count { scanToken() }
    let end = tokens.last?.upper ?? 0
    tokens.append(Token(kind: .endOfText, keyword: nil, lower: end, upper: end))
  }

  private func byte(_ ahead: Int) -> UInt8 {
    let index = offset + ahead
    return index < bytes.count ? bytes[index] : 0
  }

  private mutating func add(_ kind: TokenKind, length: Int) {
    tokens.append(Token(kind: kind, keyword: nil, lower: offset, upper: offset + length))
    offset += length
  }

  private mutating func scanToken() {
    let first = bytes[offset]
    switch first {
    case UInt8(ascii: " "), 0x09...0x0D: offset += 1
    case UInt8(ascii: "'"), UInt8(ascii: "\""): scanString(quote: first)
    case UInt8(ascii: "`"): scanQuotedName()
    case UInt8(ascii: "$"): scanParameter()
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"): skipLineComment()
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): skipBlockComment()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): scanNumber()
    case UInt8(ascii: ".") where CharacterClasses.isDigit(byte(1)): scanNumber()
    default:
      if let symbol = symbol(first) { add(symbol.kind, length: symbol.length) } else { scanWordOrUnknown() }
    }
  }

  private func symbol(_ first: UInt8) -> (kind: TokenKind, length: Int)? {
    let second = byte(1)
    switch first {
    case UInt8(ascii: "("): return (.leftParenthesis, 1)
    case UInt8(ascii: ")"): return (.rightParenthesis, 1)
    case UInt8(ascii: "["): return (.leftBracket, 1)
    case UInt8(ascii: "]"): return (.rightBracket, 1)
    case UInt8(ascii: "{"): return (.leftBrace, 1)
    case UInt8(ascii: "}"): return (.rightBrace, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: "."): return second == UInt8(ascii: ".") ? (.dotDot, 2) : (.dot, 1)
    case UInt8(ascii: ":"): return (.colon, 1)
    case UInt8(ascii: ";"): return (.semicolon, 1)
    case UInt8(ascii: "+"): return second == UInt8(ascii: "=") ? (.plusEqual, 2) : (.plus, 1)
    case UInt8(ascii: "-"): return (.minus, 1)
    case UInt8(ascii: "*"): return (.star, 1)
    case UInt8(ascii: "/"): return (.slash, 1)
    case UInt8(ascii: "%"): return (.percent, 1)
    case UInt8(ascii: "^"): return (.caret, 1)
    case UInt8(ascii: "="): return second == UInt8(ascii: "~") ? (.matches, 2) : (.equal, 1)
    case UInt8(ascii: "<"):
      if second == UInt8(ascii: "=") { return (.lessOrEqual, 2) }
      return second == UInt8(ascii: ">") ? (.notEqual, 2) : (.less, 1)
    case UInt8(ascii: ">"): return second == UInt8(ascii: "=") ? (.greaterOrEqual, 2) : (.greater, 1)
    case UInt8(ascii: "|"): return second == UInt8(ascii: "|") ? (.doubleBar, 2) : (.bar, 1)
    case UInt8(ascii: "&"): return (.ampersand, 1)
    case UInt8(ascii: "!"): return (.exclamation, 1)
    default: return nil
    }
  }

  private mutating func scanWordOrUnknown() {
    guard let first = DecodedScalar(bytes, at: offset) else {
      add(.unknown, length: 1)
      return
    }
    if CharacterClasses.isNameStart(first.scalar) {
      let upper = endOfName(from: offset)
      let keyword = Keyword(spelling: bytes[offset..<upper])
      tokens.append(Token(kind: .word, keyword: keyword, lower: offset, upper: upper))
      offset = upper
    } else if CharacterClasses.isWhitespace(first.scalar) {
      offset += first.length
    } else {
      add(CharacterClasses.arrowPart(first.scalar) ?? .unknown, length: first.length)
    }
  }

  /// The end of a run of characters that may continue a name.
  private func endOfName(from start: Int) -> Int {
    var index = start
    while index < bytes.count, let next = DecodedScalar(bytes, at: index), CharacterClasses.isNamePart(next.scalar) {
      index += next.length
    }
    return index
  }

  private func endOfDigits(from start: Int) -> Int {
    var index = start
    while index < bytes.count, CharacterClasses.isDigit(bytes[index]) { index += 1 }
    return index
  }

  /// Ends before `..`, so that `1..3` is two integers and a range.
  private mutating func scanNumber() {
    let radixMark = byte(1) | 0x20
    if byte(0) == UInt8(ascii: "0"), radixMark == UInt8(ascii: "x") || radixMark == UInt8(ascii: "o") {
      let upper = endOfName(from: offset + 2)
      let digits = bytes[(offset + 2)..<upper]
      let isDigit = radixMark == UInt8(ascii: "x") ? CharacterClasses.isHexadecimalDigit : CharacterClasses.isOctalDigit
      add(!digits.isEmpty && digits.allSatisfy(isDigit) ? .integer : .malformedNumber, length: upper - offset)
      return
    }
    var kind = TokenKind.integer
    var upper = endOfDigits(from: offset)
    if upper + 1 < bytes.count, bytes[upper] == UInt8(ascii: "."), CharacterClasses.isDigit(bytes[upper + 1]) {
      kind = .float
      upper = endOfDigits(from: upper + 1)
    }
    if upper < bytes.count, bytes[upper] | 0x20 == UInt8(ascii: "e") {
      var exponent = upper + 1
      if exponent < bytes.count, bytes[exponent] == UInt8(ascii: "-") || bytes[exponent] == UInt8(ascii: "+") {
        exponent += 1
      }
      let end = endOfDigits(from: exponent)
      if end > exponent {
        kind = .float
        upper = end
      }
    }
    let end = endOfName(from: upper)
    add(end > upper ? .malformedNumber : kind, length: end - offset)
  }

  private mutating func scanString(quote: UInt8) {
    var index = offset + 1
    while index < bytes.count, bytes[index] != quote { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
    if index < bytes.count {
      add(.string, length: index + 1 - offset)
    } else {
      add(.unterminatedString, length: bytes.count - offset)
    }
  }

  /// Two backquotes inside stand for one.
  private func endOfQuotedName(from start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "`") {
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "`") { index += 1 } else { return index + 1 }
      }
      index += 1
    }
    return nil
  }

  private mutating func scanQuotedName() {
    if let end = endOfQuotedName(from: offset) {
      add(.quotedName, length: end - offset)
    } else {
      add(.unterminatedName, length: bytes.count - offset)
    }
  }

  private mutating func scanParameter() {
    if byte(1) == UInt8(ascii: "`") {
      if let end = endOfQuotedName(from: offset + 1) {
        add(.parameter, length: end - offset)
      } else {
        add(.unterminatedName, length: bytes.count - offset)
      }
      return
    }
    let end = endOfName(from: offset + 1)
    add(end > offset + 1 ? .parameter : .unknown, length: end - offset)
  }

  private mutating func skipLineComment() {
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != UInt8(ascii: "\r") { offset += 1 }
  }

  private mutating func skipBlockComment() {
    var index = offset + 2
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
        offset = index + 2
        return
      }
      index += 1
    }
    add(.unterminatedComment, length: bytes.count - offset)
  }
}
