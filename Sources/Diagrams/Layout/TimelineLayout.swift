import GraphModel

/// Lays out a picture as a line of time: a layer for each moment, in equal steps, a lane for each outermost frame, and what
/// has no moment after all that have one. Boxes that do not stand on the line head their lanes.
struct TimelineLayout {
  private let picture: Picture
  private let sizes: PictureSizes
  private let axes: LayoutAxes
  private var lanes: [Lane] = []
  /// The layers, from the heads of the lanes to the boxes without a moment.
  private let moments: [Moment]

  private enum Moment: Equatable {
    case head
    case at(Value)
    case undated
  }

  private struct Lane {
    var frame: Int?
    /// The boxes of each layer.
    var cells: [[Int]]
    var breadth: Double
  }

  private static let margin = 12.0
  private static let laneGap = 10.0
  private static let stepGap = 26.0
  /// Before what has no moment.
  private static let undatedGap = 40.0
  private static let boxGap = 10.0

  static func suits(_ picture: Picture) -> Bool {
    picture.layout.engine == .dot && !picture.layout.isHasty && picture.boxes.contains { $0.moment != nil }
  }

  init(_ picture: Picture, sizes: PictureSizes, direction: LayoutDirection) {
    self.picture = picture
    self.sizes = sizes
    axes = LayoutAxes(direction: direction)
    var values: [Value] = []
    for case .at(let value)? in picture.boxes.map(\.moment) where !values.contains(value) { values.append(value) }
    values.sort { $0.orderability(against: $1).isLess }
    moments = [.head] + values.map { .at($0) } + [.undated]
    lanes = ordered(makeLanes())
  }

  private func moment(of box: Int) -> Moment {
    switch picture.boxes[box].moment {
    case nil: .head
    case .undated?: .undated
    case .at(let value)?: .at(value)
    }
  }

  private func makeLanes() -> [Lane] {
    var lanes: [Lane] = []
    var laneOfFrame: [Int: Int] = [:]
    for box in picture.boxes.indices {
      let frame = picture.boxes[box].frame.map(picture.outermostFrame)
      var lane = lanes.count
      if let frame, let known = laneOfFrame[frame] { lane = known }
      if lane == lanes.count {
        lanes.append(Lane(frame: frame, cells: Array(repeating: [], count: moments.count), breadth: 0))
        if let frame { laneOfFrame[frame] = lane }
      }
      let layer = moments.firstIndex(of: moment(of: box)) ?? 0
      lanes[lane].cells[layer].append(box)
      lanes[lane].breadth = max(lanes[lane].breadth, axes.extents(sizes.boxes[box]).breadth)
    }
    return lanes
  }

  /// Lanes by their first moment; one that has none stands after the lane from which an arrow leads to it, else last.
  private func ordered(_ lanes: [Lane]) -> [Lane] {
    let last = moments.count - 1
    let firsts = lanes.map { lane in
      lane.cells.indices.first { $0 > 0 && $0 < last && !lane.cells[$0].isEmpty } ?? last
    }
    var laneOfBox: [Int: Int] = [:]
    for (number, lane) in lanes.enumerated() { for box in lane.cells.joined() { laneOfBox[box] = number } }
    var before: [Int: Int] = [:]
    for arrow in picture.arrows {
      guard let from = laneOfBox[arrow.from], let to = laneOfBox[arrow.to], from != to else { continue }
      if firsts[to] == last, before[to] == nil { before[to] = from }
    }
    let dated = lanes.indices.sorted { (firsts[$0], $0) < (firsts[$1], $1) }
    var order: [Int] = []
    var isPlaced: Set<Int> = []
    func place(_ lane: Int) {
      var waiting = [lane]
      while let next = waiting.popLast() {
        guard isPlaced.insert(next).inserted else { continue }
        order.append(next)
        waiting += before.filter { $0.value == next }.keys.sorted(by: >)
      }
    }
    for lane in dated where before[lane] == nil { place(lane) }
    for lane in dated { place(lane) }
    return order.map { lanes[$0] }
  }

