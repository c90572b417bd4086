/// Numbers as the conversion functions read them from text.
enum NumberText {
  /// Without blanks at the ends.
  static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  /// `nil` where the text is no integer of 64 bits.
  static func integer(_ text: String) -> Int64? { Int64(trimmed(text)) }

  /// `nil` where the text is no number: hexadecimal floats are none. What `toString` writes is read back.
  static func float(_ text: String) -> Double? {
    let trimmed = trimmed(text)
    switch trimmed {
    case "NaN": return .nan
    case "Infinity": return .infinity
    case "-Infinity": return -.infinity
    default:
      let allowed = trimmed.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
      }
      return allowed ? Double(trimmed) : nil
    }
  }
}
