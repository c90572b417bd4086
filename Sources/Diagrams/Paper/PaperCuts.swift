/// Cuts what is larger than a sheet into tiles: between boxes where it can be, then where fewest lines and frames are cut.
struct PaperCuts {
  /// What must not be cut.
  let boxes: [Frame]
  /// What should not be cut: frames, and lines by their extent.
  let others: [Frame]

  /// A part of the picture for one sheet.
  struct Tile: Sendable, Equatable {
    var frame: Frame
    /// How many boxes its cuts go through.
    var cutBoxes = 0
  }

  /// - Returns: the tiles that hold something, column by column or row by row, whichever gives fewer.
  func tiles(of whole: Frame, greatest: LayoutGeometry.Size) -> [Tile] {
    let choices = [Axis.across, .down].map { first in tiles(of: whole, greatest: greatest, first: first) }
    return choices.min { rating($0) < rating($1) } ?? []
  }

  private func rating(_ tiles: [Tile]) -> Int { tiles.reduce(0) { $0 + 1 + 4 * $1.cutBoxes } }

  private func tiles(of whole: Frame, greatest: LayoutGeometry.Size, first: Axis) -> [Tile] {
    let second: Axis = first == .across ? .down : .across
    return strips(of: whole, along: first, greatest: greatest).flatMap { strip in
      strips(of: trimmed(strip, along: second), along: second, greatest: greatest).map { trimmed($0, along: first) }
    }.filter { tile in boxes.contains { $0.overlaps(tile) } }.map { tile in
      Tile(frame: tile, cutBoxes: boxes.count { $0.overlaps(tile) && !tile.holds($0) })
    }
  }

  /// The strip without its empty ends.
  private func trimmed(_ strip: Frame, along axis: Axis) -> Frame {
    let inside = (boxes + others).filter { $0.overlaps(strip) }
    guard let start = inside.map({ axis.range(of: $0).lowerBound }).min(),
      let end = inside.map({ axis.range(of: $0).upperBound }).max()
    else { return strip }
    let range = axis.range(of: strip)
    return axis.part(of: strip, from: max(range.lowerBound, start - 4), to: min(range.upperBound, end + 4))
  }

  /// Pieces of a frame along an axis, none longer than allowed, from the left or from the top.
  private func strips(of frame: Frame, along axis: Axis, greatest: LayoutGeometry.Size) -> [Frame] {
    let limit = axis == .across ? greatest.width : greatest.height
    let hard = boxes.filter { $0.overlaps(frame) }.map(axis.range)
    let soft = others.filter { $0.overlaps(frame) }.map(axis.range)
    let whole = axis.range(of: frame)
    var pieces: [Frame] = []
    // Rows are read from the top, where the numbers are greatest.
    let isFalling = axis == .down
    var start = isFalling ? whole.upperBound : whole.lowerBound
    while true {
      let left = isFalling ? start - whole.lowerBound : whole.upperBound - start
      if left <= limit + 0.5 { break }
      let needed = (left / limit).rounded(.up)
      // Cutting sooner than that takes one more piece.
      let soonest = min(limit, max(0.4 * limit, left - (needed - 1) * limit))
      func cut(from near: Double) -> (place: Double, hard: Int) {
        best(isFalling ? (start - limit)...(start - near) : (start + near)...(start + limit), hard, soft, isFalling)
      }
      var place = cut(from: soonest)
      if place.hard > 0 {
        let other = cut(from: 0.3 * limit)
        if other.hard < place.hard { place = other }
      }
      pieces.append(axis.part(of: frame, from: min(start, place.place), to: max(start, place.place)))
      start = place.place
    }
    pieces.append(
      isFalling
        ? axis.part(of: frame, from: whole.lowerBound, to: start)
        : axis.part(of: frame, from: start, to: whole.upperBound))
    return pieces
  }

  /// The place where least is cut, the furthest of equal ones.
  private func best(
    _ range: ClosedRange<Double>, _ hard: [ClosedRange<Double>], _ soft: [ClosedRange<Double>], _ isFalling: Bool
  ) -> (place: Double, hard: Int) {
    let ends = (hard.flatMap { [$0.lowerBound, $0.upperBound] } + [range.lowerBound, range.upperBound])
      .filter(range.contains).sorted()
    var places = zip(ends, ends.dropFirst()).map { ($0 + $1) / 2 } + [range.lowerBound, range.upperBound]
    places.sort { isFalling ? $0 < $1 : $0 > $1 }
    var best: (place: Double, hard: Int, soft: Int)?
    for place in places {
      func isCut(_ other: ClosedRange<Double>) -> Bool { other.lowerBound + 1 < place && place < other.upperBound - 1 }
      let next = (place: place, hard: hard.count(where: isCut), soft: soft.count(where: isCut))
      if let best, (best.hard, best.soft) <= (next.hard, next.soft) { continue }
      best = next
    }
    return (best?.place ?? (isFalling ? range.lowerBound : range.upperBound), best?.hard ?? 0)
  }

  private enum Axis {
    case across, down

    func range(of frame: Frame) -> ClosedRange<Double> {
      switch self {
      case .across: frame.left...max(frame.left, frame.right)
      case .down: frame.bottom...max(frame.bottom, frame.top)
      }
    }

    func part(of frame: Frame, from start: Double, to end: Double) -> Frame {
      var part = frame
      switch self {
      case .across: (part.left, part.right) = (start, end)
      case .down: (part.bottom, part.top) = (start, end)
      }
      return part
    }
  }
}

extension Frame {
  /// By more than a line's breadth.
  func overlaps(_ other: Frame) -> Bool {
    left + 1 < other.right && other.left + 1 < right && bottom + 1 < other.top && other.bottom + 1 < top
  }

  func holds(_ other: Frame) -> Bool {
    left <= other.left + 1 && other.right - 1 <= right && bottom <= other.bottom + 1 && other.top - 1 <= top
  }

  func holds(x: Double, y: Double) -> Bool { left <= x && x <= right && bottom <= y && y <= top }
}
