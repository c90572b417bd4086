/// How the parts of a picture look as Graphviz attributes.
enum BoxMarkup {
  static let font = "DejaVu Sans"
  static let nameSize = 11.0
  static let captionSize = 9.0
  static let rowSize = 10.0
  /// Points per code point of a name, about: only least widths are reckoned with it.
  static let nameAdvance = 6.9

  static func attributes(of box: PictureBox) -> [(name: String, value: LayoutGraph.Attribute)] {
    let style = box.style
    var styles = ["filled"]
    if style.shape == .rounded { styles.append("rounded") }
    var attributes: [(name: String, value: LayoutGraph.Attribute)] = [
      ("id", .word(box.id)),
      ("shape", .word(style.shape.graphvizName)),
      ("fillcolor", .word(style.fill.fill)),
      ("color", .word(style.borderColor)),
      ("label", .label(label(of: box))),
    ]
    if let link = box.link { attributes += [("URL", .word(link.text)), ("target", .word("_blank"))] }
    switch style.line {
    case .solid: break
    case .dashed: styles.append("dashed")
    case .dotted: styles.append("dotted")
    case .bold: attributes.append(("penwidth", .word("2.6")))
    case .double: attributes.append(("peripheries", .word("2")))
    }
    attributes.append(("style", .word(styles.joined(separator: ","))))
    // An ellipse around few words is as wide as they ask; a wider one says no more.
    if let width = style.width, style.shape != .ellipse {
      attributes.append(("width", .word(Numbers.text((Double(width) * nameAdvance + 16) / 72))))
    }
    return attributes
  }

  /// Shorter lines make a rounder ellipse.
  private static func wrap(of box: PictureBox) -> Int {
    box.style.shape == .ellipse ? min(box.style.wrap, 20) : box.style.wrap
  }

  private static func label(of box: PictureBox) -> LabelMarkup {
    var heading: [LabelMarkup] = []
    if let caption = box.caption {
      for line in LineBreaking.lines(of: caption, width: wrap(of: box) + 4) {
        heading.append(.text(line).sized(captionSize, color: PaletteColor.quietText))
      }
    }
    let isBold = !box.rows.isEmpty
    for line in LineBreaking.lines(of: box.name, width: isBold ? max(box.style.wrap, 30) : wrap(of: box)) {
      var markup = LabelMarkup.text(line)
      if isBold { markup = markup.bold() }
      if box.isItalic { markup = markup.italic() }
      heading.append(markup.sized(nameSize, color: PaletteColor.text))
    }
    if heading.isEmpty { heading = [LabelMarkup.text(PlainText("–")).sized(nameSize, color: PaletteColor.text)] }
    if box.rows.isEmpty, box.caption == nil { return .lines(heading) }
    return RowMarkup.table(heading: heading, box: box)
  }

  static func attributes(
    of frame: PictureFrame, depth: Int, titleWidth: Int
  ) -> [(name: String, value: LayoutGraph.Attribute)] {
    let lines = LineBreaking.lines(of: frame.title, width: titleWidth).map { line in
      LabelMarkup.text(line).bold().sized(nameSize, color: PaletteColor.quietText)
    }
    var attributes: [(name: String, value: LayoutGraph.Attribute)] = [
      ("id", .word(frame.id)),
      ("style", .word(frame.isDashed ? "rounded,filled,dashed" : "rounded,filled")),
      ("fillcolor", .word(frame.fill?.fill ?? PaletteColor.frameFill(depth: depth))),
      ("color", .word(frame.fill?.line ?? PaletteColor.frameLine)),
      ("fontname", .word(font)),
      ("labeljust", .word("l")),
      ("margin", .word("14")),
    ]
    if !lines.isEmpty {
      // The padding keeps the title off the frame.
      var table = LabelTable()
      table.rows = [[LabelTable.Cell(content: .lines(lines, align: .left), align: .left, padding: 6)]]
      attributes.append(("label", .label(table.markup)))
    }
    return attributes
  }

  /// - Parameter background: the colour of what the arrow lies on.
  static func attributes(
    of arrow: PictureArrow, background: String = PaletteColor.paper
  ) -> [(name: String, value: LayoutGraph.Attribute)] {
    var attributes: [(name: String, value: LayoutGraph.Attribute)] = [("id", .word(arrow.id))]
    attributes += self.attributes(of: arrow.look)
    var label = arrow.label.map { LineBreaking.lines(of: $0, width: 18) } ?? []
    if arrow.count > 1 { label.append(PlainText("× \(arrow.count)")) }
    if !label.isEmpty {
      // The text stands on its line and hides it.
      let lines = label.map { LabelMarkup.text($0).sized(captionSize, color: arrow.look.color.line) }
      var table = LabelTable()
      table.background = background
      table.rows = [[LabelTable.Cell(content: .lines(lines), padding: 2)]]
      attributes.append(("label", .label(table.markup)))
    }
    if arrow.count > 1, arrow.look.line == .solid { attributes.append(("penwidth", .word("2"))) }
    return attributes
  }

  static func attributes(of look: ArrowLook) -> [(name: String, value: LayoutGraph.Attribute)] {
    var attributes: [(name: String, value: LayoutGraph.Attribute)] = [("color", .word(look.color.line))]
    switch look.line {
    case .solid: break
    case .dashed: attributes.append(("style", .word("dashed")))
    case .dotted: attributes.append(("style", .word("dotted")))
    case .bold: attributes.append(("penwidth", .word("2.6")))
    case .double: attributes[0] = ("color", .word("\(look.color.line):\(look.color.line)"))
    }
    if look.arrow != .forward { attributes.append(("dir", .word(look.arrow.rawValue))) }
    return attributes
  }
}
