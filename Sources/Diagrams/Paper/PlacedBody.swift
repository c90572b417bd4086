/// A picture's body with all places given, and how much room each part takes: x to the right, y upwards, the upper left
/// corner the origin.
struct PlacedBody: Sendable {
  var graph = LayoutGraph()
  /// One for each node.
  var boxes: [Frame] = []
  var size = LayoutGeometry.Size.zero

  /// With room for the breadth of the outermost lines.
  var frame: Frame { Frame(left: -4, bottom: -size.height - 4, right: size.width + 4, top: 4) }

  /// The parts that cuts should go around, as `PaperCuts` asks.
  var cuts: PaperCuts {
    PaperCuts(
      boxes: boxes, others: graph.subgraphs.map(\.placedFrame) + graph.edges.map { PlacedCurve($0.place).extent })
  }

  /// The same made smaller, without texts.
  func miniature(scale: Double) -> PlacedBody {
    var small = PlacedBody()
    small.size = LayoutGeometry.Size(width: size.width * scale, height: size.height * scale)
    small.boxes = boxes.map { $0.scaled(scale) }
    small.graph = graph
    for index in graph.nodes.indices {
      let box = small.boxes[index]
      let left: Set = ["label", "pos", "width", "height", "URL", "target", "id"]
      small.graph.nodes[index].attributes.removeAll { left.contains($0.name) }
      small.graph.nodes[index].attributes += [
        ("label", .word("")), ("fixedsize", .word("true")), ("width", .word(Numbers.exact(box.width / 72))),
        ("height", .word(Numbers.exact(box.height / 72))), ("margin", .word("0")),
        ("pos", .word(Numbers.text(box.middle.x) + "," + Numbers.text(box.middle.y))),
      ]
    }
    for index in graph.edges.indices {
      let left: Set = ["label", "lp", "pos", "penwidth", "arrowsize", "id"]
      small.graph.edges[index].attributes.removeAll { left.contains($0.name) }
      small.graph.edges[index].attributes += [
        ("pos", .word(Numbers.scaled(graph.edges[index].place, by: scale))), ("penwidth", .word("0.6")),
        ("arrowsize", .word("0.3")),
      ]
    }
    for index in graph.subgraphs.indices {
      let left: Set = ["label", "lp", "bb", "id"]
      small.graph.subgraphs[index].attributes.removeAll { left.contains($0.name) }
      small.graph.subgraphs[index].attributes.append(
        ("bb", .word(Numbers.text(graph.subgraphs[index].placedFrame.scaled(scale)))))
    }
    return small
  }
}

/// A curve in Graphviz's notation: an arrowhead's place at either end, and the points of joined cubic Bézier curves.
struct PlacedCurve {
  private(set) var points: [(x: Double, y: Double)] = []
  private var heads: [(x: Double, y: Double)] = []

  init(_ text: String) {
    for word in text.split(whereSeparator: { $0 == " " || $0 == ";" }) {
      let numbers = word.split(separator: ",").compactMap { Double($0) }
      guard numbers.count == 2 else { continue }
      if word.first == "e" || word.first == "s" {
        heads.append((numbers[0], numbers[1]))
      } else {
        points.append((numbers[0], numbers[1]))
      }
    }
  }

  var extent: Frame {
    guard let first = points.first ?? heads.first else { return Frame() }
    return (points + heads).reduce(Frame(left: first.x, bottom: first.y, right: first.x, top: first.y)) {
      $0.union(Frame(left: $1.x, bottom: $1.y, right: $1.x, top: $1.y))
    }
  }

  /// Points along the curve, near enough to one another to see where it enters and leaves a frame.
  var course: [(x: Double, y: Double)] {
    var course: [(x: Double, y: Double)] = points.first.map { [$0] } ?? []
    var index = 0
    while index + 3 < points.count {
      let (a, b, c, d) = (points[index], points[index + 1], points[index + 2], points[index + 3])
      for step in 1...16 {
        let t = Double(step) / 16
        let u = 1 - t
        let (wa, wb, wc, wd) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        course.append(
          (wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y))
      }
      index += 3
    }
    return course
  }
}

extension LayoutGraph.Edge {
  var place: String { attributes.word("pos") ?? "" }
}

extension LayoutGraph.Subgraph {
  var placedFrame: Frame { attributes.word("bb").map(Numbers.frame) ?? Frame() }
}

extension [(name: String, value: LayoutGraph.Attribute)] {
  /// The last word set for an attribute.
  func word(_ name: String) -> String? {
    for attribute in reversed() where attribute.name == name {
      if case .word(let word) = attribute.value { return word }
    }
    return nil
  }

  /// The point that an attribute holds.
  func point(_ name: String) -> (x: Double, y: Double)? {
    let numbers = word(name).map(Numbers.list) ?? []
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }
}

extension Frame {
  var middle: (x: Double, y: Double) { ((left + right) / 2, (bottom + top) / 2) }

  func scaled(_ factor: Double) -> Frame {
    Frame(left: left * factor, bottom: bottom * factor, right: right * factor, top: top * factor)
  }
}
