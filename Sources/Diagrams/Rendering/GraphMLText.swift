/// A picture as GraphML: frames and boxes with lines are nodes with a graph of their own inside.
///
/// - Source: graphml.graphdrawing.org/primer/graphml-primer.html, "Nested Graphs" and "GraphML-Attributes".
struct GraphMLText {
  private(set) var text: String

  private static let keys = ["label", "kind", "caption", "url"]
  /// Only in pictures that compare.
  private static let changeKeys = ["change", "change_detail"]

  init(_ picture: Picture) {
    text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """
    for key in Self.keys {
      text += "  <key id=\"\(key)\" for=\"node\" attr.name=\"\(key)\" attr.type=\"string\"/>\n"
    }
    for key in ["relationship", "note"] {
      text += "  <key id=\"\(key)\" for=\"edge\" attr.name=\"\(key)\" attr.type=\"string\"/>\n"
    }
    for key in picture.comparison == nil ? [] : Self.changeKeys {
      text += "  <key id=\"\(key)\" for=\"all\" attr.name=\"\(key)\" attr.type=\"string\"/>\n"
    }
    text += "  <graph id=\"picture\" edgedefault=\"directed\">\n"
    text += "    <desc>\(XMLText.escaped(picture.title.text))</desc>\n"
    let inner = Dictionary(grouping: picture.frames.indices) { picture.frames[$0].parent }
    let boxes = Dictionary(grouping: picture.boxes.indices) { picture.boxes[$0].frame }
    add(nil, picture, inner, boxes, depth: 2)
    for arrow in picture.arrows {
      let ends = arrow.isReversed ? (arrow.to, arrow.from) : (arrow.from, arrow.to)
      text += "    <edge id=\"\(arrow.id)\" source=\"\(picture.boxes[ends.0].id)\""
      text += " target=\"\(picture.boxes[ends.1].id)\""
      text += arrow.look.arrow == .none || arrow.look.arrow == .both ? " directed=\"false\">" : ">"
      text += data("relationship", arrow.caption.text) + data("note", arrow.label?.text ?? "") + data(arrow.change)
      text += "</edge>\n"
    }
    text += "  </graph>\n</graphml>\n"
  }

  private mutating func add(
    _ frame: Int?, _ picture: Picture, _ inner: [Int?: [Int]], _ boxes: [Int?: [Int]], depth: Int
  ) {
    let indent = String(repeating: "  ", count: depth)
    for number in boxes[frame] ?? [] {
      let box = picture.boxes[number]
      text += "\(indent)<node id=\"\(box.id)\">"
      text += data("label", box.name.text) + data("kind", box.sort.text) + data("caption", box.caption?.text ?? "")
      text += data("url", box.link?.text ?? "") + data(box.change)
      if !box.rows.isEmpty {
        text += "\n\(indent)  <graph id=\"\(box.id)_rows\" edgedefault=\"directed\">\n"
        for (place, row) in box.rows.enumerated() {
          text += "\(indent)    <node id=\"\(box.id)_row_\(place + 1)\">"
          text += data("label", row.text.text) + data("url", row.link?.text ?? "") + data(row.change)
          text += "</node>\n"
        }
        text += "\(indent)  </graph>\n\(indent)"
      }
      text += "</node>\n"
    }
    for child in inner[frame] ?? [] {
      text += "\(indent)<node id=\"\(picture.frames[child].id)\">" + data("label", picture.frames[child].title.text)
      text += data(picture.frames[child].change)
      text += "\n\(indent)  <graph id=\"\(picture.frames[child].id)_members\" edgedefault=\"directed\">\n"
      add(child, picture, inner, boxes, depth: depth + 2)
      text += "\(indent)  </graph>\n\(indent)</node>\n"
    }
  }

  private func data(_ change: ElementChange?) -> String {
    change.map { data("change", $0.kind.rawValue) + data("change_detail", $0.detail ?? "") } ?? ""
  }

  private func data(_ key: String, _ value: String) -> String {
    value.isEmpty ? "" : "<data key=\"\(key)\">\(XMLText.escaped(value))</data>"
  }
}
