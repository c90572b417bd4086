/// Running text in lines.
enum PlainText {
  /// Breaks a text between words so that lines fit; a word that is longer stands alone.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let next = DisplayWidth.width(of: String(word))
      if used > 0, used + 1 + next > width {
        lines.append(line)
        line = ""
        used = 0
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word
      used += next
    }
    if used > 0 { lines.append(line) }
    return lines
  }

  static func trimmedEnd(_ line: String) -> String {
    var end = line.endIndex
    while end > line.startIndex, line[line.index(before: end)] == " " { end = line.index(before: end) }
    return String(line[..<end])
  }
}
