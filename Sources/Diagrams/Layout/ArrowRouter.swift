/// Draws arrows between boxes that have their places: each leaves at the side that faces the way of the picture and arrives
/// at the opposite one, arrows of one look share the place where they leave or arrive, and no arrow takes a way through
/// another box where there is one round it.
struct ArrowRouter: Sendable {
  typealias Point = LayoutAxes.Point
  typealias Span = LayoutAxes.Span

  struct Arrow: Sendable {
    var tail: Int
    var head: Int
    var hasTailTip: Bool
    var hasHeadTip: Bool
    /// Arrows of one look share their ends.
    var look: String
    /// The extents of its label.
    var label: LayoutGeometry.Size?
    /// Where it passes the layers between its ends, in their order.
    var corridors: [Corridor] = []
  }

  /// A passage through a layer.
  struct Corridor: Sendable, Equatable {
    var u: ClosedRange<Double>
    var v: Double
  }

  struct Route: Sendable, Equatable {
    var path: ArrowPath
    var tailTip: Point?
    var headTip: Point?
    var labelPlace: Point?
    /// How many boxes that are not its ends it runs through.
    var crossedBoxes: Int
  }

  let axes: LayoutAxes
  let course: ArrowCourse
  let boxes: [Span]
  let shapes: [BoxShape]
  /// Titles of frames, which arrows keep clear of where they can.
  let titles: [Span]

  /// How long an arrowhead is.
  static let tip = 7.0
  /// Least distance between boxes that an arrow can bend in.
  private static let bendRoom = 14.0

  /// - Returns: `nil` for an arrow that cannot be drawn so, as from a box to itself.
  func routes(_ arrows: [Arrow]) -> [Route?] {
    let legs = arrows.map(leg)
    let ports = ports(arrows, legs)
    var routes: [Route?] = []
    for (index, arrow) in arrows.enumerated() {
      guard let leg = legs[index] else {
        routes.append(nil)
        continue
      }
      routes.append(route(arrow, leg, ports[index]))
    }
    placeLabels(&routes, arrows)
    return routes
  }

  // MARK: Sides

  /// From which box to which an arrow runs along the picture, whichever end is its head.
  private struct Leg {
    var first: Int
    var second: Int
    var isBackward: Bool
    var isAcross: Bool
  }

  private func leg(_ arrow: Arrow) -> Leg? {
    guard arrow.tail != arrow.head, boxes.indices.contains(arrow.tail), boxes.indices.contains(arrow.head),
      shapes[arrow.tail] != .parallelogram, shapes[arrow.head] != .parallelogram
    else { return nil }
    let (tail, head) = (boxes[arrow.tail], boxes[arrow.head])
    if head.u.lowerBound - tail.u.upperBound >= Self.bendRoom {
      return Leg(first: arrow.tail, second: arrow.head, isBackward: false, isAcross: false)
    }
    if tail.u.lowerBound - head.u.upperBound >= Self.bendRoom {
      return Leg(first: arrow.head, second: arrow.tail, isBackward: true, isAcross: false)
    }
    if head.v.lowerBound - tail.v.upperBound >= Self.tip {
      return Leg(first: arrow.tail, second: arrow.head, isBackward: false, isAcross: true)
    }
    if tail.v.lowerBound - head.v.upperBound >= Self.tip {
      return Leg(first: arrow.head, second: arrow.tail, isBackward: true, isAcross: true)
    }
    return nil
  }

  // MARK: Ports

  private struct PortKey: Hashable {
    var box: Int
    var isExit: Bool
    var look: String
    var hasTip: Bool
    /// Arrows of one look between the same boxes keep apart.
    var ordinal: Int
  }

