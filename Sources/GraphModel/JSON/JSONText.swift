/// Text and numbers as JSON writes them.
enum JSONText {
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")

  /// Appends a string with its quotes. Control characters, the quote and the backslash are escaped, nothing else.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { unsafe append($0, to: &bytes) }
  }

  /// Appends a string given by its bytes: stretches that need no escape are copied whole.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(quote)
    var start = 0
    while true {
      let end = unsafe nextEscape(in: text, from: start)
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
      if end == text.count { break }
      unsafe appendEscaped(text[end], to: &bytes)
      start = end + 1
    }
    bytes.append(quote)
  }

  /// Where the next byte stands that needs an escape; the end of the text if none does.
  private static func nextEscape(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    if let base = unsafe UnsafeRawPointer(text.baseAddress) {
      while offset + 8 <= text.count {
        let word = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if hasEscape(word) { break }
        offset += 8
      }
      // The last eight bytes once more, instead of the few that are left one by one.
      if offset + 8 > text.count, offset > start || text.count - start >= 8,
        unsafe !hasEscape(base.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self))
      {
        return text.count
      }
    }
    while unsafe offset < text.count && !needsEscape(text[offset]) { offset += 1 }
    return offset
  }

  /// Whether one of eight bytes needs an escape; also true for some that do not.
  /// - Source: "Determine if a word has a byte less than n", Anderson, Bit Twiddling Hacks.
  @inline(__always)
  private static func hasEscape(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* UInt64(quote))
    let backslashes = word ^ (ones &* UInt64(backslash))
    let controls = (word &- ones &* 0x20) & ~word
    return (controls | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes) & (ones &* 0x80) != 0
  }

  private static func needsEscape(_ byte: UInt8) -> Bool { byte < 0x20 || byte == quote || byte == backslash }

  private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(backslash)
    switch byte {
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case ..<0x20:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(hexDigit(byte >> 4))
      bytes.append(hexDigit(byte & 15))
    default: bytes.append(byte)
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  static func append(_ integer: Int64, to bytes: inout [UInt8]) {
    if integer < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = integer.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// The shortest text that reads back as the same number: `1.5`, `1e+16`, `NaN`, `-Infinity`.
  static func text(of float: Double) -> String {
    if float.isNaN { return "NaN" }
    if float.isInfinite { return float < 0 ? "-Infinity" : "Infinity" }
    return float.description
  }
}
