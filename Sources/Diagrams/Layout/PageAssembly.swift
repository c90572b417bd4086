/// The page as one graph with all places given: x to the right, y upwards, the body's upper left corner the origin.
struct PageAssembly {
  let picture: Picture
  var graph = LayoutGraph()
  /// The room that each node of the body takes.
  private var boxes: [Frame] = []

  init(picture: Picture) {
    self.picture = picture
    graph.attributes = [
      ("charset", .word("UTF-8")), ("bgcolor", .word(PaletteColor.paper)), ("pad", .word("0.25")),
      ("outputorder", .word("edgesfirst")), ("id", .word("graph0")),
    ]
    graph.nodeDefaults = PageStyle.nodeDefaults
    graph.edgeDefaults = PageStyle.edgeDefaults
  }

  /// - Returns: the body alone.
  mutating func add(_ body: PictureComposer.Body) -> PlacedBody {
    for (number, layout) in body.layouts.enumerated() {
      let geometry = body.geometries[number]
      let corner = body.arrangement.corners[number]
      add(layout, geometry, x: corner.x - geometry.box.left, y: corner.y - geometry.box.bottom)
    }
    return PlacedBody(graph: graph, boxes: boxes, size: body.size)
  }

  private mutating func add(_ layout: BlockLayout, _ geometry: LayoutGeometry, x: Double, y: Double) {
    let firstNode = graph.nodes.count
    let firstSubgraph = graph.subgraphs.count
    for (index, node) in layout.graph.nodes.prefix(layout.drawnNodes).enumerated() {
      let place = geometry.nodes[index]
      var placed = node
      placed.attributes.append(("pos", .word(Numbers.text(place.x + x) + "," + Numbers.text(place.y + y))))
      if picture.layout.engine == .osage {
        placed.attributes.append(("width", .word(Numbers.text(place.width / 72))))
        placed.attributes.append(("height", .word(Numbers.text(place.height / 72))))
      }
      graph.nodes.append(placed)
      boxes.append(
        Frame(
          left: place.x + x - place.width / 2, bottom: place.y + y - place.height / 2,
          right: place.x + x + place.width / 2, top: place.y + y + place.height / 2))
    }
    for (index, edge) in layout.graph.edges.prefix(layout.drawnEdges).enumerated() {
      let place = geometry.edges[index]
      guard !place.curve.isEmpty else { continue }
      var placed = edge
      placed.tail += firstNode
      placed.head += firstNode
      placed.attributes.append(("pos", .word(Numbers.moved(place.curve, x: x, y: y))))
      if !place.labelPlace.isEmpty {
        if let label = layout.flatLabels[index] { placed.attributes.append(("label", label)) }
        placed.attributes.append(("lp", .word(Numbers.moved(place.labelPlace, x: x, y: y))))
      } else if let label = layout.flatLabels[index], let middle = Numbers.middle(of: place.curve) {
        placed.attributes.append(("label", label))
        placed.attributes.append(("lp", .word(Numbers.text(middle.x + x) + "," + Numbers.text(middle.y + y + 8))))
      }
      graph.edges.append(placed)
    }
    for (index, subgraph) in layout.graph.subgraphs.enumerated() where subgraph.name.hasPrefix("cluster") {
      let place = geometry.subgraphs[index]
      let isBand =
        picture.frames[layout.block.frames[index]].band != nil && subgraph.parent == nil
        && picture.layout.isHasty
      var box = place.box
      var shift = (x: 0.0, y: 0.0)
      if isBand, layout.direction == .topToBottom {
        // Bands run across the whole picture.
        shift.x = geometry.box.left - box.left
        box.left = geometry.box.left
        box.right = geometry.box.right
      } else if isBand {
        shift.y = geometry.box.top - box.top
        box.bottom = geometry.box.bottom
        box.top = geometry.box.top
      }
      var placed = subgraph
      placed.parent = subgraph.parent.map { $0 + firstSubgraph }
      placed.nodes = subgraph.nodes.map { $0 + firstNode }
      placed.attributes.append(("bb", .word(Numbers.text(box.moved(x: x, y: y)))))
      if !place.labelPlace.isEmpty {
        placed.attributes.append(("lp", .word(Numbers.moved(place.labelPlace, x: x + shift.x, y: y + shift.y))))
      }
      graph.subgraphs.append(placed)
    }
  }

  // MARK: Title, legend, source line

  /// - Parameter room: how wide the texts may be where that is more than the body.
  /// - Returns: the room that body and texts take.
  mutating func addTexts(
    around body: LayoutGeometry.Size, width room: Double = 0, by session: LayoutSession
  ) throws(DiagramError) -> Frame {
    var texts = PageTexts(picture: picture, width: max(body.width, room))
    try texts.measure(by: session)
    let sizes = texts.measured
    var y = 22.0
    for text in texts.heading.reversed() {
      let size = sizes[text] ?? .zero
      place(text, texts, left: 0, top: y + size.height)
      y += size.height + 3
    }
    let top = y
    y = -body.height - 22
    for note in texts.notes {
      let size = sizes[note] ?? .zero
      place(note, texts, left: 0, top: y)
      y -= size.height + 4
    }
    let width = max(body.width, room, texts.heading.compactMap { sizes[$0]?.width }.max() ?? 0, 300)
    y = placeLegend(texts, sizes: sizes, top: y, width: width)
    if let footer = texts.footer {
      place(footer, texts, left: 0, top: y - 4)
      y -= 4 + (sizes[footer]?.height ?? 0)
    }
    keepInShape(width: width, top: top, bottom: y)
    return Frame(left: 0, bottom: y, right: width, top: top)
  }

