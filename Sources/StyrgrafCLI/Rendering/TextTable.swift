/// Rows of text in aligned columns, for people.
///
/// Written to a terminal it is no wider than that: the widest columns give way, with `…` where text is left out.
struct TextTable {
  struct Column {
    var title: String
    /// Figures stand at the right.
    var isRight = false
    /// Names and keys that the next command needs: shortened only where nothing else can give way.
    var isKept = false
  }

  private static let gap = 2
  private static let smallestColumn = 6
  /// What columns that give way must still have, where others are kept.
  private static let readableColumn = 8

  var columns: [Column]
  var rows: [[String]] = []

  init(_ titles: [String]) { columns = titles.map { Column(title: PlainLines.oneLine($0)) } }

  mutating func add(_ cells: [String]) { rows.append(cells.map(PlainLines.oneLine)) }

  /// Marks columns whose texts the next command needs.
  mutating func keep(_ columns: Int...) {
    for column in columns { self.columns[column].isKept = true }
  }

  mutating func dropLastColumn() {
    columns.removeLast()
    for row in rows.indices { rows[row] = Array(rows[row].prefix(columns.count)) }
  }

  /// The table with a head and a rule below it.
  /// - Parameter width: of the terminal; `nil` writes everything in full.
  func rendered(width: Int?, style: TerminalStyle) -> String {
    if columns.isEmpty { return "" }
    let widths = fitted(naturalWidths, to: width)
    var text = style.text(line(columns.map(\.title), widths), .heading) + "\n"
    text += line(widths.map { String(repeating: "─", count: $0) }, widths) + "\n"
    for row in rows { text += line(row, widths) + "\n" }
    return text
  }

  private var naturalWidths: [Int] {
    var widths = columns.map { DisplayWidth.width(of: $0.title) }
    for row in rows {
      for (column, cell) in row.enumerated() where column < widths.count {
        widths[column] = max(widths[column], DisplayWidth.width(of: cell))
      }
    }
    return widths
  }

  /// Takes from the widest columns what is too much, evenly.
  private func fitted(_ widths: [Int], to limit: Int?) -> [Int] {
    guard let limit else { return widths }
    let room = max(limit - Self.gap * (widths.count - 1), widths.count)
    if widths.reduce(0, +) <= room { return widths }
    let kept = columns.indices.filter { columns[$0].isKept }
    let others = columns.indices.filter { !columns[$0].isKept }
    let left = room - kept.reduce(0) { $0 + widths[$1] }
    guard !kept.isEmpty, left >= others.reduce(0, { $0 + min(widths[$1], Self.readableColumn) }) else {
      return capped(widths, to: room)
    }
    var fitted = widths
    for (column, width) in zip(others, capped(others.map { widths[$0] }, to: left)) { fitted[column] = width }
    return fitted
  }

  private func capped(_ widths: [Int], to room: Int) -> [Int] {
    // The greatest width that every column may have.
    var low = 1
    var high = widths.max() ?? 1
    while low < high {
      let middle = (low + high + 1) / 2
      if widths.reduce(0, { $0 + min($1, middle) }) <= room { low = middle } else { high = middle - 1 }
    }
    let cap = max(low, min(Self.smallestColumn, room / max(widths.count, 1)))
    var fitted = widths.map { min($0, cap) }
    var spare = room - fitted.reduce(0, +)
    for column in fitted.indices where spare > 0 && fitted[column] < widths[column] {
      fitted[column] += 1
      spare -= 1
    }
    return fitted
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (column, width) in widths.enumerated() {
      if column > 0 { line += String(repeating: " ", count: Self.gap) }
      let cell = DisplayWidth.shortened(column < cells.count ? cells[column] : "", to: width)
      let padding = String(repeating: " ", count: max(0, width - DisplayWidth.width(of: cell)))
      if columns[column].isRight {
        line += padding + cell
      } else {
        line += column == widths.count - 1 ? cell : cell + padding
      }
    }
    return line
  }
}
