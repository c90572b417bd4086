/// A picture as a Mermaid flowchart, for pages that draw such text themselves.
///
/// Every sign with a meaning in Mermaid is written as a character code, so that text of the graph stays text.
/// - Source: mermaid.js.org/syntax/flowchart.html, "Entity codes to escape characters".
struct MermaidText {
  let text: String

  init(_ picture: Picture) {
    var lines = ["---", "title: \(Self.quoted(picture.title.text))", "---"]
    lines.append("flowchart \(picture.layout.directions.first?.rawValue ?? "TB")")
    let inner = Dictionary(grouping: picture.frames.indices) { picture.frames[$0].parent }
    let boxes = Dictionary(grouping: picture.boxes.indices) { picture.boxes[$0].frame }
    func add(_ frame: Int?, depth: Int) {
      let indent = String(repeating: "  ", count: depth)
      for box in boxes[frame] ?? [] { lines.append(indent + Self.node(box, picture.boxes[box])) }
      for child in inner[frame] ?? [] {
        lines.append("\(indent)subgraph f\(child)[\(Self.quoted(picture.frames[child].title.text))]")
        add(child, depth: depth + 1)
        lines.append("\(indent)end")
      }
    }
    add(nil, depth: 1)
    for arrow in picture.arrows { lines.append("  " + Self.edge(arrow)) }
    for color in PaletteColor.allCases {
      let members = picture.boxes.indices.filter { picture.boxes[$0].mermaidFill == color }
      if members.isEmpty { continue }
      lines.append("  classDef \(color.rawValue) fill:\(color.fill),stroke:\(color.line),color:\(PaletteColor.text)")
      lines.append("  class \(members.map { "b\($0)" }.joined(separator: ",")) \(color.rawValue)")
    }
    for (number, arrow) in picture.arrows.enumerated() {
      guard let kind = arrow.change?.kind else { continue }
      lines.append("  linkStyle \(number) stroke:\(kind.color.line),stroke-width:2.6px")
    }
    for (number, box) in picture.boxes.enumerated() {
      if let link = box.link { lines.append("  click b\(number) href \"\(link.text)\" _blank") }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func node(_ number: Int, _ box: PictureBox) -> String {
    var parts: [String] = []
    if let change = box.changeText { parts.append(escaped(change.text)) }
    if let caption = box.caption { parts.append(escaped(caption.text)) }
    parts.append(escaped(box.name.text))
    parts += box.rows.map { row in
      String(repeating: "#8195;", count: min(row.depth, 8))
        + (row.change.map { escaped($0.kind.sign) + " " } ?? (row.isTentative ? "◦ " : "• "))
        + escaped(row.drawnText.text)
    }
    let label = "\"\(parts.joined(separator: "<br/>"))\""
    let outline =
      switch box.style.shape {
      case .rounded: ("(", ")")
      case .ellipse: ("([", "])")
      case .hexagon, .octagon: ("{{", "}}")
      case .parallelogram: ("[/", "/]")
      case .component: ("[[", "]]")
      default: ("[", "]")
      }
    return "b\(number)\(outline.0)\(label)\(outline.1)"
  }

  private static func edge(_ arrow: PictureArrow) -> String {
    let kind = arrow.change?.kind
    let isDotted = kind == .removed || (kind == nil && arrow.look.line.isBroken)
    let isBold = !isDotted && (kind != nil || arrow.look.line == .bold || arrow.look.line == .double)
    let line = isDotted ? "-.-" : (isBold ? "==" : "--")
    var (from, to) = (arrow.from, arrow.to)
    var course: String
    switch arrow.look.arrow {
    case .forward: course = line + ">"
    case .back:
      course = line + ">"
      (from, to) = (to, from)
    case .both: course = "<" + line + ">"
    case .none: course = isDotted ? line : line + (isBold ? "=" : "-")
    }
    let label = arrow.drawnLabel.map { "|\"\(escaped($0.text))\"|" } ?? ""
    return "b\(from) \(course)\(label) b\(to)"
  }

  private static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// Letters, digits and harmless signs as they are; all others by their number.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.value > 0x7F
      if isPlain || " .,:–-/()".unicodeScalars.contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "#\(scalar.value);"
      }
    }
    return result
  }
}

extension PictureBox {
  /// What stayed the same is white in a picture that compares.
  fileprivate var mermaidFill: PaletteColor { style.isCalm ? .white : style.fill }
}
