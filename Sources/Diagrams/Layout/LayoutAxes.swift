/// A picture's own axes: `u` the way in which it runs, `v` across it, in the order of reading. What lays out or routes
/// along them is written once for both directions.
struct LayoutAxes: Sendable, Equatable {
  let direction: LayoutDirection

  struct Point: Sendable, Equatable {
    var u: Double
    var v: Double
  }

  /// A rectangle along the axes.
  struct Span: Sendable, Equatable {
    var u: ClosedRange<Double>
    var v: ClosedRange<Double>

    var middle: Point { Point(u: (u.lowerBound + u.upperBound) / 2, v: (v.lowerBound + v.upperBound) / 2) }
    var depth: Double { u.upperBound - u.lowerBound }
    var breadth: Double { v.upperBound - v.lowerBound }

    func widened(by margin: Double) -> Span {
      Span(
        u: (u.lowerBound - margin)...max(u.lowerBound - margin, u.upperBound + margin),
        v: (v.lowerBound - margin)...max(v.lowerBound - margin, v.upperBound + margin))
    }

    func meets(_ other: Span) -> Bool {
      u.lowerBound < other.u.upperBound && other.u.lowerBound < u.upperBound && v.lowerBound < other.v.upperBound
        && other.v.lowerBound < v.upperBound
    }

    func holds(_ point: Point) -> Bool {
      u.lowerBound < point.u && point.u < u.upperBound && v.lowerBound < point.v && point.v < v.upperBound
    }
  }

  func point(x: Double, y: Double) -> Point {
    direction == .leftToRight ? Point(u: x, v: -y) : Point(u: -y, v: x)
  }

  func place(_ point: Point) -> (x: Double, y: Double) {
    direction == .leftToRight ? (point.u, -point.v) : (point.v, -point.u)
  }

  func span(_ frame: Frame) -> Span {
    let corners = [point(x: frame.left, y: frame.bottom), point(x: frame.right, y: frame.top)]
    return Span(
      u: min(corners[0].u, corners[1].u)...max(corners[0].u, corners[1].u),
      v: min(corners[0].v, corners[1].v)...max(corners[0].v, corners[1].v))
  }

  func frame(_ span: Span) -> Frame {
    let low = place(Point(u: span.u.lowerBound, v: span.v.lowerBound))
    let high = place(Point(u: span.u.upperBound, v: span.v.upperBound))
    return Frame(
      left: min(low.x, high.x), bottom: min(low.y, high.y), right: max(low.x, high.x), top: max(low.y, high.y))
  }

  /// A size as its extents along `u` and across it.
  func extents(_ size: LayoutGeometry.Size) -> (depth: Double, breadth: Double) {
    direction == .leftToRight ? (size.width, size.height) : (size.height, size.width)
  }
}

extension LayoutGeometry.NodePlace {
  var frame: Frame {
    Frame(left: x - width / 2, bottom: y - height / 2, right: x + width / 2, top: y + height / 2)
  }
}
