import Diagnostics

package enum TokenKind: Hashable, Sendable {
  /// A keyword or a name.
  case word
  /// A name in backquotes.
  case quotedName
  /// `$name`, `$0`, `` $`a name` ``
  case parameter
  case string
  case integer
  case float
  /// Digits that run into letters, `0x` without digits.
  case malformedNumber
  case leftParenthesis, rightParenthesis
  case leftBracket, rightBracket
  case leftBrace, rightBrace
  case comma, dot, dotDot, colon, semicolon
  case plus, minus, star, slash, percent, caret
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case matches, plusEqual
  case bar, doubleBar, ampersand, exclamation
  /// The dashes and angle brackets of Unicode, which may draw arrows and do nothing else.
  case unicodeDash, unicodeLess, unicodeGreater
  /// A quote or comment that goes on to the end of the text.
  case unterminatedString, unterminatedName, unterminatedComment
  /// A character with no meaning outside quotes.
  case unknown
  case endOfText
}

package struct Token: Hashable, Sendable {
  package var kind: TokenKind
  /// The keyword a word may be meant as.
  package var keyword: Keyword?
  package var lower: Int
  package var upper: Int

  var span: SourceSpan { SourceSpan(lower, upper) }
}
