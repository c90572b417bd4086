/// Lays a picture out and composes its page: title, blocks, legend and source line, each in its place.
///
/// Blocks are laid out apart, in several ways until the page's shape is met, and then put together as one graph whose
/// places are all given, which Graphviz only draws.
enum PictureComposer {
  static func compose(_ picture: Picture, by layouts: LayoutService) throws(DiagramError) -> ComposedPicture {
    let body = try body(of: picture, by: layouts.session())
    var page = PageAssembly(picture: picture)
    let placed = page.add(body)
    // The time that the plans may have used up is not the texts'.
    let frame = try page.addTexts(around: body.size, by: layouts.session())
    return ComposedPicture(graph: page.graph, frame: frame, body: placed)
  }

  /// The blocks, laid out and packed.
  struct Body: Sendable {
    var layouts: [BlockLayout]
    var geometries: [LayoutGeometry]
    var arrangement: BlockPacking.Arrangement
    var size: LayoutGeometry.Size { LayoutGeometry.Size(width: arrangement.width, height: arrangement.height) }
  }

  private static func body(of picture: Picture, by session: LayoutSession) throws(DiagramError) -> Body {
    let blocks = picture.blocks()
    var best: (cost: Double, body: Body)?
    var failure: DiagramError?
    for plan in plans(for: picture) {
      let layouts = blocks.map { BlockLayout($0, of: picture, plan: plan) }
      var geometries: [LayoutGeometry] = []
      do throws(DiagramError) {
        for layout in layouts {
          geometries.append(try session.geometry(of: layout.graph, engine: picture.layout.engine.rawValue))
        }
      } catch {
        // What another plan gave is a picture still.
        failure = failure ?? error
        if error.code == .timeLimit { break } else { continue }
      }
      let body = Body(
        layouts: layouts, geometries: geometries,
        arrangement: BlockPacking.arrange(
          geometries.map { LayoutGeometry.Size(width: $0.box.width, height: $0.box.height) },
          ratio: picture.layout.page.ratio, columns: picture.layout.columns))
      // Leaves on several layers fit a page better and are a little harder to follow.
      var cost = body.arrangement.cost(picture.layout.page.ratio) + 0.15 * Double(plan.stagger - 1)
      if plan.direction != picture.layout.directions[0] { cost += picture.layout.directionPreference }
      if let best, best.cost <= cost { continue }
      best = (cost, body)
      // The plan liked best is taken at once where its shape will do.
      if plan == LayoutPlan(direction: picture.layout.directions[0]), PageFit.fits(body.size, picture.layout.page.ratio)
      {
        break
      }
    }
    if best == nil, let failure { throw failure }
    return best?.body
      ?? Body(
        layouts: [], geometries: [], arrangement: BlockPacking.Arrangement(corners: [], width: 0, height: 0))
  }

  private static func plans(for picture: Picture) -> [LayoutPlan] {
    let directions = picture.layout.directions
    guard picture.layout.engine == .dot, picture.layout.page != .wide, !picture.layout.isHasty else {
      return [LayoutPlan(direction: directions[0])]
    }
    // A large layout costs seconds, a small one milliseconds.
    let size = picture.boxes.count + picture.arrows.count
    if size > 500 { return [LayoutPlan(direction: directions[0])] }
    let staggers = size > 200 ? [1, 2] : [1, 2, 3, 4]
    var plans: [LayoutPlan] = []
    for direction in directions {
      for stagger in staggers { plans.append(LayoutPlan(direction: direction, stagger: stagger)) }
      if picture.frames.isEmpty || size > 200 { continue }
      for grid in [1, 2, 3, 4, 5, 6, 8] { plans.append(LayoutPlan(direction: direction, grid: grid)) }
    }
    return plans
  }
}

/// A picture with all places given.
struct ComposedPicture: Sendable {
  var graph: LayoutGraph
  /// The room that it takes.
  var frame: Frame
  /// Without title, legend and source line.
  var body: PlacedBody
}
