/// Makes a block that dot has laid out calm: boxes before the middle of what they are joined to, bands of equal spacing with
/// the boxes that stand alone beside the others, and arrows from side to side.
struct BlockFinish {
  typealias Span = LayoutAxes.Span

  private let picture: Picture
  private let layout: BlockLayout
  private let sizes: PictureSizes
  private let axes: LayoutAxes
  private var geometry: LayoutGeometry
  private var boxes: [Span]
  private let arrows: [(tail: Int, head: Int)]
  private var layers: BlockLayers
  /// Boxes that nothing is joined to and that stand in a band itself, by their places in the block.
  private let loose: Set<Int>
  private var hasMoved = false
  private var keepsFrames = false

  private static let boxGap = 16.0

  private init(_ geometry: LayoutGeometry, of layout: BlockLayout, in picture: Picture, sizes: PictureSizes) {
    self.picture = picture
    self.layout = layout
    self.sizes = sizes
    self.geometry = geometry
    let axes = LayoutAxes(direction: layout.direction)
    self.axes = axes
    boxes = geometry.nodes.prefix(layout.drawnNodes).map { axes.span($0.frame) }
    arrows = layout.graph.edges.prefix(layout.drawnEdges).map { ($0.tail, $0.head) }
    let isTied = Set(arrows.flatMap { [$0.tail, $0.head] })
    loose = Set(
      boxes.indices.filter { place in
        guard !isTied.contains(place), let frame = picture.boxes[layout.block.boxes[place]].frame else { return false }
        // What stands in a frame in the band stays where that is.
        return picture.frames[frame].band != nil && picture.frames[frame].parent == nil
      })
    layers = BlockLayers(
      axes: axes, boxes: boxes, arrows: arrows, curves: geometry.edges.prefix(arrows.count).map(\.curve),
      without: loose)
  }

  static func finished(
    _ geometry: LayoutGeometry, of layout: BlockLayout, in picture: Picture, sizes: PictureSizes
  ) -> LayoutGeometry {
    guard picture.layout.engine == .dot, !picture.layout.isHasty, !layout.block.boxes.isEmpty else { return geometry }
    var finish = BlockFinish(geometry, of: layout, in: picture, sizes: sizes)
    finish.balance()
    finish.stackBands()
    finish.route()
    return finish.geometry
  }

  /// Only the arrows, where the boxes have their places.
  static func routed(
    _ geometry: LayoutGeometry, of layout: BlockLayout, in picture: Picture, sizes: PictureSizes
  ) -> LayoutGeometry {
    var finish = BlockFinish(geometry, of: layout, in: picture, sizes: sizes)
    finish.hasMoved = true
    finish.keepsFrames = true
    finish.route()
    return finish.geometry
  }

  // MARK: Places

  /// Frames that lie in frames hold their boxes where dot has put them.
  private var canBalance: Bool {
    let frames = layout.block.frames
    if frames.contains(where: { picture.frames[$0].parent != nil }) { return false }
    let isFramed = layout.block.boxes.filter { picture.boxes[$0].frame != nil }.count
    return frames.isEmpty
      || (isFramed == layout.block.boxes.count
        && (frames.count == 1 || frames.allSatisfy { picture.frames[$0].band != nil }))
  }

  private mutating func balance() {
    guard canBalance else { return }
    let gap = layout.nodeGap ?? Self.boxGap
    let order = LayerOrder(
      layers, boxes: boxes, arrows: arrows, orders: layout.block.boxes.map { picture.boxes[$0].order },
      looks: layout.block.arrows.map { look(of: picture.arrows[$0]) }, gap: gap)
    layers.setOrder(order.ordered())
    let balanced = LayerBalance(layers, boxes: boxes, arrows: arrows, gap: gap).balanced()
    for index in boxes.indices where !loose.contains(index) { move(index, v: balanced.boxes[index]) }
    layers.movePassages(to: balanced.passages)
    if layout.block.frames.allSatisfy({ picture.frames[$0].band == nil }) { spaceLayers() }
    hasMoved = true
  }

