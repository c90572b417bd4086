/// How many columns of a terminal a text takes.
enum DisplayWidth {
  static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// - Source: Unicode Standard Annex 11 for wide characters; marks, joiners and selectors take no column.
  static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1160...0x11FF: return 0
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0x33FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The beginning of a text that fits, with `…` where something is left out.
  static func shortened(_ text: String, to limit: Int) -> String {
    if width(of: text) <= limit { return text }
    if limit <= 0 { return "" }
    var shown = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      let next = width(of: scalar)
      if used + next > limit - 1 { break }
      used += next
      shown.append(scalar)
    }
    while let last = shown.last, last == " " { shown.removeLast() }
    return String(shown) + "…"
  }
}

/// Text of the graph as it may stand on a terminal.
enum PlainLines {
  /// On one line: line ends as `⏎`, tabs as blanks, other control characters as `·`, so that no text of the graph can
  /// steer the terminal.
  static func oneLine(_ text: String) -> String { replaced(text, keepingLines: false) }

  /// The same with its lines.
  static func clean(_ text: String) -> String { replaced(text, keepingLines: true) }

  private static func replaced(_ text: String, keepingLines: Bool) -> String {
    if !text.unicodeScalars.contains(where: isControl) { return text }
    var shown = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where keepingLines: shown.append("\n")
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": shown.append("⏎")
      case "\t": shown.append(" ")
      default: shown.append(isControl(scalar) ? "·" : scalar)
      }
    }
    return String(shown)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Controls, and the marks that turn the direction of writing.
    case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
