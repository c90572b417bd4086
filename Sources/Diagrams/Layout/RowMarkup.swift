/// A box of several texts: caption, name, and below a rule its folded leaves as lines, in columns of about the same
/// height. Every line has its own row, so that lines of different sizes keep their distance.
enum RowMarkup {
  private static let lineHeight = 13

  static func table(heading: [LabelMarkup], box: PictureBox) -> LabelMarkup {
    let columns = box.rows.isEmpty ? [[]] : columns(of: box)
    var table = LabelTable()
    table.ruleColor = box.style.borderColor
    let width = box.rows.isEmpty ? nil : box.style.width.map { Int(Double($0) * BoxMarkup.nameAdvance) }
    for line in heading {
      table.rows.append([LabelTable.Cell(content: line, columnSpan: columns.count, width: width, height: lineHeight)])
    }
    guard !box.rows.isEmpty else { return table.markup }
    table.ruledRows = [heading.count]
    table.rows.append(
      columns.map { rows in LabelTable.Cell(content: column(rows), align: .left, isAtTop: true, padding: 4) })
    return table.markup
  }

  /// Each line is a row of its own: plain and italic lines then have the same height.
  private static func column(_ lines: [Line]) -> LabelMarkup {
    var table = LabelTable()
    table.rows = lines.map {
      [LabelTable.Cell(content: $0.markup, align: .left, padding: 0, height: lineHeight, link: $0.link)]
    }
    return table.markup
  }

  private struct Line {
    var markup: LabelMarkup
    var link: WebAddress?
  }

  /// The lines of each column. Rows that belong together are not parted.
  private static func columns(of box: PictureBox) -> [[Line]] {
    let width = max(26, box.style.wrap)
    var units: [[Line]] = []
    for row in box.rows {
      let lines = lines(of: row, width: width, isCalm: box.style.isCalm)
      if row.depth > 0, !units.isEmpty { units[units.count - 1] += lines } else { units.append(lines) }
    }
    let number = max(1, min(box.rowColumns, units.count))
    var height = (units.reduce(0) { $0 + $1.count } + number - 1) / number
    while filled(units, height: height).count > number { height += 1 }
    let columns = filled(units, height: height)
    // A shorter column would be stretched to the height of the longest.
    let longest = columns.map(\.count).max() ?? 0
    return columns.map { $0 + Array(repeating: Line(markup: .raw("")), count: longest - $0.count) }
  }

  private static func filled(_ units: [[Line]], height: Int) -> [[Line]] {
    var columns: [[Line]] = [[]]
    for unit in units {
      if columns[columns.count - 1].isEmpty || columns[columns.count - 1].count + unit.count <= height {
        columns[columns.count - 1] += unit
      } else {
        columns.append(unit)
      }
    }
    return columns
  }

  private static func lines(of row: PictureRow, width: Int, isCalm: Bool) -> [Line] {
    let indent = String(repeating: "\u{2003}", count: min(row.depth, 8))
    let bullet = row.change?.kind.sign ?? (row.isTentative ? "◦" : (row.depth > 0 ? "–" : "•"))
    let color = row.change?.kind.color.line ?? (isCalm ? PaletteColor.quietText : PaletteColor.text)
    return LineBreaking.lines(of: row.drawnText, width: width).enumerated().map { number, line in
      let lead = LabelMarkup.raw(indent + (number == 0 ? bullet + " " : "\u{2003}"))
      var text = row.isTentative ? LabelMarkup.text(line).italic() : LabelMarkup.text(line)
      if row.change?.kind == .removed { text = text.struck() } else if row.change != nil { text = text.bold() }
      let markup = LabelMarkup.joined([row.change == nil ? lead : lead.bold(), text])
        .sized(BoxMarkup.rowSize, color: color)
      return Line(markup: markup, link: row.link)
    }
  }
}

extension PictureRow {
  /// The line with what became of it.
  var drawnText: PlainText {
    changeText.map { PlainText("\(text.text) (\($0.text))") } ?? text
  }
}
