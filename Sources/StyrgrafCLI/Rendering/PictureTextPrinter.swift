import GraphWorkspace

/// Writes the text alternative of a picture.
struct PictureTextPrinter {
  let style: TerminalStyle
  /// Of the terminal; `nil` writes everything in full.
  let width: Int?

  func lines(of outline: PictureText) -> String {
    var parts = [style.text(PlainLines.oneLine(outline.title), .heading) + "\n"]
    if let subtitle = outline.subtitle { parts[0] += PlainLines.oneLine(subtitle) + "\n" }
    parts.append(PlainLines.oneLine(outline.summary) + "\n")
    for note in outline.notes { parts.append(PlainLines.oneLine(note) + "\n") }
    for content in outline.tables {
      var table = TextTable(content.columns)
      for row in content.rows { table.add(row) }
      parts.append(style.text(content.title, .heading) + "\n" + table.rendered(width: width, style: style))
    }
    if let footer = outline.footer { parts.append(PlainLines.oneLine(footer) + "\n") }
    return parts.joined(separator: "\n")
  }
}
