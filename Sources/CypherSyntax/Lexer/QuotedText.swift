import Diagnostics

/// The text between quotes, with its escapes replaced, and what is wrong in it.
struct QuotedText {
  struct Problem {
    enum Kind {
      /// `\q`
      case unknownEscape
      /// `\uH`, half of a surrogate pair, a number beyond the last code point
      case invalidCodePoint
      case invalidEncoding
    }

    var kind: Kind
    var span: SourceSpan
  }

  private(set) var text = ""
  private(set) var problems: [Problem] = []

  /// A string's content: `range` lies between the quotes.
  static func string(_ bytes: [UInt8], in range: Range<Int>) -> QuotedText {
    var quoted = QuotedText()
    quoted.read(bytes, in: range, escape: UInt8(ascii: "\\"))
    return quoted
  }

  /// A name's content: two backquotes stand for one.
  static func name(_ bytes: [UInt8], in range: Range<Int>) -> QuotedText {
    var quoted = QuotedText()
    quoted.read(bytes, in: range, escape: UInt8(ascii: "`"))
    return quoted
  }

  private mutating func read(_ bytes: [UInt8], in range: Range<Int>, escape: UInt8) {
    var index = range.lowerBound
    var runStart = index
    while index < range.upperBound {
      if bytes[index] == escape {
        append(bytes, runStart..<index)
        index =
          escape == UInt8(ascii: "`") ? readBackquotes(index) : readEscape(bytes, at: index, end: range.upperBound)
        runStart = index
      } else if bytes[index] < 0x80 {
        index += 1
      } else if let decoded = DecodedScalar(bytes, at: index) {
        index += decoded.length
      } else {
        problems.append(Problem(kind: .invalidEncoding, span: SourceSpan(index, index + 1)))
        index += 1
      }
    }
    append(bytes, runStart..<range.upperBound)
  }

  private mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
    if range.lowerBound < range.upperBound { text += String(decoding: bytes[range], as: UTF8.self) }
  }

  private mutating func readBackquotes(_ index: Int) -> Int {
    text += "`"
    return index + 2
  }

  /// Reads the escape whose backslash is at `start`, and returns where it ends.
  /// - Source: openCypher 9 grammar, `EscapedChar`.
  private mutating func readEscape(_ bytes: [UInt8], at start: Int, end: Int) -> Int {
    guard start + 1 < end else { return end }
    switch bytes[start + 1] {
    case UInt8(ascii: "\\"): text += "\\"
    case UInt8(ascii: "'"): text += "'"
    case UInt8(ascii: "\""): text += "\""
    case UInt8(ascii: "b"), UInt8(ascii: "B"): text += "\u{8}"
    case UInt8(ascii: "f"), UInt8(ascii: "F"): text += "\u{C}"
    case UInt8(ascii: "n"), UInt8(ascii: "N"): text += "\n"
    case UInt8(ascii: "r"), UInt8(ascii: "R"): text += "\r"
    case UInt8(ascii: "t"), UInt8(ascii: "T"): text += "\t"
    case UInt8(ascii: "u"): return readCodePoint(bytes, at: start, digits: 4, end: end)
    case UInt8(ascii: "U"): return readCodePoint(bytes, at: start, digits: 8, end: end)
    default:
      let length = 1 + (DecodedScalar(bytes, at: start + 1)?.length ?? 1)
      problems.append(Problem(kind: .unknownEscape, span: SourceSpan(start, start + length)))
      return min(end, start + length)
    }
    return start + 2
  }

  private mutating func readCodePoint(_ bytes: [UInt8], at start: Int, digits: Int, end: Int) -> Int {
    guard let value = Self.hexadecimal(bytes, from: start + 2, count: digits, end: end) else {
      var stop = start + 2
      while stop < min(end, start + 2 + digits), CharacterClasses.isHexadecimalDigit(bytes[stop]) { stop += 1 }
      problems.append(Problem(kind: .invalidCodePoint, span: SourceSpan(start, stop)))
      return stop
    }
    let next = start + 2 + digits
    if let scalar = Unicode.Scalar(value) {
      text.unicodeScalars.append(scalar)
      return next
    }
    if value & 0xFFFF_FC00 == 0xD800, next + 1 < end, bytes[next] == UInt8(ascii: "\\"),
      bytes[next + 1] == UInt8(ascii: "u"),
      let low = Self.hexadecimal(bytes, from: next + 2, count: 4, end: end), low & 0xFFFF_FC00 == 0xDC00,
      let scalar = Unicode.Scalar(0x1_0000 + (value & 0x3FF) << 10 + (low & 0x3FF))
    {
      text.unicodeScalars.append(scalar)
      return next + 6
    }
    problems.append(Problem(kind: .invalidCodePoint, span: SourceSpan(start, next)))
    return next
  }

  private static func hexadecimal(_ bytes: [UInt8], from start: Int, count: Int, end: Int) -> UInt32? {
    guard start + count <= end else { return nil }
    let digits = bytes[start..<(start + count)]
    guard digits.allSatisfy(CharacterClasses.isHexadecimalDigit) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
