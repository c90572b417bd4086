import GraphModel

/// Lays out a picture without arrows: in every frame boxes of one width in columns that are read downwards, and the frames
/// in rows of one height, so that the page is filled.
struct FrameGrid {
  /// Between a frame and what stands in it.
  static let margin = 14.0
  private static let gap = 12.0
  /// Between frames.
  private static let frameGap = 18.0
  /// Boxes are made so much wider at most to fill their frame.
  private static let stretch = 1.3

  private let picture: Picture
  private let sizes: PictureSizes
  private let order: [Int]
  /// The outermost frames in the order of reading; `nil` for the boxes outside all frames.
  private var areas: [Area] = []
  private var nodes: [LayoutGeometry.NodePlace]
  private var frames: [Int: Frame] = [:]

  /// A frame, or the boxes that stand in none, in so many columns.
  private struct Area {
    var frame: Int?
    var boxes: [Int]
    /// Frames in the frame, below its boxes and beside one another.
    var inner: [Area] = []
    /// How they are drawn.
    var innerShapes: [Shape] = []
  }

  /// The least height of an area at a number of columns.
  private struct Shape {
    var columns: Int
    var width: Double
    var height: Double
  }

  /// Whether the picture is one that the grid can lay out.
  static func suits(_ picture: Picture) -> Bool {
    picture.layout.engine == .dot && picture.arrows.isEmpty && !picture.frames.isEmpty && !picture.boxes.isEmpty
      && !picture.layout.isHasty && picture.layout.columns == nil
  }

  init(_ picture: Picture, sizes: PictureSizes) {
    self.picture = picture
    self.sizes = sizes
    order = picture.boxes.indices.sorted { a, b in
      let order = picture.boxes[a].order.orderability(against: picture.boxes[b].order)
      return order == .equal ? a < b : order == .less
    }
    nodes = sizes.boxes.map { LayoutGeometry.NodePlace(x: 0, y: 0, width: $0.width, height: $0.height) }
    let members = Dictionary(grouping: order) { picture.boxes[$0].frame }
    let inner = Dictionary(grouping: picture.frames.indices) { picture.frames[$0].parent }
    areas = areas(in: nil, members: members, inner: inner)
    if let outside = members[nil] { areas.append(Area(frame: nil, boxes: outside)) }
  }

  /// The shapes of inner frames are chosen once, from the innermost out: each depends on those within it.
  private func areas(in parent: Int?, members: [Int?: [Int]], inner: [Int?: [Int]]) -> [Area] {
    (inner[parent] ?? [])
      .sorted { (picture.frames[$0].band ?? 0, $0) < (picture.frames[$1].band ?? 0, $1) }
      .map { frame in
        var area = Area(
          frame: frame, boxes: members[frame] ?? [], inner: areas(in: frame, members: members, inner: inner))
        area.innerShapes = area.inner.map { squarest(shapes(of: $0)) }
        return area
      }
      .filter { !$0.boxes.isEmpty || !$0.inner.isEmpty }
  }

  // MARK: The whole

  /// The places of all boxes and frames as one block.
  func body() -> PictureComposer.Body {
    var work = self
    let hasBands = areas.contains { $0.frame.map { picture.frames[$0].band != nil } ?? false }
    let isAcross = picture.layout.directions[0] == .leftToRight
    let shapes = areas.map { self.shapes(of: $0) }
    var best: (cost: Double, rows: [Row])?
    for rows in hasBands ? bandRows(shapes, isAcross: isAcross) : freeRows(shapes) {
      let size = Self.size(of: rows)
      let cost = PageFit.cost(width: size.width, height: size.height, wanted: picture.layout.page.ratio)
      if let best, best.cost <= cost { continue }
      best = (cost, rows)
    }
    let rows = best?.rows ?? []
    let size = Self.size(of: rows)
    var top = 0.0
    for row in rows {
      let missing = size.width - row.width
      let own = row.shapes.reduce(0) { $0 + $1.width }
      // A row that is a little too short is filled; a much shorter one would look pulled.
      let share = own > 0 && (own + missing) / own <= Self.stretch ? (own + missing) / own : 1
      var left = 0.0
      for (number, area) in row.areas.enumerated() {
        let width = row.shapes[number].width * share
        work.place(
          areas[area], columns: row.shapes[number].columns,
          in: Frame(left: left, bottom: top - row.height, right: left + width, top: top))
        left += width + Self.frameGap
      }
      top -= row.height + Self.frameGap
    }
    return work.body(size)
  }