  /// Where each arrow leaves and arrives, across the picture.
  private func ports(_ arrows: [Arrow], _ legs: [Leg?]) -> [(first: Double, second: Double)] {
    var keys: [(first: PortKey, second: PortKey)?] = []
    var twins: [PortKey: [Int: Int]] = [:]
    for (arrow, leg) in zip(arrows, legs) {
      guard let leg, !leg.isAcross else {
        keys.append(nil)
        continue
      }
      let tips = leg.isBackward ? (arrow.hasHeadTip, arrow.hasTailTip) : (arrow.hasTailTip, arrow.hasHeadTip)
      var first = PortKey(box: leg.first, isExit: true, look: arrow.look, hasTip: tips.0, ordinal: 0)
      var second = PortKey(box: leg.second, isExit: false, look: arrow.look, hasTip: tips.1, ordinal: 0)
      let ordinal = twins[first, default: [:]][leg.second, default: 0]
      twins[first, default: [:]][leg.second] = ordinal + 1
      first.ordinal = ordinal
      second.ordinal = ordinal
      if course == .bent {
        // The trunk of a tree holds lines of all looks.
        first.look = ""
        first.ordinal = 0
      }
      keys.append((first, second))
    }
    var others: [PortKey: [Double]] = [:]
    var order: [PortKey] = []
    for (arrow, pair) in zip(arrows, keys) {
      guard let pair else { continue }
      let isBackward = pair.first.box == arrow.head
      for (key, other) in [(pair.first, pair.second.box), (pair.second, pair.first.box)] {
        if others[key] == nil { order.append(key) }
        // Where the arrow first goes counts, else where it ends.
        let corridors = isBackward ? arrow.corridors.reversed() : arrow.corridors
        let near = key.isExit ? corridors.first?.v : corridors.last?.v
        others[key, default: []].append(near ?? boxes[other].middle.v)
      }
    }
    var places = spread(order, others)
    straighten(keys, others, &places, Dictionary(grouping: order) { SideKey(box: $0.box, isExit: $0.isExit) })
    return keys.map { pair in
      guard let pair else { return (0, 0) }
      return (places[pair.first] ?? 0, places[pair.second] ?? 0)
    }
  }

  private struct SideKey: Hashable {
    var box: Int
    var isExit: Bool
  }

  /// The ports of each side about its middle, in the order of where their arrows go.
  private func spread(_ order: [PortKey], _ others: [PortKey: [Double]]) -> [PortKey: Double] {
    var places: [PortKey: Double] = [:]
    for (side, ports) in Dictionary(grouping: order, by: { SideKey(box: $0.box, isExit: $0.isExit) }) {
      let means = ports.enumerated().map { offset, key in
        let list = others[key] ?? []
        return (mean: list.reduce(0, +) / Double(max(1, list.count)), offset: offset, key: key)
      }.sorted { ($0.mean, $0.offset) < ($1.mean, $1.offset) }
      let room = usable(side.box)
      let step = ports.count < 2 ? 0 : min(24, (room.upperBound - room.lowerBound) / Double(ports.count - 1))
      let middle = boxes[side.box].middle.v
      for (number, entry) in means.enumerated() {
        places[entry.key] = middle + (Double(number) - Double(ports.count - 1) / 2) * step
      }
    }
    return places
  }

  /// The part of a side that arrows may touch.
  private func usable(_ box: Int) -> ClosedRange<Double> {
    let span = boxes[box]
    switch shapes[box] {
    // Elsewhere than in the middle their outlines draw back from their sides.
    case .ellipse, .hexagon, .octagon: return span.middle.v...span.middle.v
    default:
      let margin = min(span.breadth / 2, shapes[box] == .rounded ? 11 : 7)
      return (span.v.lowerBound + margin)...max(span.v.lowerBound + margin, span.v.upperBound - margin)
    }
  }

  /// Ports that are alone on their side move to where their arrow runs straight.
  private func straighten(
    _ keys: [(first: PortKey, second: PortKey)?], _ others: [PortKey: [Double]], _ places: inout [PortKey: Double],
    _ sides: [SideKey: [PortKey]]
  ) {
    func isFree(_ key: PortKey) -> Bool {
      others[key]?.count == 1 && sides[SideKey(box: key.box, isExit: key.isExit)]?.count == 1
    }
    for case .some(let pair) in keys {
      guard let a = places[pair.first], let b = places[pair.second], a != b else { continue }
      let rooms = (usable(pair.first.box), usable(pair.second.box))
      switch (isFree(pair.first), isFree(pair.second)) {
      case (true, true):
        let low = max(rooms.0.lowerBound, rooms.1.lowerBound)
        let high = min(rooms.0.upperBound, rooms.1.upperBound)
        guard low <= high else { continue }
        // The smaller box keeps its arrow in its middle.
        let middle = boxes[pair.first.box].breadth < boxes[pair.second.box].breadth ? a : b
        let place = min(max(middle, low), high)
        places[pair.first] = place
        places[pair.second] = place
      case (true, false): if rooms.0.contains(b) { places[pair.first] = b }
      case (false, true): if rooms.1.contains(a) { places[pair.second] = a }
      case (false, false): break
      }
    }
  }

