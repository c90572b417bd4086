/// The layers of a block that dot has laid out: which boxes stand in which, and where the arrows that run further than to
/// the next layer pass those between.
struct BlockLayers: Sendable {
  typealias Point = LayoutAxes.Point

  /// A box, or the passage of an arrow through a layer.
  enum Member: Sendable, Hashable {
    case box(Int)
    case passage(arrow: Int, number: Int)
  }

  let axes: LayoutAxes
  /// In the order of reading, each with its members across the picture.
  private(set) var layers: [[Member]] = []
  private(set) var extents: [ClosedRange<Double>] = []
  private(set) var layerOfBox: [Int]
  /// The passages of each arrow from its first layer to its last, whichever end is its head.
  private(set) var passages: [[(layer: Int, v: Double)]] = []

  init(
    axes: LayoutAxes, boxes: [LayoutAxes.Span], arrows: [(tail: Int, head: Int)], curves: [String],
    without left: Set<Int> = []
  ) {
    self.axes = axes
    layerOfBox = Array(repeating: 0, count: boxes.count)
    let order = boxes.indices.filter { !left.contains($0) }.sorted {
      (boxes[$0].middle.u, $0) < (boxes[$1].middle.u, $1)
    }
    var last = -Double.infinity
    for box in order {
      let middle = boxes[box].middle.u
      if layers.isEmpty || middle - last > 1.5 {
        layers.append([])
        extents.append(boxes[box].u)
      }
      last = middle
      let layer = layers.count - 1
      layers[layer].append(.box(box))
      let (low, high) = (extents[layer].lowerBound, extents[layer].upperBound)
      extents[layer] = min(low, boxes[box].u.lowerBound)...max(high, boxes[box].u.upperBound)
      layerOfBox[box] = layer
    }
    var places: [[(v: Double, member: Member)]] = layers.map { layer in
      layer.map { member in
        guard case .box(let box) = member else { return (0, member) }
        return (boxes[box].middle.v, member)
      }
    }
    for (index, arrow) in arrows.enumerated() {
      let ends = [layerOfBox[arrow.tail], layerOfBox[arrow.head]].sorted()
      var passages: [(layer: Int, v: Double)] = []
      if ends[1] - ends[0] > 1, let samples = Self.samples(of: curves[index], axes) {
        for layer in (ends[0] + 1)..<ends[1] {
          let middle = (extents[layer].lowerBound + extents[layer].upperBound) / 2
          let v = Self.crossing(of: samples, at: middle)
          places[layer].append((v, .passage(arrow: index, number: passages.count)))
          passages.append((layer, v))
        }
      }
      self.passages.append(passages)
    }
    layers = places.map { layer in
      layer.enumerated().sorted { ($0.element.v, $0.offset) < ($1.element.v, $1.offset) }.map(\.element.member)
    }
  }

  mutating func setOrder(_ order: [[Member]]) { layers = order }

  mutating func movePassages(to places: [[Double]]) {
    for (arrow, list) in places.enumerated() {
      for (number, v) in list.enumerated() { passages[arrow][number].v = v }
    }
  }

  /// The layers are as deep as the boxes in them now stand.
  mutating func setExtents(from boxes: [LayoutAxes.Span]) {
    for layer in layers.indices {
      let spans = layers[layer].compactMap { member -> ClosedRange<Double>? in
        if case .box(let box) = member { boxes[box].u } else { nil }
      }
      guard let low = spans.map(\.lowerBound).min(), let high = spans.map(\.upperBound).max() else { continue }
      extents[layer] = low...high
    }
  }

  func corridors(of arrow: Int, isForward: Bool) -> [ArrowRouter.Corridor] {
    let corridors = passages[arrow].map { ArrowRouter.Corridor(u: extents[$0.layer], v: $0.v) }
    return isForward ? corridors : corridors.reversed()
  }

  /// Points along one of Graphviz's curves.
  private static func samples(of curve: String, _ axes: LayoutAxes) -> [Point]? {
    let points = curve.split(separator: " ").compactMap { text -> Point? in
      guard text.first != "e", text.first != "s" else { return nil }
      let numbers = Numbers.list(String(text))
      return numbers.count == 2 ? axes.point(x: numbers[0], y: numbers[1]) : nil
    }
    guard points.count >= 4 else { return nil }
    var path = ArrowPath(from: points[0])
    for start in stride(from: 1, to: points.count - 2, by: 3) {
      path.curve(points[start], points[start + 1], to: points[start + 2])
    }
    return path.samples(perCurve: 16)
  }

  private static func crossing(of samples: [Point], at u: Double) -> Double {
    for (a, b) in zip(samples, samples.dropFirst()) where (a.u - u) * (b.u - u) <= 0 && a.u != b.u {
      return a.v + (b.v - a.v) * (u - a.u) / (b.u - a.u)
    }
    return samples.min { abs($0.u - u) < abs($1.u - u) }?.v ?? 0
  }
}