  private func body(_ size: LayoutGeometry.Size) -> PictureComposer.Body {
    var block = PictureBlock()
    block.boxes = Array(picture.boxes.indices)
    block.frames = Array(picture.frames.indices)
    var layout = BlockLayout(
      block, of: picture, plan: LayoutPlan(direction: picture.layout.directions[0]), hasScaffolding: false)
    var geometry = LayoutGeometry()
    geometry.box = Frame(left: 0, bottom: -size.height, right: size.width, top: 0)
    geometry.nodes = nodes
    for (index, node) in nodes.enumerated() where node.width > sizes.boxes[index].width + 0.01 {
      layout.widen(index, to: node.width, in: picture)
    }
    geometry.subgraphs = picture.frames.indices.map { index in
      let frame = frames[index] ?? Frame()
      let title = sizes.titles[index]
      return LayoutGeometry.SubgraphPlace(
        box: frame,
        labelPlace: title.width > 0
          ? Numbers.text(frame.left + 4 + title.width / 2) + "," + Numbers.text(frame.top - title.height / 2) : "")
    }
    return PictureComposer.Body(
      layouts: [layout], geometries: [geometry],
      arrangement: BlockPacking.Arrangement(corners: [(0, -size.height)], width: size.width, height: size.height))
  }

  // MARK: Rows

  private struct Row {
    var areas: [Int]
    var shapes: [Shape]
    var height: Double
    var width: Double { shapes.reduce(0) { $0 + $1.width } + frameGap * Double(max(0, shapes.count - 1)) }
  }

  private static func size(of rows: [Row]) -> LayoutGeometry.Size {
    LayoutGeometry.Size(
      width: rows.map(\.width).max() ?? 0,
      height: rows.reduce(0) { $0 + $1.height } + frameGap * Double(max(0, rows.count - 1)))
  }

  /// Bands below one another, or beside one another where the picture runs to the right.
  private func bandRows(_ shapes: [[Shape]], isAcross: Bool) -> [[Row]] {
    if isAcross {
      return heights(shapes).compactMap { height in
        row(Array(shapes.indices), shapes, height: height).map { [$0] }
      }
    }
    return widths(shapes).map { width in
      shapes.enumerated().map { area, list in
        let shape = list.filter { $0.width <= width + 0.001 }.min { $0.height < $1.height } ?? list[0]
        return Row(areas: [area], shapes: [shape], height: shape.height)
      }
    }
  }

  /// Frames in their order, in rows so wide that their height is least.
  private func freeRows(_ shapes: [[Shape]]) -> [[Row]] {
    guard !shapes.isEmpty else { return [] }
    return widths(shapes).compactMap { width in
      // The least height of the rows that hold the first areas.
      var best: [(height: Double, start: Int, row: Row?)] = [(0, 0, nil)]
      for end in 1...shapes.count {
        var choice: (height: Double, start: Int, row: Row?)?
        for start in max(0, end - 12)..<end {
          guard best[start].height < .infinity else { continue }
          guard let row = lowest(Array(start..<end), shapes, width: width) else { continue }
          let height = best[start].height + row.height + Self.frameGap
          if let choice, choice.height <= height { continue }
          choice = (height, start, row)
        }
        best.append(choice ?? (.infinity, 0, nil))
      }
      var rows: [Row] = []
      var end = shapes.count
      while end > 0 {
        guard let row = best[end].row else { return nil }
        rows.append(row)
        end = best[end].start
      }
      return rows.reversed()
    }
  }

  private func lowest(_ areas: [Int], _ shapes: [[Shape]], width: Double) -> Row? {
    for height in heights(areas.map { shapes[$0] }) {
      if let row = row(areas, shapes, height: height), row.width <= width + 0.001 { return row }
    }
    return nil
  }

  /// The areas beside one another, none higher than `height`.
  private func row(_ areas: [Int], _ shapes: [[Shape]], height: Double) -> Row? {
    var chosen: [Shape] = []
    for area in areas {
      guard let shape = shapes[area].first(where: { $0.height <= height + 0.001 }) else { return nil }
      chosen.append(shape)
    }
    return Row(areas: areas, shapes: chosen, height: chosen.map(\.height).max() ?? 0)
  }

  private func heights(_ shapes: [[Shape]]) -> [Double] {
    Set(shapes.flatMap { $0.map(\.height) }).sorted()
  }

