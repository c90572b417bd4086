import GraphModel

/// The texts around a picture's body, each a node without a border: measured by Graphviz, placed by the page.
struct PageTexts {
  private(set) var nodes: [LayoutGraph.Node] = []
  private(set) var measured: [Int: LayoutGeometry.Size] = [:]
  /// From the top.
  private(set) var heading: [Int] = []
  private(set) var notes: [Int] = []
  private(set) var legendHeading: Int?
  /// One for each entry of the picture's legend.
  private(set) var legend: [Int] = []
  private(set) var footer: Int?

  init(picture: Picture, width: Double) {
    let width = max(width, 320)
    heading.append(add("title", picture.title, size: 19, color: PaletteColor.text, width: width, isBold: true))
    if let subtitle = picture.subtitle, !subtitle.isEmpty {
      heading.append(add("subtitle", subtitle, size: 12, color: PaletteColor.quietText, width: width))
    }
    if let comparison = picture.comparison {
      heading.append(
        add("comparison", comparison.sentence, size: 12, color: PaletteColor.text, width: width, isBold: true))
    }
    for (number, note) in picture.notes.enumerated() {
      notes.append(add("note-\(number)", note, size: 10, color: PaletteColor.red.line, width: width, isBold: true))
    }
    if !picture.legend.isEmpty {
      let text = PlainText(picture.language == .swedish ? "Teckenförklaring" : "Legend")
      legendHeading = add("legend", text, size: 10, color: PaletteColor.text, width: width, isBold: true)
      for (number, entry) in picture.legend.enumerated() {
        legend.append(
          add("legend-\(number)-text", entry.text, size: 10, color: PaletteColor.text, width: min(width, 330)))
      }
    }
    if let text = picture.footer {
      footer = add("footer", text, size: 9, color: PaletteColor.quietText, width: width)
    }
  }

  private mutating func add(
    _ name: String, _ text: PlainText, size: Double, color: String, width: Double, isBold: Bool = false
  ) -> Int {
    let characters = max(20, Int(width / (size * (isBold ? 0.68 : 0.6))))
    var lines = LineBreaking.lines(of: text, width: characters)
    if lines.isEmpty { lines = [PlainText("–")] }
    let markup = lines.map { line in
      let text = LabelMarkup.text(line)
      return (isBold ? text.bold() : text).sized(size, color: color)
    }
    nodes.append(
      LayoutGraph.Node(
        name: "_" + name,
        attributes: [
          ("shape", .word("plain")), ("id", .word(name)), ("label", .label(.lines(markup, align: .left))),
        ]))
    return nodes.count - 1
  }

  mutating func measure(by session: LayoutSession) throws(DiagramError) {
    var graph = LayoutGraph()
    graph.nodeDefaults = PageStyle.nodeDefaults
    graph.nodes = nodes
    let geometry = try session.geometry(of: graph, engine: "dot")
    for (index, place) in geometry.nodes.enumerated() {
      measured[index] = LayoutGeometry.Size(width: place.width, height: place.height)
    }
  }
}
