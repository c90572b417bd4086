import GraphModel

/// The pages of a picture's PDF: one where it fits its sheet and can still be read, else a map and a page for each tile.
struct PaperPages {
  let picture: Picture
  let composed: ComposedPicture

  /// - Parameter session: for the texts around the map.
  func pages(by session: LayoutSession) throws(DiagramError) -> [PaperPage] {
    let frame = composed.frame
    let sheet = Sheet.sheet(for: picture.layout, around: LayoutGeometry.Size(width: frame.width, height: frame.height))
    let scale = sheet.scale(for: LayoutGeometry.Size(width: frame.width, height: frame.height))
    if scale >= Sheet.leastScale || composed.body.boxes.isEmpty {
      return [PaperPage(composed.graph, of: frame, on: sheet)]
    }
    let (tiles, tileScale) = tiles(on: sheet)
    let map = try map(of: tiles, on: sheet, by: session)
    return [map]
      + tiles.indices.map { number in
        TilePage(picture: picture, body: composed.body, tiles: tiles, number: number)
          .page(on: sheet, scale: tileScale)
      }
  }

  /// As few as can be; of equal numbers those with the largest text.
  private func tiles(on sheet: Sheet) -> (tiles: [PaperCuts.Tile], scale: Double) {
    let cuts = composed.body.cuts
    var best: (tiles: [PaperCuts.Tile], scale: Double)?
    for scale in [1, 0.9, Sheet.leastScale] {
      let tiles = cuts.tiles(of: composed.body.frame, greatest: TilePage.room(on: sheet, scale: scale))
      if let best, best.tiles.count <= tiles.count { continue }
      best = (tiles, scale)
    }
    return best ?? ([], 1)
  }

  /// The whole without texts, with the tiles and the numbers of their pages.
  private func map(
    of tiles: [PaperCuts.Tile], on sheet: Sheet, by session: LayoutSession
  ) throws(DiagramError) -> PaperPage {
    // Room for the title above and the legend below.
    let room = LayoutGeometry.Size(width: sheet.content.width, height: sheet.content.height * 0.62)
    let scale = min(room.width / composed.body.size.width, room.height / composed.body.size.height)
    var small = composed.body.miniature(scale: scale)
    for (number, tile) in tiles.enumerated() {
      let frame = tile.frame.scaled(scale)
      let size = max(11, min(30, frame.height * 0.5))
      let label = LabelMarkup.text(PlainText("\(number + TilePage.firstPage)")).bold().sized(
        size, color: PaletteColor.text)
      small.graph.nodes.append(
        LayoutGraph.Node(
          name: "_page_\(number)",
          attributes: [
            ("shape", .word("box")), ("style", .word("dashed")), ("color", .word(PaletteColor.text)),
            ("fixedsize", .word("true")), ("width", .word(Numbers.exact(frame.width / 72))),
            ("height", .word(Numbers.exact(frame.height / 72))), ("label", .label(label)),
            ("pos", .word(Numbers.text(frame.middle.x) + "," + Numbers.text(frame.middle.y))),
          ]))
    }
    var titled = picture
    let last = tiles.count + TilePage.firstPage - 1
    let words =
      picture.language == .swedish
      ? "Översikt: siffrorna är sidor, till och med \(last), där rutorna går att läsa"
      : "Overview: the numbers are those of the pages, up to \(last), on which the boxes can be read"
    titled.subtitle = PlainText(
      [picture.subtitle?.text, words].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "), limit: 600)
    titled.layout.page = .wide
    var assembly = PageAssembly(picture: titled)
    assembly.graph.nodes = small.graph.nodes
    assembly.graph.edges = small.graph.edges
    assembly.graph.subgraphs = small.graph.subgraphs
    let frame = try assembly.addTexts(around: small.size, width: sheet.content.width, by: session)
    return PaperPage(assembly.graph, of: frame, on: sheet)
  }
}
