/// Puts blocks into columns, in their order, downwards: as a newspaper does.
enum BlockPacking {
  static let columnGap = 30.0
  static let rowGap = 16.0

  struct Arrangement: Sendable, Equatable {
    /// The lower left corner of each block, the page's upper left corner being the origin and up positive.
    var corners: [(x: Double, y: Double)]
    var width: Double
    var height: Double

    func cost(_ ratio: Double) -> Double { PageFit.cost(width: width, height: height, wanted: ratio) }

    static func == (a: Arrangement, b: Arrangement) -> Bool {
      a.width == b.width && a.height == b.height && a.corners.elementsEqual(b.corners, by: ==)
    }
  }

  /// - Parameter columns: how many; `nil` takes the number whose shape is nearest to `ratio`.
  static func arrange(_ sizes: [LayoutGeometry.Size], ratio: Double, columns: Int?) -> Arrangement {
    guard !sizes.isEmpty else { return Arrangement(corners: [], width: 0, height: 0) }
    let numbers = columns.map { [min(max($0, 1), sizes.count)] } ?? Array(1...min(sizes.count, 40))
    var best = arrange(sizes, inColumns: numbers[0])
    for number in numbers.dropFirst() {
      let next = arrange(sizes, inColumns: number)
      if next.cost(ratio) < best.cost(ratio) { best = next }
    }
    if columns != nil { return best }
    // Columns are calmer to read; rows are taken where they fit the page clearly better.
    var bestRows: Arrangement?
    for width in Set(rowWidths(sizes)).sorted() {
      let next = arrange(sizes, inRowsOf: width)
      if let known = bestRows, known.cost(ratio) <= next.cost(ratio) { continue }
      bestRows = next
    }
    if let bestRows, bestRows.cost(ratio) < best.cost(ratio) - 0.15 { return bestRows }
    return best
  }

  /// Widths that the first few blocks beside one another would have, and that of the widest.
  private static func rowWidths(_ sizes: [LayoutGeometry.Size]) -> [Double] {
    let widest = sizes.map(\.width).max() ?? 0
    var widths = [widest]
    var sum = 0.0
    for size in sizes.prefix(40) {
      sum += (sum > 0 ? columnGap : 0) + size.width
      widths.append(max(sum, widest))
    }
    return widths
  }

  private static func arrange(_ sizes: [LayoutGeometry.Size], inRowsOf limit: Double) -> Arrangement {
    var corners: [(x: Double, y: Double)] = []
    var x = 0.0
    var top = 0.0
    var height = 0.0
    var width = 0.0
    for size in sizes {
      if x > 0, x + size.width > limit + 0.001 {
        top -= height + rowGap
        x = 0
        height = 0
      }
      corners.append((x, top - size.height))
      width = max(width, x + size.width)
      height = max(height, size.height)
      x += size.width + columnGap
    }
    return Arrangement(corners: corners, width: width, height: height - top)
  }

  private static func arrange(_ sizes: [LayoutGeometry.Size], inColumns number: Int) -> Arrangement {
    var corners: [(x: Double, y: Double)] = []
    var x = 0.0
    var bottom = 0.0
    for column in columns(sizes, number: number, gap: rowGap) {
      var y = 0.0
      var width = 0.0
      for block in column {
        corners.append((x, y - sizes[block].height))
        y -= sizes[block].height
        bottom = min(bottom, y)
        y -= rowGap
        width = max(width, sizes[block].width)
      }
      x += width + columnGap
    }
    return Arrangement(corners: corners, width: x - columnGap, height: -bottom)
  }

  /// The blocks of each column: of the least height that needs no more columns than asked for.
  static func columns(_ sizes: [LayoutGeometry.Size], number: Int, gap: Double) -> [Range<Int>] {
    var low = sizes.map(\.height).max() ?? 0
    var high = sizes.reduce(0) { $0 + $1.height + gap }
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if columns(sizes, height: middle, gap: gap).count <= number { high = middle } else { low = middle }
    }
    return columns(sizes, height: high, gap: gap)
  }

  private static func columns(_ sizes: [LayoutGeometry.Size], height: Double, gap: Double) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    var start = 0
    var filled = 0.0
    for (index, size) in sizes.enumerated() {
      if index > start, filled + gap + size.height > height + 0.001 {
        columns.append(start..<index)
        start = index
        filled = size.height
      } else {
        filled += (index > start ? gap : 0) + size.height
      }
    }
    columns.append(start..<sizes.count)
    return columns
  }
}

/// How well a picture's shape fits a page.
enum PageFit {
  /// The bounds that every picture keeps unless its definition asks for a wide one.
  static let bounds = 0.5...2.0

  /// 0 for the same ratio, symmetric in too wide and too high.
  static func distance(_ ratio: Double, _ wanted: Double) -> Double {
    abs(logarithm(max(ratio, 1e-6)) - logarithm(wanted))
  }

  /// What title, legend and source line add to a body's height, about.
  static let textHeight = 110.0

  /// Less is better: a body whose page is near the wanted shape and small; far out of bounds is worst.
  static func cost(width: Double, height: Double, wanted: Double) -> Double {
    let ratio = max(width, 200) / (height + textHeight)
    var cost = logarithm(max(width * height, 1)) + 2 * max(0, distance(ratio, wanted) - 0.3)
    if !bounds.contains(ratio) { cost += 10 + 10 * distance(ratio, wanted) }
    return cost
  }

  /// Whether a body's page will be near the wanted shape.
  static func fits(_ size: LayoutGeometry.Size, _ wanted: Double) -> Bool {
    let ratio = max(size.width, 200) / (size.height + textHeight)
    return bounds.contains(ratio) && distance(ratio, wanted) <= 0.6
  }

  /// The size that brings a page within the bounds, a little inside them; `nil` where it is within already.
  static func room(width: Double, height: Double) -> LayoutGeometry.Size? {
    guard width > 0, height > 0, !bounds.contains(width / height) else { return nil }
    let margin = 1.04
    return width < height
      ? LayoutGeometry.Size(width: height * bounds.lowerBound * margin, height: height)
      : LayoutGeometry.Size(width: width, height: width / bounds.upperBound * margin)
  }

  /// The natural logarithm by halving and a series: enough for comparing shapes, and the same on every machine.
  static func logarithm(_ number: Double) -> Double {
    guard number > 0, number.isFinite else { return 0 }
    let exponent = Double(number.exponent)
    let z = (number.significand - 1) / (number.significand + 1)
    let square = z * z
    let series = 2 * z * (1 + square * (1 / 3.0 + square * (1 / 5.0 + square * (1 / 7.0 + square / 9))))
    return exponent * 0.693147180559945 + series
  }
}
