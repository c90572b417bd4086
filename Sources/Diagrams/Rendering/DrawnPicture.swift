import GraphModel

/// A picture laid out once and written in as many formats as asked for.
struct DrawnPicture: Sendable {
  var picture: Picture
  var graph: LayoutGraph

  init(_ picture: Picture) throws(DiagramError) {
    self.picture = picture
    graph = try PictureComposer.compose(picture)
  }

  func bytes(_ format: DiagramFormat, scale: Double) throws(DiagramError) -> [UInt8] {
    switch format {
    case .svg: return SVGFinish(picture).finished(try Graphviz.drawing(of: graph, format: "svg"))
    case .pdf: return PDFFinish.withoutDate(try Graphviz.drawing(of: graph, format: "pdf"))
    case .json: return try Graphviz.drawing(of: graph, format: "json")
    case .mermaid: return Array(MermaidText(picture).text.utf8)
    case .graphml: return Array(GraphMLText(picture).text.utf8)
    case .dot: return try Graphviz.text(of: graph)
    case .png:
      var scaled = graph
      let dots = 96 * min(max(scale, 0.1), 8)
      scaled.attributes.append(("dpi", .word(Numbers.text(dots))))
      return try Graphviz.drawing(of: scaled, format: "png")
    }
  }
}