  /// Arrows that swing far across get room to do so.
  private mutating func spaceLayers() {
    var wanted = Array(repeating: 0.0, count: layers.layers.count)
    for (index, arrow) in arrows.enumerated() {
      let ends = [arrow.tail, arrow.head].sorted { layers.layerOfBox[$0] < layers.layerOfBox[$1] }
      let range = [layers.layerOfBox[ends[0]], layers.layerOfBox[ends[1]]]
      guard range[0] < range[1] else { continue }
      let stops =
        [boxes[ends[0]].middle.v] + layers.passages[index].map(\.v) + [boxes[ends[1]].middle.v]
      for (number, (a, b)) in zip(stops, stops.dropFirst()).enumerated() where range[0] + number + 1 < wanted.count {
        wanted[range[0] + number + 1] = max(wanted[range[0] + number + 1], abs(a - b) * 0.22)
      }
    }
    var shift = 0.0
    var shifts = [0.0]
    for layer in layers.layers.indices.dropFirst() {
      let gap = layers.extents[layer].lowerBound - layers.extents[layer - 1].upperBound
      shift += max(0, min(wanted[layer], 90) - gap)
      shifts.append(shift)
    }
    for index in boxes.indices where !loose.contains(index) {
      let shift = shifts[layers.layerOfBox[index]]
      boxes[index].u = (boxes[index].u.lowerBound + shift)...(boxes[index].u.upperBound + shift)
    }
    layers.setExtents(from: boxes)
  }

  private mutating func move(_ box: Int, v middle: Double) {
    let half = boxes[box].breadth / 2
    boxes[box].v = (middle - half)...(middle + half)
  }

  private mutating func stackBands() {
    let bands = layout.block.frames.indices.filter {
      picture.frames[layout.block.frames[$0]].band != nil && picture.frames[layout.block.frames[$0]].parent == nil
    }.sorted { a, b in
      (picture.frames[layout.block.frames[a]].band ?? 0, a) < (picture.frames[layout.block.frames[b]].band ?? 0, b)
    }
    guard !bands.isEmpty else { return }
    var bandOfFrame: [Int: Int] = [:]
    for (number, band) in bands.enumerated() { bandOfFrame[layout.block.frames[band]] = number }
    var bandOfBox: [Int] = []
    for index in layout.block.boxes {
      guard let band = picture.boxes[index].frame.map(picture.outermostFrame).flatMap({ bandOfFrame[$0] }) else {
        return
      }
      bandOfBox.append(band)
    }
    var inner: [[Int]] = Array(repeating: [], count: bands.count)
    for (place, frame) in layout.block.frames.enumerated() where picture.frames[frame].parent != nil {
      if let band = bandOfFrame[picture.outermostFrame(frame)] { inner[band].append(place) }
    }
    var stack = BandStack(
      boxes: boxes, bandOfBox: bandOfBox, loose: loose,
      frames: geometry.subgraphs.map { axes.span($0.box) }, inner: inner,
      passages: layers.passages.flatMap { list in list.map { (layer: $0.layer, v: $0.v) } },
      layers: layers, gap: Self.boxGap)
    stack.arrange(
      titles: bands.map { axes.extents(sizes.titles[layout.block.frames[$0]]) }, direction: layout.direction)
    boxes = stack.boxes
    for (place, frame) in layout.block.frames.enumerated() where picture.frames[frame].parent != nil {
      let old = geometry.subgraphs[place].box
      let new = axes.frame(stack.frames[place])
      geometry.subgraphs[place].box = new
      geometry.subgraphs[place].labelPlace = Numbers.moved(
        geometry.subgraphs[place].labelPlace, x: new.left - old.left, y: new.top - old.top)
    }
    for (number, band) in bands.enumerated() { setFrame(band, axes.frame(stack.bands[number])) }
    layers.setExtents(from: boxes)
    hasMoved = true
  }

  /// A frame and the place of its title in it.
  private mutating func setFrame(_ place: Int, _ frame: Frame) {
    let title = sizes.titles[layout.block.frames[place]]
    geometry.subgraphs[place].box = frame
    guard title.width > 0 else { return }
    let isClear = picture.layout.keepsTitlesClear
    let isAtFoot = isClear && layout.direction == .topToBottom
    let isAtRight = isClear && layout.direction == .leftToRight
    let x = isAtRight ? frame.right - 4 - title.width / 2 : frame.left + 4 + title.width / 2
    let y = isAtFoot ? frame.bottom + title.height / 2 : frame.top - title.height / 2
    geometry.subgraphs[place].labelPlace = Numbers.text(x) + "," + Numbers.text(y)
  }

  // MARK: Arrows