  /// Page widths to try.
  private func widths(_ shapes: [[Shape]]) -> [Double] {
    let area = shapes.reduce(0) { sum, list in sum + (list.map { $0.width * $0.height }.min() ?? 0) }
    let middle = (area * picture.layout.page.ratio).squareRoot()
    let least = shapes.map { $0.map(\.width).min() ?? 0 }.max() ?? 0
    return stride(from: 0.7, through: 2.2, by: 0.1).map { max(least, middle * $0) }
  }

  // MARK: Areas

  /// From one column to as many as there are boxes; later shapes are wider and not as high.
  private func shapes(of area: Area) -> [Shape] {
    var shapes: [Shape] = []
    for columns in 1...max(1, min(area.boxes.count, 24)) {
      let size = contentSize(of: area, columns: columns)
      let title = titleSize(area)
      let margin = area.frame == nil ? 0 : Self.margin
      let shape = Shape(
        columns: columns, width: max(size.width + 2 * margin, title.width + 12),
        height: size.height + margin + (area.frame == nil ? 0 : max(margin, title.height + 2)))
      if let last = shapes.last, last.height <= shape.height + 0.5 { continue }
      shapes.append(shape)
    }
    return shapes
  }

  private func titleSize(_ area: Area) -> LayoutGeometry.Size { area.frame.map { sizes.titles[$0] } ?? .zero }

  private func contentSize(of area: Area, columns: Int) -> LayoutGeometry.Size {
    let boxes = Self.columns(area.boxes.map { sizes.boxes[$0].height }, number: columns)
    var size = LayoutGeometry.Size(
      width: columnWidth(area) * Double(boxes.count) + Self.gap * Double(max(0, boxes.count - 1)),
      height: boxes.map { column in
        column.reduce(-Self.gap) { $0 + sizes.boxes[area.boxes[$1]].height + Self.gap }
      }.max() ?? 0)
    if area.boxes.isEmpty { size = .zero }
    let inner = area.innerShapes
    if !inner.isEmpty {
      size.height += (area.boxes.isEmpty ? 0 : Self.gap) + (inner.map(\.height).max() ?? 0)
      size.width = max(
        size.width, inner.reduce(0) { $0 + $1.width } + Self.frameGap * Double(inner.count - 1))
    }
    return size
  }

  private func squarest(_ shapes: [Shape]) -> Shape {
    shapes.min { PageFit.distance($0.width / $0.height, 1) < PageFit.distance($1.width / $1.height, 1) }
      ?? Shape(columns: 1, width: 0, height: 0)
  }

  private func columnWidth(_ area: Area) -> Double { area.boxes.map { sizes.boxes[$0].width }.max() ?? 0 }

  private mutating func place(_ area: Area, columns: Int, in frame: Frame) {
    var inside = frame
    if let number = area.frame {
      frames[number] = frame
      inside.left += Self.margin
      inside.right -= Self.margin
      inside.top -= max(Self.margin, titleSize(area).height + 2)
    }
    let columns = Self.columns(area.boxes.map { sizes.boxes[$0].height }, number: columns)
    let free = inside.width - Self.gap * Double(columns.count - 1)
    let own = columnWidth(area)
    let width = max(own, min(own * Self.stretch, free / Double(max(1, columns.count))))
    var lowest = inside.top
    for (number, column) in columns.enumerated() {
      var top = inside.top
      let left = inside.left + Double(number) * (width + Self.gap)
      for place in column {
        let box = area.boxes[place]
        let size = sizes.boxes[box]
        // What is much narrower than its column keeps its shape.
        let drawn = size.width >= own / Self.stretch ? width : size.width
        nodes[box] = LayoutGeometry.NodePlace(
          x: left + drawn / 2, y: top - size.height / 2, width: drawn, height: size.height)
        top -= size.height + Self.gap
      }
      lowest = min(lowest, top)
    }
    var left = inside.left
    for (inner, shape) in zip(area.inner, area.innerShapes) {
      place(
        inner, columns: shape.columns,
        in: Frame(left: left, bottom: lowest - shape.height, right: left + shape.width, top: lowest))
      left += shape.width + Self.frameGap
    }
  }

  /// Downwards, one column after the other, as even as their order allows.
  private static func columns(_ heights: [Double], number: Int) -> [Range<Int>] {
    guard !heights.isEmpty else { return [] }
    let sizes = heights.map { LayoutGeometry.Size(width: 1, height: $0) }
    return BlockPacking.columns(sizes, number: number, gap: gap)
  }
}