  /// The places of everything, as one block.
  func body() -> PictureComposer.Body {
    var block = PictureBlock()
    block.boxes = Array(picture.boxes.indices)
    block.arrows = Array(picture.arrows.indices)
    block.frames = Array(picture.frames.indices)
    var layout = BlockLayout(
      block, of: picture, plan: LayoutPlan(direction: axes.direction), hasScaffolding: false)
    // The boxes that head the lanes name them.
    let named = Set(lanes.filter { !$0.cells[0].isEmpty }.compactMap(\.frame))
    for frame in named { layout.removeTitle(ofFrame: frame) }
    var geometry = LayoutGeometry()
    geometry.nodes = sizes.boxes.map { LayoutGeometry.NodePlace(x: 0, y: 0, width: $0.width, height: $0.height) }
    geometry.edges = picture.arrows.map { _ in LayoutGeometry.EdgePlace(curve: "", labelPlace: "") }
    geometry.subgraphs = picture.frames.map { _ in LayoutGeometry.SubgraphPlace(box: Frame(), labelPlace: "") }
    let steps = steps()
    // Before the first layer, the same for all lanes that have a title.
    let titleDepth =
      lanes.compactMap(\.frame).filter { !named.contains($0) }.map { axes.extents(sizes.titles[$0]).depth }.max() ?? 0
    var v = 0.0
    for lane in lanes {
      let title = lane.frame.flatMap { named.contains($0) ? nil : axes.extents(sizes.titles[$0]) }
      let breadth = max(lane.breadth, (title?.breadth ?? 0) - 2 * Self.margin + 8) + 2 * Self.margin
      for (layer, cell) in lane.cells.enumerated() {
        let isLast = layer == lane.cells.count - 1
        var u = steps.starts[layer] + (isLast ? 0 : (steps.depths[layer] - depth(of: cell)) / 2)
        for box in cell {
          let extents = axes.extents(sizes.boxes[box])
          let middle = v + breadth / 2
          let frame = axes.frame(
            LayoutAxes.Span(
              u: u...(u + extents.depth), v: (middle - extents.breadth / 2)...(middle + extents.breadth / 2)))
          geometry.nodes[box].x = (frame.left + frame.right) / 2
          geometry.nodes[box].y = (frame.bottom + frame.top) / 2
          u += extents.depth + Self.boxGap
        }
      }
      if let frame = lane.frame {
        let start = title == nil ? -Self.margin : -Self.margin - titleDepth - 4
        geometry.subgraphs[frame].box = axes.frame(
          LayoutAxes.Span(u: start...(steps.end + Self.margin), v: v...(v + breadth)))
        if title != nil {
          let box = geometry.subgraphs[frame].box
          geometry.subgraphs[frame].labelPlace =
            Numbers.text(box.left + 4 + sizes.titles[frame].width / 2) + ","
            + Numbers.text(box.top - sizes.titles[frame].height / 2)
        }
      }
      v += breadth + Self.laneGap
    }
    geometry = BlockFinish.routed(geometry, of: layout, in: picture, sizes: sizes)
    return PictureComposer.Body(
      layouts: [layout], geometries: [geometry],
      arrangement: BlockPacking.Arrangement(
        corners: [(0, -geometry.box.height)], width: geometry.box.width, height: geometry.box.height))
  }

  private func depth(of cell: [Int]) -> Double {
    cell.isEmpty ? 0 : cell.reduce(-Self.boxGap) { $0 + axes.extents(sizes.boxes[$1]).depth + Self.boxGap }
  }

  /// Where each layer begins, and how deep it is.
  private func steps() -> (starts: [Double], depths: [Double], end: Double) {
    let depths = moments.indices.map { layer in lanes.map { depth(of: $0.cells[layer]) }.max() ?? 0 }
    var starts: [Double] = []
    var u = 0.0
    var end = 0.0
    for (layer, depth) in depths.enumerated() {
      if layer == depths.count - 1, depth > 0 { u += Self.undatedGap - Self.stepGap }
      starts.append(u)
      guard depth > 0 else { continue }
      end = u + depth
      u += depth + Self.stepGap
    }
    return (starts, depths, end)
  }
}