  /// Arrows of one meaning and look share their ends.
  private func look(of arrow: PictureArrow) -> String {
    "\(arrow.look.color) \(arrow.look.line) \(arrow.caption.text)"
  }

  private mutating func route() {
    let router = ArrowRouter(
      axes: axes, course: picture.layout.lines, boxes: boxes,
      shapes: layout.block.boxes.map { picture.boxes[$0].style.shape }, titles: titleSpans())
    let routes = router.routes(
      arrows.indices.map { index in
        let arrow = picture.arrows[layout.block.arrows[index]]
        let isForward = boxes[arrows[index].tail].middle.u <= boxes[arrows[index].head].middle.u
        let label = sizes.labels[layout.block.arrows[index]]
        let tips = layout.tips(ofEdge: index)
        return ArrowRouter.Arrow(
          tail: arrows[index].tail, head: arrows[index].head, hasTailTip: tips.tail, hasHeadTip: tips.head,
          look: look(of: arrow), label: label.width > 0 ? label : nil,
          corridors: layers.corridors(of: index, isForward: isForward))
      })
    var extent: Frame?
    func take(_ frame: Frame) { extent = extent?.union(frame) ?? frame }
    for (index, route) in routes.enumerated() {
      guard let route, hasMoved || route.crossedBoxes == 0 || geometry.edges[index].curve.isEmpty else {
        keepCurve(index)
        continue
      }
      geometry.edges[index].curve = route.path.notation(axes, tailTip: route.tailTip, headTip: route.headTip)
      for sample in route.path.samples() {
        let place = axes.place(sample)
        take(Frame(left: place.x, bottom: place.y, right: place.x, top: place.y))
      }
      if let label = route.labelPlace {
        let place = axes.place(label)
        let size = sizes.labels[layout.block.arrows[index]]
        geometry.edges[index].labelPlace = Numbers.text(place.x) + "," + Numbers.text(place.y)
        take(
          Frame(
            left: place.x - size.width / 2, bottom: place.y - size.height / 2, right: place.x + size.width / 2,
            top: place.y + size.height / 2))
      }
    }
    for index in boxes.indices {
      let frame = axes.frame(boxes[index])
      geometry.nodes[index].x = (frame.left + frame.right) / 2
      geometry.nodes[index].y = (frame.bottom + frame.top) / 2
      take(frame)
    }
    frameAll(extent)
    for (place, subgraph) in geometry.subgraphs.enumerated()
    where place < layout.block.frames.count && subgraph.box.width > 0 { take(subgraph.box) }
    if !hasMoved { take(geometry.box) }
    geometry.box = extent ?? geometry.box
  }

  /// The curve that dot drew follows its first box.
  private mutating func keepCurve(_ index: Int) {
    let node = geometry.nodes[arrows[index].tail]
    let frame = axes.frame(boxes[arrows[index].tail])
    let shift = ((frame.left + frame.right) / 2 - node.x, (frame.bottom + frame.top) / 2 - node.y)
    geometry.edges[index].curve = Numbers.moved(geometry.edges[index].curve, x: shift.0, y: shift.1)
    geometry.edges[index].labelPlace = Numbers.moved(geometry.edges[index].labelPlace, x: shift.0, y: shift.1)
  }

  /// The only frame of a block lies close around all of it.
  private mutating func frameAll(_ extent: Frame?) {
    guard canBalance, !keepsFrames, layout.block.frames.count == 1, picture.frames[layout.block.frames[0]].band == nil,
      let extent
    else { return }
    let title = sizes.titles[layout.block.frames[0]]
    let margin = FrameGrid.margin
    var frame = Frame(
      left: extent.left - margin, bottom: extent.bottom - margin, right: extent.right + margin,
      top: extent.top + max(margin, title.height + 2))
    frame.right = max(frame.right, frame.left + title.width + 12)
    setFrame(0, frame)
  }

  private func titleSpans() -> [Span] {
    layout.block.frames.enumerated().compactMap { place, frame in
      let size = sizes.titles[frame]
      let middle = Numbers.list(geometry.subgraphs[place].labelPlace)
      guard size.width > 0, middle.count == 2 else { return nil }
      return axes.span(
        Frame(
          left: middle[0] - size.width / 2, bottom: middle[1] - size.height / 2, right: middle[0] + size.width / 2,
          top: middle[1] + size.height / 2))
    }
  }
}
