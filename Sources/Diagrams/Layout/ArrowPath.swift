/// The course of an arrow along a picture's axes: cubic curves, one after the other, from its tail to its head.
struct ArrowPath: Sendable, Equatable {
  typealias Point = LayoutAxes.Point

  /// The start, then three points for each curve.
  private(set) var points: [Point]

  init(from start: Point) { points = [start] }

  var start: Point { points[0] }
  var end: Point { points[points.count - 1] }

  mutating func line(to next: Point) {
    let from = end
    points += [
      Point(u: from.u + (next.u - from.u) / 3, v: from.v + (next.v - from.v) / 3),
      Point(u: from.u + (next.u - from.u) * 2 / 3, v: from.v + (next.v - from.v) * 2 / 3), next,
    ]
  }

  mutating func curve(_ first: Point, _ second: Point, to next: Point) { points += [first, second, next] }

  /// Leaves and arrives along `u`: the bend of a slide's connector.
  mutating func swing(to next: Point) {
    let from = end
    if abs(from.v - next.v) < 0.01 { return line(to: next) }
    let middle = (from.u + next.u) / 2
    curve(Point(u: middle, v: from.v), Point(u: middle, v: next.v), to: next)
  }

  /// Along `u` to `bend`, across, and along `u` again, with rounded corners.
  mutating func step(to next: Point, bend: Double) {
    let from = end
    let shift = next.v - from.v
    if abs(shift) < 0.01 { return line(to: next) }
    let radius = min(6, abs(shift) / 2, abs(bend - from.u), abs(next.u - bend))
    let way = shift > 0 ? radius : -radius
    let ahead = next.u >= from.u ? radius : -radius
    line(to: Point(u: bend - ahead, v: from.v))
    let first = Point(u: bend, v: from.v)
    curve(first, first, to: Point(u: bend, v: from.v + way))
    line(to: Point(u: bend, v: next.v - way))
    let second = Point(u: bend, v: next.v)
    curve(second, second, to: Point(u: bend + ahead, v: next.v))
    line(to: next)
  }

  var reversed: ArrowPath {
    var path = self
    path.points.reverse()
    return path
  }

  /// Points along the whole course.
  func samples(perCurve count: Int = 12) -> [Point] {
    var samples = [points[0]]
    for curve in stride(from: 0, to: points.count - 3, by: 3) {
      let p = points[curve...(curve + 3)]
      for step in 1...count { samples.append(Self.point(p, at: Double(step) / Double(count))) }
    }
    return samples
  }

  private static func point(_ p: ArraySlice<Point>, at t: Double) -> Point {
    let s = 1 - t
    let weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
    var result = Point(u: 0, v: 0)
    for (weight, point) in zip(weights, p) {
      result.u += weight * point.u
      result.v += weight * point.v
    }
    return result
  }

  /// The point at a share of the course's length.
  func point(atShare share: Double) -> Point {
    let samples = samples()
    let lengths = zip(samples, samples.dropFirst()).map { a, b in
      ((a.u - b.u) * (a.u - b.u) + (a.v - b.v) * (a.v - b.v)).squareRoot()
    }
    var left = lengths.reduce(0, +) * share
    for (index, length) in lengths.enumerated() {
      if left <= length, length > 0 {
        let t = left / length
        let (a, b) = (samples[index], samples[index + 1])
        return Point(u: a.u + (b.u - a.u) * t, v: a.v + (b.v - a.v) * t)
      }
      left -= length
    }
    return end
  }

  /// Graphviz's notation, with the tips of the arrowheads where there are some.
  func notation(_ axes: LayoutAxes, tailTip: Point?, headTip: Point?) -> String {
    func text(_ point: Point) -> String {
      let place = axes.place(point)
      return Numbers.text(place.x) + "," + Numbers.text(place.y)
    }
    var parts: [String] = []
    if let headTip { parts.append("e," + text(headTip)) }
    if let tailTip { parts.append("s," + text(tailTip)) }
    return (parts + points.map(text)).joined(separator: " ")
  }
}
