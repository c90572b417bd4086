/// One line of text that is safe to draw: no control characters, no direction overrides, nothing XML forbids, not longer
/// than a bound.
struct PlainText: Sendable, Hashable {
  let text: String

  /// - Parameter limit: greatest number of code points; what is longer ends in an ellipsis.
  init(_ raw: String, limit: Int = 400) {
    if PlainText.isPlain(raw, limit: limit) {
      text = raw
      return
    }
    var scalars = String.UnicodeScalarView()
    var count = 0
    var afterSpace = true
    for scalar in raw.unicodeScalars {
      guard count < limit else {
        scalars.removeLast()
        scalars.append("…")
        break
      }
      let shown = PlainText.visible(scalar)
      if shown == " " {
        if afterSpace { continue }
        afterSpace = true
      } else {
        afterSpace = false
      }
      scalars.append(shown)
      count += 1
    }
    while scalars.last == " " { scalars.removeLast() }
    text = String(scalars)
  }

  var isEmpty: Bool { text.isEmpty }
  var length: Int { text.unicodeScalars.count }

  /// Whether a text stays as it is: most do, and are not written anew.
  private static func isPlain(_ raw: String, limit: Int) -> Bool {
    var count = 0
    var afterSpace = true
    for scalar in raw.unicodeScalars {
      count += 1
      switch scalar.value {
      case 0x20:
        if afterSpace { return false }
        afterSpace = true
      case 0x21...0x7E, 0xA1..<0x2000: afterSpace = false
      default: return false
      }
    }
    return count == 0 || (!afterSpace && count <= limit)
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2028, 0x2029: " "
    // The pictures that Unicode has for control characters.
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: scalar
    }
  }
}

/// Breaks text into lines at spaces and after hyphens and slashes, as evenly as the number of lines allows.
///
/// Widths are counted in code points. A word longer than a line and a half is cut; a shorter one may stand out.
enum LineBreaking {
  static func lines(of text: PlainText, width: Int) -> [PlainText] {
    if !text.isEmpty, text.length <= width { return [text] }
    let words = pieces(of: text.text, longest: width + width / 2)
    let greedy = fill(words, width: width)
    guard greedy.count > 1 else { return greedy.map { PlainText($0) } }
    // The narrowest width with as few lines gives lines of about the same length.
    var narrow = width
    while narrow > width / 2, fill(words, width: narrow - 1).count == greedy.count { narrow -= 1 }
    return fill(words, width: narrow).map { PlainText($0) }
  }

  private struct Word {
    var text: String
    var length: Int
    var hasSpaceBefore: Bool
  }

  private static func pieces(of text: String, longest: Int) -> [Word] {
    var words: [Word] = []
    var current = String.UnicodeScalarView()
    var hasSpaceBefore = false
    func close() {
      guard !current.isEmpty else { return }
      words.append(Word(text: String(current), length: current.count, hasSpaceBefore: hasSpaceBefore))
      current = String.UnicodeScalarView()
      hasSpaceBefore = false
    }
    for scalar in text.unicodeScalars {
      if scalar == " " {
        close()
        hasSpaceBefore = true
        continue
      }
      current.append(scalar)
      let breaksAfter = scalar == "-" || scalar == "–" || scalar == "/"
      if (breaksAfter && current.count > 2) || current.count >= longest { close() }
    }
    close()
    return words
  }

  private static func fill(_ words: [Word], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in words {
      let space = word.hasSpaceBefore && !line.isEmpty ? 1 : 0
      if !line.isEmpty, length + space + word.length > width {
        lines.append(line)
        line = word.text
        length = word.length
      } else {
        if space == 1 { line += " " }
        line += word.text
        length += space + word.length
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
