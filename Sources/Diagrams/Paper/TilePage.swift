import GraphModel

/// One tile of a large picture on its sheet: the title with the page's number above, the source below, and beside each
/// line that goes on elsewhere the number of that page.
struct TilePage {
  let picture: Picture
  let body: PlacedBody
  let tiles: [PaperCuts.Tile]
  let number: Int

  /// The page of the first tile: the map comes before it.
  static let firstPage = 2

  private static let headHeight = 36.0
  private static let footHeight = 18.0

  /// How large a tile may be.
  static func room(on sheet: Sheet, scale: Double) -> LayoutGeometry.Size {
    LayoutGeometry.Size(
      width: sheet.content.width / scale, height: sheet.content.height / scale - headHeight - footHeight)
  }

  func page(on sheet: Sheet, scale: Double) -> PaperPage {
    let tile = tiles[number].frame
    let margin = Sheet.margin / scale
    let left = tile.left - margin
    let top = tile.top + margin + Self.headHeight
    let frame = Frame(
      left: left, bottom: top - sheet.height / scale, right: left + sheet.width / scale, top: top)
    var page = content(of: tile)
    addMasks(to: &page, around: tile, within: frame)
    addTexts(to: &page, tile: tile, within: frame, margin: margin)
    addMarks(to: &page, tile: tile)
    return PaperPage(page, on: sheet, showing: frame)
  }

  // MARK: The tile's part of the picture

  private func content(of tile: Frame) -> LayoutGraph {
    var page = body.graph
    page.nodes = []
    page.edges = []
    var places: [Int: Int] = [:]
    for (index, node) in body.graph.nodes.enumerated() where body.boxes[index].overlaps(tile) {
      places[index] = page.nodes.count
      page.nodes.append(node)
    }
    for edge in body.graph.edges {
      guard PlacedCurve(edge.place).course.contains(where: { tile.holds(x: $0.x, y: $0.y) }) else { continue }
      var placed = edge
      placed.tail = end(edge.tail, &places, &page)
      placed.head = end(edge.head, &places, &page)
      if let label = edge.attributes.point("lp"), !tile.holds(x: label.x, y: label.y) {
        placed.attributes.removeAll { $0.name == "label" || $0.name == "lp" }
      }
      page.edges.append(placed)
    }
    for index in page.subgraphs.indices {
      page.subgraphs[index].nodes = page.subgraphs[index].nodes.compactMap { places[$0] }
      if let label = page.subgraphs[index].attributes.point("lp"), !tile.holds(x: label.x, y: label.y) {
        page.subgraphs[index].attributes.removeAll { $0.name == "label" || $0.name == "lp" }
      }
    }
    return page
  }

  /// The node at an edge's end; an unseen one where it stands on another page.
  private func end(_ node: Int, _ places: inout [Int: Int], _ page: inout LayoutGraph) -> Int {
    if let place = places[node] { return place }
    let middle = body.boxes[node].middle
    places[node] = page.nodes.count
    page.nodes.append(
      LayoutGraph.Node(
        name: body.graph.nodes[node].name,
        attributes: [
          ("shape", .word("point")), ("style", .word("invis")), ("width", .word("0.01")), ("height", .word("0.01")),
          ("pos", .word(Numbers.text(middle.x) + "," + Numbers.text(middle.y))),
        ]))
    return page.nodes.count - 1
  }

  /// White over what stands out of the tile.
  private func addMasks(to page: inout LayoutGraph, around tile: Frame, within frame: Frame) {
    let parts = [
      Frame(left: frame.left, bottom: frame.bottom, right: tile.left, top: frame.top),
      Frame(left: tile.right, bottom: frame.bottom, right: frame.right, top: frame.top),
      Frame(left: tile.left, bottom: tile.top, right: tile.right, top: frame.top),
      Frame(left: tile.left, bottom: frame.bottom, right: tile.right, top: tile.bottom),
    ]
    for (number, part) in parts.enumerated() where part.width > 0 && part.height > 0 {
      page.nodes.append(
        LayoutGraph.Node(
          name: "_mask_\(number)",
          attributes: [
            ("shape", .word("box")), ("style", .word("filled")), ("fillcolor", .word(PaletteColor.paper)),
            ("color", .word(PaletteColor.paper)), ("penwidth", .word("0")), ("label", .word("")),
            ("fixedsize", .word("true")), ("width", .word(Numbers.exact(part.width / 72))),
            ("height", .word(Numbers.exact(part.height / 72))),
            ("pos", .word(Numbers.text(part.middle.x) + "," + Numbers.text(part.middle.y))),
          ]))
    }
  }

  // MARK: What the page says of itself

