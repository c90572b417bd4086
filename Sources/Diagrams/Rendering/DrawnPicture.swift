import GraphModel

/// A picture laid out once and written in as many formats as asked for.
struct DrawnPicture: Sendable {
  private(set) var picture: Picture
  private let composed: ComposedPicture
  private let layouts: LayoutService

  /// A picture that Graphviz cannot lay out as asked is tried with straight lines; one whose layout takes too long, or
  /// fails still, is drawn with its boxes drawn together.
  init(_ picture: Picture, by layouts: LayoutService) throws(DiagramError) {
    self.layouts = layouts
    var attempt = picture
    while true {
      do throws(DiagramError) {
        composed = try PictureComposer.compose(attempt, by: layouts)
        self.picture = attempt
        return
      } catch {
        guard let next = Self.simpler(attempt, after: error) else { throw error }
        attempt = next
      }
    }
  }

  /// `nil` where there is nothing simpler, or the fault is not the picture's.
  private static func simpler(_ picture: Picture, after error: DiagramError) -> Picture? {
    let limits = DiagramLimits(boxes: 40, arrows: 80)
    var simple = picture
    simple.layout.engine = .dot
    simple.layout.isHasty = true
    switch error.code {
    case .layout: if !picture.layout.isHasty { return simple }
    case .timeLimit: break
    default: return nil
    }
    PictureSummary.condense(&simple, limits: limits)
    if simple.boxes.count < picture.boxes.count || !picture.layout.isHasty { return simple }
    // Frames and lines are what costs: boxes alone can always be placed.
    if simple.frames.isEmpty && simple.arrows.isEmpty { return nil }
    PictureSummary.leaveBoxesAlone(&simple)
    return simple
  }

  func bytes(_ format: DiagramFormat, scale: Double) throws(DiagramError) -> [UInt8] {
    let session = layouts.session()
    let graph = composed.graph
    switch format {
    case .svg: return SVGFinish(picture).finished(try session.drawing(of: graph, format: "svg"))
    case .pdf: return try paper()
    case .json: return try session.drawing(of: graph, format: "json")
    case .mermaid: return Array(MermaidText(picture).text.utf8)
    case .graphml: return Array(GraphMLText(picture).text.utf8)
    case .dot: return try session.text(of: graph)
    case .png:
      try checkSize(scale)
      var scaled = graph
      let dots = 96 * scale
      scaled.attributes.append(("dpi", .word(Numbers.text(dots))))
      return try session.drawing(of: scaled, format: "png")
    }
  }

  /// Cairo draws no image with a side of more than 32,767 pixels, and a larger one than this fills the memory.
  private static let mostPixels = (side: 32_000.0, area: 200e6)
  static let scales = 0.1...10.0

  private func checkSize(_ scale: Double) throws(DiagramError) {
    guard Self.scales.contains(scale) else {
      throw DiagramError(
        code: .parameter, message: "a picture's scale is from \(Self.scales.lowerBound) to \(Self.scales.upperBound)")
    }
    let pixels = 96 / 72 * scale
    let (width, height) = ((composed.frame.width + 36) * pixels, (composed.frame.height + 36) * pixels)
    guard max(width, height) > Self.mostPixels.side || width * height > Self.mostPixels.area else { return }
    let fitting = min(
      Self.mostPixels.side / max(width, height), (Self.mostPixels.area / (width * height)).squareRoot())
    let greatest = (fitting * scale * 10).rounded(.down) / 10
    throw DiagramError(
      code: .parameter,
      message: "at scale \(Numbers.text(scale)) the image would be \(Int(width)) × \(Int(height)) pixels,"
        + " which is too large; the greatest scale for this picture is \(Numbers.text(greatest))")
  }

  private func paper() throws(DiagramError) -> [UInt8] {
    let pages = try PaperPages(picture: picture, composed: composed).pages(by: layouts.session())
    var drawn: [(bytes: [UInt8], sheet: Sheet)] = []
    for page in pages {
      drawn.append((try layouts.session().drawing(of: page.graph, format: "pdf"), page.sheet))
    }
    return try PDFDocument(
      drawn, title: picture.title.text, subject: picture.summary.text, language: picture.language
    ).bytes
  }
}
