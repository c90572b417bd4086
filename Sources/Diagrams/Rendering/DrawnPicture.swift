import GraphModel

/// A picture laid out once and written in as many formats as asked for.
struct DrawnPicture: Sendable {
  private(set) var picture: Picture
  let graph: LayoutGraph
  private let layouts: LayoutService

  /// A picture whose layout takes too long is drawn once more with its boxes drawn together.
  init(_ picture: Picture, by layouts: LayoutService) throws(DiagramError) {
    self.layouts = layouts
    do throws(DiagramError) {
      graph = try PictureComposer.compose(picture, by: layouts)
      self.picture = picture
    } catch {
      guard error.code == .timeLimit else { throw error }
      var simple = picture
      PictureSummary.condense(&simple, limits: DiagramLimits(boxes: 40, arrows: 80))
      simple.layout.engine = .dot
      simple.layout.isHasty = true
      graph = try PictureComposer.compose(simple, by: layouts)
      self.picture = simple
    }
  }

  func bytes(_ format: DiagramFormat, scale: Double) throws(DiagramError) -> [UInt8] {
    let session = layouts.session()
    switch format {
    case .svg: return SVGFinish(picture).finished(try session.drawing(of: graph, format: "svg"))
    case .pdf: return PDFFinish.withoutDate(try session.drawing(of: graph, format: "pdf"))
    case .json: return try session.drawing(of: graph, format: "json")
    case .mermaid: return Array(MermaidText(picture).text.utf8)
    case .graphml: return Array(GraphMLText(picture).text.utf8)
    case .dot: return try session.text(of: graph)
    case .png:
      var scaled = graph
      let dots = 96 * min(max(scale, 0.1), 8)
      scaled.attributes.append(("dpi", .word(Numbers.text(dots))))
      return try session.drawing(of: scaled, format: "png")
    }
  }
}
