/// Bands one beyond the other, as deep as what stands in them, with the boxes that nothing is joined to beside the others.
struct BandStack {
  typealias Span = LayoutAxes.Span

  private(set) var boxes: [Span]
  private(set) var frames: [Span]
  /// The bands' own frames, once arranged.
  private(set) var bands: [Span] = []
  private let bandOfBox: [Int]
  private let loose: Set<Int>
  /// The frames inside each band.
  private let inner: [[Int]]
  /// Where arrows pass each band.
  private var passages: [Int: [Double]] = [:]
  private let gap: Double

  private static let margin = 16.0
  /// Between bands.
  private static let distance = 16.0

  init(
    boxes: [Span], bandOfBox: [Int], loose: Set<Int>, frames: [Span], inner: [[Int]],
    passages: [(layer: Int, v: Double)], layers: BlockLayers, gap: Double
  ) {
    self.boxes = boxes
    self.bandOfBox = bandOfBox
    self.loose = loose
    self.frames = frames
    self.inner = inner
    self.gap = gap
    for passage in passages {
      for case .box(let box) in layers.layers[passage.layer] {
        self.passages[bandOfBox[box], default: []].append(passage.v)
        break
      }
    }
  }

  mutating func arrange(titles: [(depth: Double, breadth: Double)], direction: LayoutDirection) {
    let isDownwards = direction == .topToBottom
    var u = 0.0
    var depths: [ClosedRange<Double>] = []
    let tied = boxes.indices.filter { !loose.contains($0) }
    var across = (tied.map { boxes[$0].v } + inner.joined().map { frames[$0].v })
      .reduce(nil as ClosedRange<Double>?) { Self.union($0, $1) }
    for band in titles.indices {
      let start = u
      if isDownwards { u += max(Self.margin, titles[band].depth + 4) } else { u += Self.margin }
      let members = tied.filter { bandOfBox[$0] == band }
      let content = (members.map { boxes[$0].u } + inner[band].map { frames[$0].u })
        .reduce(nil as ClosedRange<Double>?) { Self.union($0, $1) }
      let alone = loose.filter { bandOfBox[$0] == band }.sorted()
      let depth = max(content.map { $0.upperBound - $0.lowerBound } ?? 0, alone.map { boxes[$0].depth }.max() ?? 0)
      if let content {
        let shift = u + (depth - (content.upperBound - content.lowerBound)) / 2 - content.lowerBound
        for box in members { boxes[box].u = Self.moved(boxes[box].u, by: shift) }
        for frame in inner[band] { frames[frame].u = Self.moved(frames[frame].u, by: shift) }
      }
      place(alone, from: u, depth: depth, besides: slice(of: members, band), within: &across)
      u += depth + Self.margin
      if !isDownwards { u = max(u, start + titles[band].depth + 12) }
      depths.append(start...u)
      u += Self.distance
    }
    let title = isDownwards ? 0 : (titles.map(\.breadth).max() ?? 0) + 2
    let whole = across ?? 0...0
    let widest = isDownwards ? titles.map(\.breadth).max() ?? 0 : 0
    let low = whole.lowerBound - max(Self.margin, title)
    let high = max(whole.upperBound + Self.margin, low + widest + 12)
    bands = depths.map { Span(u: $0, v: low...high) }
  }

  /// What the boxes of a band take across it.
  private func slice(of members: [Int], _ band: Int) -> ClosedRange<Double>? {
    let spans = members.map { boxes[$0].v } + inner[band].map { frames[$0].v } + (passages[band] ?? []).map { $0...$0 }
    return spans.reduce(nil as ClosedRange<Double>?) { Self.union($0, $1) }
  }

  /// Boxes that stand alone, below one another as far as the band is deep, where there is room beside the others.
  private mutating func place(
    _ alone: [Int], from start: Double, depth: Double, besides slice: ClosedRange<Double>?,
    within across: inout ClosedRange<Double>?
  ) {
    var columns: [(members: [Int], depth: Double, breadth: Double)] = []
    for box in alone {
      let span = boxes[box]
      if let last = columns.last, last.depth + gap + span.depth <= depth + 0.001 {
        columns[columns.count - 1].members.append(box)
        columns[columns.count - 1].depth += gap + span.depth
        columns[columns.count - 1].breadth = max(last.breadth, span.breadth)
      } else {
        columns.append(([box], span.depth, span.breadth))
      }
    }
    guard !columns.isEmpty else { return }
    let distance = 2 * gap
    let breadth = columns.reduce(0) { $0 + $1.breadth } + distance * Double(columns.count - 1)
    var v = across?.lowerBound ?? 0
    if let slice, let whole = across {
      v = slice.upperBound + distance
      // A little beyond the others is better than on the other side.
      let room = (whole.upperBound - whole.lowerBound) * 0.15
      if v + breadth > whole.upperBound + room, slice.lowerBound - distance - breadth >= whole.lowerBound {
        v = slice.lowerBound - distance - breadth
      }
    }
    across = Self.union(across, v...(v + breadth))
    for column in columns {
      var u = start + (depth - column.depth) / 2
      for box in column.members {
        let span = boxes[box]
        let left = v + (column.breadth - span.breadth) / 2
        boxes[box] = Span(u: u...(u + span.depth), v: left...(left + span.breadth))
        u += span.depth + gap
      }
      v += column.breadth + distance
    }
  }

  private static func union(_ a: ClosedRange<Double>?, _ b: ClosedRange<Double>) -> ClosedRange<Double> {
    guard let a else { return b }
    return min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }

  private static func moved(_ range: ClosedRange<Double>, by shift: Double) -> ClosedRange<Double> {
    (range.lowerBound + shift)...(range.upperBound + shift)
  }
}
