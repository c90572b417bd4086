/// How large the parts of a picture are, as Graphviz measures them with the font that it draws with.
struct PictureSizes: Sendable {
  private(set) var boxes: [LayoutGeometry.Size] = []
  /// Zero where an arrow has no label.
  private(set) var labels: [LayoutGeometry.Size] = []
  private(set) var titles: [LayoutGeometry.Size] = []

  init(of picture: Picture, by session: LayoutSession) throws(DiagramError) {
    var graph = LayoutGraph()
    graph.nodeDefaults = PageStyle.nodeDefaults
    for (index, box) in picture.boxes.enumerated() {
      graph.nodes.append(LayoutGraph.Node(name: "box-\(index)", attributes: BoxMarkup.attributes(of: box)))
    }
    let labels = picture.arrows.map { Self.label(in: BoxMarkup.attributes(of: $0)) }
    let titles = picture.frames.indices.map { index in
      Self.label(in: BoxMarkup.attributes(of: picture.frames[index], depth: 0, titleWidth: picture.titleWidth))
    }
    let texts = labels + titles
    for (index, text) in texts.enumerated() {
      guard let text else { continue }
      graph.nodes.append(
        LayoutGraph.Node(name: "text-\(index)", attributes: [("shape", .word("plain")), ("label", text)]))
    }
    let places = graph.nodes.isEmpty ? [] : try session.geometry(of: graph, engine: "dot").nodes
    boxes = places.prefix(picture.boxes.count).map(\.size)
    var next = picture.boxes.count
    for (index, text) in texts.enumerated() {
      var size = LayoutGeometry.Size.zero
      if text != nil {
        size = places[next].size
        next += 1
      }
      if index < labels.count { self.labels.append(size) } else { self.titles.append(size) }
    }
  }

  private static func label(in attributes: [(name: String, value: LayoutGraph.Attribute)]) -> LayoutGraph.Attribute? {
    attributes.first { $0.name == "label" }?.value
  }
}

extension LayoutGeometry.NodePlace {
  var size: LayoutGeometry.Size { LayoutGeometry.Size(width: width, height: height) }
}

extension Picture {
  /// The most characters in a line of a frame's title.
  var titleWidth: Int { layout.keepsTitlesClear ? 60 : 40 }
}