  // MARK: Ways

  private func route(_ arrow: Arrow, _ leg: Leg, _ ports: (first: Double, second: Double)) -> Route {
    let tips = leg.isBackward ? (arrow.hasHeadTip, arrow.hasTailTip) : (arrow.hasTailTip, arrow.hasHeadTip)
    var best: (cost: Double, route: Route)?
    for way in leg.isAcross ? waysAcross(leg, tips) : ways(arrow, leg, ports, tips) {
      let crossings = self.crossings(of: way.path, from: leg.first, to: leg.second)
      let cost = Double(crossings.boxes) * 100 + Double(crossings.titles) * 10 + way.dislike
      if let best, best.cost <= cost { continue }
      let route = Route(
        path: leg.isBackward ? way.path.reversed : way.path,
        tailTip: leg.isBackward ? way.endTip : way.startTip, headTip: leg.isBackward ? way.startTip : way.endTip,
        labelPlace: nil, crossedBoxes: crossings.boxes)
      best = (cost, route)
      if cost == 0 { break }
    }
    return best?.route
      ?? Route(path: ArrowPath(from: boxes[arrow.tail].middle), labelPlace: nil, crossedBoxes: 0)
  }

  private struct Way {
    var path: ArrowPath
    var startTip: Point?
    var endTip: Point?
    var dislike = 0.0
  }

  private func ways(
    _ arrow: Arrow, _ leg: Leg, _ ports: (first: Double, second: Double), _ tips: (Bool, Bool)
  ) -> [Way] {
    let start = Point(u: boxes[leg.first].u.upperBound, v: ports.first)
    let end = Point(u: boxes[leg.second].u.lowerBound, v: ports.second)
    let inner = (
      Point(u: start.u + (tips.0 ? Self.tip : 0), v: start.v), Point(u: end.u - (tips.1 ? Self.tip : 0), v: end.v)
    )
    let room = inner.1.u - inner.0.u
    func way(_ dislike: Double, _ draw: (inout ArrowPath) -> Void) -> Way {
      var path = ArrowPath(from: inner.0)
      draw(&path)
      return Way(path: path, startTip: tips.0 ? start : nil, endTip: tips.1 ? end : nil, dislike: dislike)
    }
    var ways: [Way] = []
    switch course {
    case .straight:
      ways.append(straightWay(start, end, tips))
    case .bent:
      let near = min(room / 2, 26)
      for (number, bend) in [inner.1.u - near, inner.0.u + near, (inner.0.u + inner.1.u) / 2].enumerated() {
        ways.append(way(Double(number)) { $0.step(to: inner.1, bend: bend) })
      }
    case .curved:
      let near = min(room, 46)
      ways.append(way(room > 240 && abs(start.v - end.v) > 1 ? 2 : 0) { $0.swing(to: inner.1) })
      if room > near {
        ways.append(
          way(1) { path in
            path.swing(to: Point(u: inner.0.u + near, v: inner.1.v))
            path.line(to: inner.1)
          })
        ways.append(
          way(1.5) { path in
            path.line(to: Point(u: inner.1.u - near, v: inner.0.v))
            path.swing(to: inner.1)
          })
      }
    }
    let corridors = (leg.isBackward ? arrow.corridors.reversed() : arrow.corridors).filter {
      $0.u.lowerBound > inner.0.u + 4 && $0.u.upperBound < inner.1.u - 4
    }
    if !corridors.isEmpty {
      let isBent = course == .bent
      ways.append(
        way(4) { path in
          for corridor in corridors {
            let entry = Point(u: corridor.u.lowerBound, v: corridor.v)
            if isBent { path.step(to: entry, bend: (path.end.u + entry.u) / 2) } else { path.swing(to: entry) }
            path.line(to: Point(u: corridor.u.upperBound, v: corridor.v))
          }
          if isBent { path.step(to: inner.1, bend: (path.end.u + inner.1.u) / 2) } else { path.swing(to: inner.1) }
        })
    }
    return ways
  }

