/// The classes of characters that tokens are made of.
/// - Source: openCypher 9 grammar, `SymbolicName` and `whitespace`; Unicode Standard Annex #31.
enum CharacterClasses {
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  static func isOctalDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 8 }

  static func isHexadecimalDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isLetter(UInt8(scalar.value)) || scalar == "_" }
    return scalar.properties.isIDStart || scalar.properties.generalCategory == .connectorPunctuation
  }

  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      return isLetter(byte) || isDigit(byte) || scalar == "_" || scalar == "$"
    }
    return scalar.properties.isIDContinue || scalar.properties.generalCategory == .currencySymbol
  }

  static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x1C...0x20, 0xA0, 0x1680, 0x180E, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }

  /// The kind of token that a character of an arrow makes; `nil` for all others.
  static func arrowPart(_ scalar: Unicode.Scalar) -> TokenKind? {
    switch scalar.value {
    case 0xAD, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: .unicodeDash
    case 0x27E8, 0x3008, 0xFE64, 0xFF1C: .unicodeLess
    case 0x27E9, 0x3009, 0xFE65, 0xFF1E: .unicodeGreater
    default: nil
    }
  }
}

/// A well-formed code point of UTF-8 and its length in bytes.
struct DecodedScalar {
  var scalar: Unicode.Scalar
  var length: Int

  /// `nil` where the bytes are no UTF-8.
  /// - Source: Unicode Standard, table 3-7, *Well-Formed UTF-8 Byte Sequences*.
  init?(_ bytes: [UInt8], at offset: Int) {
    let first = bytes[offset]
    if first < 0x80 {
      scalar = Unicode.Scalar(first)
      length = 1
      return
    }
    let count: Int
    var value: UInt32
    switch first {
    case 0xC2...0xDF: (count, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (count, value) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (count, value) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard offset + count <= bytes.count else { return nil }
    for index in 1..<count {
      let byte = bytes[offset + index]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = count == 2 ? 0x80 : (count == 3 ? 0x800 : 0x1_0000)
    guard value >= smallest, let decoded = Unicode.Scalar(value) else { return nil }
    scalar = decoded
    length = count
  }
}
