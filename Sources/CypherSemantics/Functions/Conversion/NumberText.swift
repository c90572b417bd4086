/// Numbers as the conversion functions read them from text.
enum NumberText {
  /// `nil` where the text is no number; blanks around it are allowed, hexadecimal floats are not.
  static func float(_ text: String) -> Double? {
    let trimmed = text.drop { $0 == " " }
    let allowed = trimmed.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    return allowed ? Double(trimmed) : nil
  }
}