  private func addTexts(to page: inout LayoutGraph, tile: Frame, within frame: Frame, margin: Double) {
    let isSwedish = picture.language == .swedish
    let count = tiles.count + Self.firstPage - 1
    let own = number + Self.firstPage
    let place = isSwedish ? "sida \(own) av \(count)" : "page \(own) of \(count)"
    let width = frame.width - 2 * margin
    let title = PlainText(picture.title.text, limit: max(20, Int(width / 9) - place.count))
    var lines = [
      LabelMarkup.joined([
        LabelMarkup.text(title).bold().sized(13, color: PaletteColor.text),
        LabelMarkup.raw("\u{2003}" + place).sized(11, color: PaletteColor.quietText),
      ])
    ]
    if let around = framesAround(tile) {
      let text = PlainText((isSwedish ? "Hör till: " : "Part of: ") + around, limit: max(20, Int(width / 6.2)))
      lines.append(LabelMarkup.text(text).sized(PageStyle.leastText, color: PaletteColor.quietText))
    }
    let left = frame.left + margin
    add("heading", lines, left: left, width: width, middle: frame.top - margin - Self.headHeight / 2 + 3, to: &page)
    if let footer = picture.footer {
      let text = PlainText(footer.text, limit: max(20, Int(width / 6.2)))
      add(
        "footer", [LabelMarkup.text(text).sized(PageStyle.leastText, color: PaletteColor.quietText)], left: left,
        width: width, middle: frame.bottom + margin + Self.footHeight / 2, to: &page)
    }
  }

  /// The titles of frames that reach into the tile, and have them on another page.
  private func framesAround(_ tile: Frame) -> String? {
    var titles: [String] = []
    for (index, frame) in picture.frames.enumerated() {
      guard
        let placed = body.graph.subgraphs.first(where: { $0.name == "cluster_" + frame.id }),
        placed.placedFrame.overlaps(tile), let label = placed.attributes.point("lp"),
        !tile.holds(x: label.x, y: label.y), !titles.contains(picture.frames[index].title.text)
      else { continue }
      titles.append(frame.title.text)
    }
    return titles.isEmpty ? nil : titles.joined(separator: " · ")
  }

  private func add(
    _ name: String, _ lines: [LabelMarkup], left: Double, width: Double, middle: Double, to page: inout LayoutGraph
  ) {
    var table = LabelTable()
    table.rows = lines.map {
      [LabelTable.Cell(content: $0, align: .left, padding: 0, width: Int(width))]
    }
    page.nodes.append(
      LayoutGraph.Node(
        name: "_" + name,
        attributes: [
          ("shape", .word("plain")), ("label", .label(table.markup)), ("margin", .word("0")),
          ("pos", .word(Numbers.text(left + width / 2) + "," + Numbers.text(middle))),
        ]))
  }

  // MARK: Where lines go on

  private struct Mark {
    var x: Double
    var y: Double
    var text: String
  }

  private func addMarks(to page: inout LayoutGraph, tile: Frame) {
    var marks: [Mark] = []
    for edge in body.graph.edges {
      let course = PlacedCurve(edge.place).course
      for (a, b) in zip(course, course.dropFirst()) {
        let isInside = (tile.holds(x: a.x, y: a.y), tile.holds(x: b.x, y: b.y))
        guard isInside.0 != isInside.1 else { continue }
        let goesOut = isInside.0
        let rest = goesOut ? course.drop { $0 != b }[...] : course.prefix { $0 != b }[...]
        let other = goesOut ? rest.first(where: isElsewhere) : rest.last(where: isElsewhere)
        guard let other, let target = tiles.firstIndex(where: { $0.frame.holds(x: other.x, y: other.y) }) else {
          continue
        }
        let (inner, outer) = goesOut ? (a, b) : (b, a)
        add(mark(at: inner, towards: outer, of: tile, page: target + Self.firstPage), to: &marks)
      }
    }
    for (number, mark) in marks.enumerated() {
      let label = LabelMarkup.text(PlainText(mark.text)).bold().sized(PageStyle.leastText, color: PaletteColor.text)
      page.nodes.append(
        LayoutGraph.Node(
          name: "_mark_\(number)",
          attributes: [
            ("shape", .word("plain")), ("label", .label(label)), ("margin", .word("0")),
            ("pos", .word(Numbers.text(mark.x) + "," + Numbers.text(mark.y))),
          ]))
    }

    func isElsewhere(_ point: (x: Double, y: Double)) -> Bool {
      tiles.indices.contains { $0 != self.number && tiles[$0].frame.holds(x: point.x, y: point.y) }
    }
  }

  private func mark(
    at inner: (x: Double, y: Double), towards outer: (x: Double, y: Double), of tile: Frame, page: Int
  ) -> Mark {
    if outer.x > tile.right { return Mark(x: tile.right + 12, y: inner.y, text: "\(page) ▸") }
    if outer.x < tile.left { return Mark(x: tile.left - 12, y: inner.y, text: "◂ \(page)") }
    if outer.y > tile.top { return Mark(x: inner.x, y: tile.top + 7, text: "▴ \(page)") }
    return Mark(x: inner.x, y: tile.bottom - 8, text: "▾ \(page)")
  }

  /// One mark for lines that leave beside one another.
  private func add(_ mark: Mark, to marks: inout [Mark]) {
    let isThere = marks.contains { other in
      let near = other.text == mark.text ? 60.0 : 11.0
      return abs(other.x - mark.x) < max(near, 24) && abs(other.y - mark.y) < near
    }
    if !isThere { marks.append(mark) }
  }
}
