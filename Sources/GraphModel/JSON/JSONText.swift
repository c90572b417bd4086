/// Text and numbers as JSON writes them.
enum JSONText {
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")

  /// Appends a string with its quotes. Control characters, the quote and the backslash are escaped, nothing else.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(quote)
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    var offset = start
    while offset < bytes.count, !needsEscape(bytes[offset]) { offset += 1 }
    if offset < bytes.count { escape(from: offset, in: &bytes) }
    bytes.append(quote)
  }

  private static func needsEscape(_ byte: UInt8) -> Bool { byte < 0x20 || byte == quote || byte == backslash }

  private static func escape(from start: Int, in bytes: inout [UInt8]) {
    let rest = Array(bytes[start...])
    bytes.removeSubrange(start...)
    for byte in rest {
      switch byte {
      case quote, backslash: bytes.append(contentsOf: [backslash, byte])
      case 0x0A: bytes.append(contentsOf: [backslash, UInt8(ascii: "n")])
      case 0x0D: bytes.append(contentsOf: [backslash, UInt8(ascii: "r")])
      case 0x09: bytes.append(contentsOf: [backslash, UInt8(ascii: "t")])
      case ..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
      default: bytes.append(byte)
      }
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