  private func straightWay(_ start: Point, _ end: Point, _ tips: (Bool, Bool)) -> Way {
    let length = ((end.u - start.u) * (end.u - start.u) + (end.v - start.v) * (end.v - start.v)).squareRoot()
    let share = length > 0 ? Self.tip / length : 0
    func between(_ t: Double) -> Point {
      Point(u: start.u + (end.u - start.u) * t, v: start.v + (end.v - start.v) * t)
    }
    var path = ArrowPath(from: between(tips.0 ? share : 0))
    path.line(to: between(tips.1 ? 1 - share : 1))
    return Way(path: path, startTip: tips.0 ? start : nil, endTip: tips.1 ? end : nil)
  }

  /// Between boxes of one layer: straight to the next one, or round what stands between them.
  private func waysAcross(_ leg: Leg, _ tips: (Bool, Bool)) -> [Way] {
    let (a, b) = (boxes[leg.first], boxes[leg.second])
    var ways: [Way] = []
    let low = max(a.u.lowerBound, b.u.lowerBound)
    let high = min(a.u.upperBound, b.u.upperBound)
    if low < high {
      let u = (low + high) / 2
      ways.append(straightWay(Point(u: u, v: a.v.upperBound), Point(u: u, v: b.v.lowerBound), tips))
    }
    let out = max(a.u.upperBound, b.u.upperBound) + 26
    let start = Point(u: a.u.upperBound, v: a.middle.v)
    let end = Point(u: b.u.upperBound, v: b.middle.v)
    var path = ArrowPath(from: Point(u: start.u + (tips.0 ? Self.tip : 0), v: start.v))
    let last = Point(u: end.u + (tips.1 ? Self.tip : 0), v: end.v)
    path.curve(Point(u: out, v: start.v), Point(u: out, v: end.v), to: last)
    ways.append(Way(path: path, startTip: tips.0 ? start : nil, endTip: tips.1 ? end : nil, dislike: 3))
    return ways
  }

  private func crossings(of path: ArrowPath, from first: Int, to second: Int) -> (boxes: Int, titles: Int) {
    let samples = path.samples()
    let low = Point(u: samples.map(\.u).min() ?? 0, v: samples.map(\.v).min() ?? 0)
    let high = Point(u: samples.map(\.u).max() ?? 0, v: samples.map(\.v).max() ?? 0)
    let extent = Span(u: low.u...high.u, v: low.v...high.v).widened(by: 1)
    func count(_ spans: [Span], margin: Double, but own: (Int, Int)) -> Int {
      spans.indices.count { index in
        guard index != own.0, index != own.1, spans[index].meets(extent) else { return false }
        let span = spans[index].widened(by: margin)
        return samples.contains { span.holds($0) }
      }
    }
    return (count(boxes, margin: 3, but: (first, second)), count(titles, margin: 1, but: (-1, -1)))
  }

  // MARK: Labels

  /// On the line, near its middle, where it covers no box and no other label.
  private func placeLabels(_ routes: inout [Route?], _ arrows: [Arrow]) {
    var taken: [Span] = []
    for index in routes.indices {
      guard let size = arrows[index].label, let path = routes[index]?.path else { continue }
      let extents = axes.extents(size)
      var best: (cost: Int, place: Point, span: Span)?
      for share in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82] {
        let place = path.point(atShare: share)
        let span = Span(
          u: (place.u - extents.depth / 2)...(place.u + extents.depth / 2),
          v: (place.v - extents.breadth / 2)...(place.v + extents.breadth / 2))
        let cost =
          boxes.count { $0.widened(by: 2).meets(span) } + taken.count { $0.meets(span) }
          + titles.count { $0.meets(span) }
        if let best, best.cost <= cost { continue }
        best = (cost, place, span)
        if cost == 0 { break }
      }
      guard let best else { continue }
      routes[index]?.labelPlace = best.place
      taken.append(best.span)
    }
  }
}
