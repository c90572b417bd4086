/// A label in Graphviz's HTML-like notation, made here and nowhere else: every text is escaped on its way in, so that
/// text of the graph can never become markup.
///
/// - Source: graphviz.org/doc/info/shapes.html#html.
struct LabelMarkup: Sendable, Equatable {
  let source: String

  /// What another `LabelMarkup` held: markup on its way between two processes of this program.
  init(written source: String) { self.init(source: source) }

  private init(source: String) { self.source = source }

  /// Text that has passed `PlainText`, escaped.
  static func text(_ line: PlainText) -> LabelMarkup {
    LabelMarkup(source: XMLText.escaped(line.text))
  }

  /// Signs of ours: bullets and spaces, which `PlainText` would draw together.
  static func raw(_ signs: String) -> LabelMarkup {
    LabelMarkup(source: XMLText.escaped(signs))
  }

  /// Parts beside one another.
  static func joined(_ parts: [LabelMarkup]) -> LabelMarkup {
    LabelMarkup(source: parts.map(\.source).joined())
  }

  /// Lines below one another.
  static func lines(_ lines: [LabelMarkup], align: Alignment = .center) -> LabelMarkup {
    let end = align == .center ? "<BR/>" : "<BR ALIGN=\"LEFT\"/>"
    let parts = lines.map(\.source)
    // A left-aligned break closes its line, so the last line needs one too.
    return LabelMarkup(source: parts.joined(separator: end) + (align == .center ? "" : end))
  }

  enum Alignment: String, Sendable {
    case left = "LEFT"
    case center = "CENTER"
    case right = "RIGHT"
  }

  func bold() -> LabelMarkup { LabelMarkup(source: "<B>\(source)</B>") }
  func struck() -> LabelMarkup { LabelMarkup(source: "<S>\(source)</S>") }
  func italic() -> LabelMarkup { LabelMarkup(source: "<I>\(source)</I>") }

  /// - Parameter color: one of our own, `#rrggbb`.
  func sized(_ points: Double, color: String) -> LabelMarkup {
    LabelMarkup(source: "<FONT POINT-SIZE=\"\(points)\" COLOR=\"\(color)\">\(source)</FONT>")
  }
}

/// A table of labels: the only way to place several texts in one shape.
struct LabelTable: Sendable {
  struct Cell: Sendable {
    var content: LabelMarkup?
    var align = LabelMarkup.Alignment.center
    /// Whether the content stands at the cell's upper edge.
    var isAtTop = false
    var columnSpan = 1
    var padding = 1
    /// Least width and height in points.
    var width: Int?
    var height: Int?
    var link: WebAddress?
  }

  var rows: [[Cell]] = []
  /// Rows that have a thin line above them.
  var ruledRows: Set<Int> = []
  var ruleColor = "#546070"
  var spacing = 0
  var padding = 0

  var markup: LabelMarkup {
    var source = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"\(spacing)\" CELLPADDING=\"\(padding)\""
    source += " COLOR=\"\(ruleColor)\">"
    for (index, row) in rows.enumerated() where !row.isEmpty {
      if ruledRows.contains(index), index > 0 { source += "<HR/>" }
      source += "<TR>"
      for cell in row { source += cell.source }
      source += "</TR>"
    }
    return LabelMarkup(written: source + "</TABLE>")
  }
}

extension LabelTable.Cell {
  fileprivate var source: String {
    var text = "<TD ALIGN=\"\(align.rawValue)\" CELLPADDING=\"\(padding)\""
    if align != .center { text += " BALIGN=\"\(align.rawValue)\"" }
    if columnSpan > 1 { text += " COLSPAN=\"\(columnSpan)\"" }
    if let width { text += " WIDTH=\"\(width)\"" }
    if let link { text += " HREF=\"\(XMLText.escaped(link.text))\" TARGET=\"_blank\"" }
    if let height { text += " HEIGHT=\"\(height)\"" }
    if isAtTop { text += " VALIGN=\"TOP\"" }
    guard let content, !content.source.isEmpty else { return text + "></TD>" }
    return text + ">\(content.source)</TD>"
  }
}