  /// A picture that is still too narrow or too low gets room at its right or at its foot.
  private mutating func keepInShape(width: Double, top: Double, bottom: Double) {
    guard picture.layout.page != .wide, let bound = PageFit.room(width: width, height: top - bottom) else { return }
    graph.nodes.append(
      LayoutGraph.Node(
        name: "_room",
        attributes: [
          ("shape", .word("point")), ("style", .word("invis")), ("width", .word("0.01")), ("height", .word("0.01")),
          ("pos", .word(Numbers.text(bound.width) + "," + Numbers.text(top - bound.height))),
        ]))
  }

  private mutating func placeLegend(
    _ texts: PageTexts, sizes: [Int: LayoutGeometry.Size], top: Double, width: Double
  ) -> Double {
    guard !texts.legend.isEmpty else { return top }
    var y = top
    if let heading = texts.legendHeading {
      place(heading, texts, left: 0, top: y)
      y -= (sizes[heading]?.height ?? 14) + 4
    }
    let sample = 34.0
    let cell = sample + 8 + (texts.legend.compactMap { sizes[$0]?.width }.max() ?? 0) + 18
    let across = max(1, min(texts.legend.count, Int(width / cell)))
    let down = (texts.legend.count + across - 1) / across
    let rowHeight = max(17, (texts.legend.compactMap { sizes[$0]?.height }.max() ?? 0) + 2)
    for (index, text) in texts.legend.enumerated() {
      let left = Double(index / down) * cell
      let middle = y - (Double(index % down) + 0.5) * rowHeight
      addSample(picture.legend[index], number: index, left: left, middle: middle, width: sample)
      place(text, texts, left: left + sample + 8, top: middle + (sizes[text]?.height ?? 12) / 2)
    }
    return y - Double(down) * rowHeight - 4
  }

  private mutating func addSample(
    _ entry: LegendEntry, number: Int, left: Double, middle: Double, width: Double
  ) {
    let y = Numbers.text(middle)
    switch entry {
    case .box(let style, _):
      var box = PictureBox(id: "legend-\(number)", name: PlainText(""), sort: PlainText(""))
      box.style = style
      box.style.width = nil
      if box.style.shape == .plain { box.style.shape = .box }
      var attributes = BoxMarkup.attributes(of: box).filter { $0.name != "label" }
      attributes += [
        ("label", .word("")), ("fixedsize", .word("true")), ("width", .word("0.4")), ("height", .word("0.17")),
        ("pos", .word(Numbers.text(left + width / 2) + "," + y)),
      ]
      graph.nodes.append(LayoutGraph.Node(name: "legend-\(number)", attributes: attributes))
    case .arrow(let look, _):
      let ends = [left + 1, left + width - 1].enumerated().map { end, x in
        graph.nodes.append(
          LayoutGraph.Node(
            name: "legend-\(number)-\(end)",
            attributes: [
              ("shape", .word("point")), ("style", .word("invis")), ("width", .word("0.01")), ("height", .word("0.01")),
              ("pos", .word(Numbers.text(x) + "," + y)),
            ]))
        return graph.nodes.count - 1
      }
      var attributes = BoxMarkup.attributes(of: look)
      attributes.append(("id", .word("legend-\(number)")))
      attributes.append(("pos", .word(Self.straight(look, from: left + 1, to: left + width - 1, y: y))))
      graph.edges.append(
        LayoutGraph.Edge(name: "legend-\(number)", tail: ends[0], head: ends[1], attributes: attributes))
    case .row(let isTentative, _):
      let bullet = LabelMarkup.raw(isTentative ? "◦" : "•").sized(14, color: PaletteColor.text)
      addSign(bullet, number: number, x: left + width / 2, y: y)
    case .sign(let kind, _):
      let sign = LabelMarkup.raw(kind.sign).bold().sized(14, color: kind.color.line)
      addSign(sign, number: number, x: left + width / 2, y: y)
    }
  }

  private mutating func addSign(_ sign: LabelMarkup, number: Int, x: Double, y: String) {
    graph.nodes.append(
      LayoutGraph.Node(
        name: "legend-\(number)",
        attributes: [
          ("shape", .word("plain")), ("label", .label(sign)), ("id", .word("legend-\(number)")),
          ("pos", .word(Numbers.text(x) + "," + y)),
        ]))
  }

  /// Graphviz's notation of a straight line with the look's arrowheads.
  private static func straight(_ look: ArrowLook, from: Double, to: Double, y: String) -> String {
    let head = 7.0
    let start = look.arrow == .back || look.arrow == .both ? from + head : from
    let end = look.arrow == .forward || look.arrow == .both ? to - head : to
    var curve = ""
    if end < to { curve += "e,\(Numbers.text(to)),\(y) " }
    if start > from { curve += "s,\(Numbers.text(from)),\(y) " }
    let third = (end - start) / 3
    let points = (0...3).map { Numbers.text(start + Double($0) * third) + "," + y }
    return curve + points.joined(separator: " ")
  }

  private mutating func place(_ text: Int, _ texts: PageTexts, left: Double, top: Double) {
    let size = texts.measured[text] ?? .zero
    var node = texts.nodes[text]
    node.attributes.append(
      ("pos", .word(Numbers.text(left + size.width / 2) + "," + Numbers.text(top - size.height / 2))))
    graph.nodes.append(node)
  }
}

extension LayoutGeometry.Size {
  static let zero = LayoutGeometry.Size(width: 0, height: 0)
}
