/// How the parts of a picture look as Graphviz attributes.
enum BoxMarkup {
  static let font = "DejaVu Sans"
  static let nameSize = 11.0
  static let captionSize = 9.0
  static let rowSize = 10.0
  /// Of the sign of a change on an arrow.
  static let changeSize = 10.0
  /// Points per code point of a name, about: only least widths are reckoned with it.
  static let nameAdvance = 6.9

  static func attributes(of box: PictureBox) -> [(name: String, value: LayoutGraph.Attribute)] {
    let style = box.style
    var styles = ["filled"]
    if style.shape == .rounded { styles.append("rounded") }
    var attributes: [(name: String, value: LayoutGraph.Attribute)] = [
      ("id", .word(box.id)),
      ("shape", .word(style.shape.graphvizName)),
      ("fillcolor", .word(style.fillColor)),
      ("color", .word(style.borderColor)),
      ("label", .label(label(of: box))),
    ]
    if let change = box.change { attributes.append(("change", .word(change.kind.rawValue))) }
    if let link = box.link { attributes += [("URL", .word(link.text)), ("target", .word("_blank"))] }
    switch style.line {
    case .solid: break
    case .dashed: styles.append("dashed")
    case .dotted: styles.append("dotted")
    case .bold: attributes.append(("penwidth", .word("2.6")))
    case .double: attributes.append(("peripheries", .word("2")))
    }
    attributes.append(("style", .word(styles.joined(separator: ","))))
    if let width = style.width {
      attributes.append(("width", .word(Numbers.text((Double(width) * nameAdvance + 16) / 72))))
    }
    return attributes
  }

  private static func label(of box: PictureBox) -> LabelMarkup {
    var heading: [LabelMarkup] = []
    if let change = box.changeText {
      let color = box.change?.kind.color.line ?? PaletteColor.text
      for line in LineBreaking.lines(of: change, width: box.style.wrap + 4) {
        heading.append(.text(line).bold().sized(captionSize, color: color))
      }
    }
    if let caption = box.caption {
      for line in LineBreaking.lines(of: caption, width: box.style.wrap + 4) {
        heading.append(.text(line).sized(captionSize, color: PaletteColor.quietText))
      }
    }
    let isBold = !box.rows.isEmpty
    for line in LineBreaking.lines(of: box.name, width: isBold ? max(box.style.wrap, 30) : box.style.wrap) {
      var markup = LabelMarkup.text(line)
      if isBold { markup = markup.bold() }
      if box.isItalic { markup = markup.italic() }
      heading.append(markup.sized(nameSize, color: PaletteColor.text))
    }
    if heading.isEmpty { heading = [LabelMarkup.text(PlainText("–")).sized(nameSize, color: PaletteColor.text)] }
    if box.rows.isEmpty, box.caption == nil, box.changeText == nil { return .lines(heading) }
    return RowMarkup.table(heading: heading, box: box)
  }

  static func attributes(
    of frame: PictureFrame, depth: Int, titleWidth: Int
  ) -> [(name: String, value: LayoutGraph.Attribute)] {
    var lines = LineBreaking.lines(of: frame.title, width: titleWidth).map { line in
      LabelMarkup.text(line).bold().sized(nameSize, color: PaletteColor.quietText)
    }
    if let text = frame.changeText, let change = frame.change {
      lines += LineBreaking.lines(of: text, width: titleWidth).map { line in
        LabelMarkup.text(line).bold().sized(captionSize, color: change.kind.color.line)
      }
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
    if !lines.isEmpty { attributes.append(("label", .label(.lines(lines, align: .left)))) }
    if let change = frame.change {
      attributes += [("change", .word(change.kind.rawValue)), ("penwidth", .word("2"))]
    }
    return attributes
  }

  static func attributes(of arrow: PictureArrow) -> [(name: String, value: LayoutGraph.Attribute)] {
    var attributes: [(name: String, value: LayoutGraph.Attribute)] = [("id", .word(arrow.id))]
    if let change = arrow.change { attributes.append(("change", .word(change.kind.rawValue))) }
    attributes += self.attributes(of: arrow.look)
    let label = labelLines(of: arrow)
    if !label.isEmpty {
      let color = labelColor(of: arrow.look)
      // A space on either side keeps the text off the line.
      let lines = label.map { line in
        let text = LabelMarkup.joined([.raw(" "), .text(line), .raw(" ")])
        return arrow.change == nil ? text.sized(captionSize, color: color) : text.bold().sized(changeSize, color: color)
      }
      attributes.append(("label", .label(.lines(lines))))
    }
    if arrow.count > 1, arrow.look.line == .solid, arrow.look.change == nil {
      attributes.append(("penwidth", .word("2")))
    }
    return attributes
  }

  private static func labelLines(of arrow: PictureArrow) -> [PlainText] {
    let width = 18
    var lines = (arrow.drawnLabel.map { LineBreaking.lines(of: $0, width: width) } ?? [])
    // A sign beside a number would be read as the number's.
    if let sign = arrow.changeText, let label = arrow.label, label.text.first?.isNumber == true {
      lines = LineBreaking.lines(of: sign, width: width) + LineBreaking.lines(of: label, width: width)
    }
    if arrow.count > 1 { lines.append(PlainText("× \(arrow.count)")) }
    return lines
  }

  /// Text needs more contrast than a pale line has.
  private static func labelColor(of look: ArrowLook) -> String {
    look.isCalm ? PaletteColor.quietText : look.lineColor
  }

  static func attributes(of look: ArrowLook) -> [(name: String, value: LayoutGraph.Attribute)] {
    let color = look.lineColor
    var attributes: [(name: String, value: LayoutGraph.Attribute)] = [("color", .word(color))]
    var line = look.line
    switch look.change {
    case .removed:
      line = .dashed
      attributes.append(("penwidth", .word("2")))
    case .moved: line = .double
    case .added, .changed: attributes.append(("penwidth", .word("2.6")))
    case nil: break
    }
    switch line {
    case .solid: break
    case .dashed: attributes.append(("style", .word("dashed")))
    case .dotted: attributes.append(("style", .word("dotted")))
    case .bold: if attributes.count == 1 { attributes.append(("penwidth", .word("2.6"))) }
    case .double: attributes[0] = ("color", .word("\(color):\(color)"))
    }
    if look.arrow != .forward { attributes.append(("dir", .word(look.arrow.rawValue))) }
    return attributes
  }
}
