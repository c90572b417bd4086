@testable import Diagrams

/// Where everything stands on a drawn page, as Graphviz draws it, with the sizes of all texts.
struct PageGeometry {
  struct Box {
    var name: String
    var frame: Frame
    var shape: BoxShape
    var text: LayoutGeometry.Size
  }

  struct Arrow {
    var name: String
    var ends: [String]
    var points: [(x: Double, y: Double)]
    var label: Frame?
  }

  struct Group {
    var frame: Frame
    var title: Frame?
  }

  var boxes: [Box] = []
  var arrows: [Arrow] = []
  var groups: [Group] = []

  init(_ page: LayoutGraph, of picture: Picture) throws {
    let drawn = try Graphviz.geometry(of: page, engine: "nop2")
    let texts = try Self.sizes(of: page)
    let shapes = Dictionary(uniqueKeysWithValues: picture.boxes.map { ($0.id, $0.style.shape) })
    for (index, node) in page.nodes.enumerated() {
      guard let shape = shapes[node.name] else { continue }
      boxes.append(
        Box(name: node.name, frame: drawn.nodes[index].frame, shape: shape, text: texts["n\(index)"] ?? .zero))
    }
    for (index, edge) in page.edges.enumerated() where !edge.name.hasPrefix("legend") {
      let label = texts["e\(index)"].flatMap { Self.frame(around: Self.word("lp", edge.attributes), $0) }
      arrows.append(
        Arrow(
          name: edge.name, ends: [page.nodes[edge.tail].name, page.nodes[edge.head].name],
          points: Self.points(of: Self.word("pos", edge.attributes)), label: label))
    }
    for (index, subgraph) in page.subgraphs.enumerated() {
      let title = texts["s\(index)"].flatMap { Self.frame(around: Self.word("lp", subgraph.attributes), $0) }
      groups.append(Group(frame: Numbers.frame(Self.word("bb", subgraph.attributes)), title: title))
    }
  }

  /// Every label measured alone.
  private static func sizes(of page: LayoutGraph) throws -> [String: LayoutGeometry.Size] {
    let labels =
      page.nodes.enumerated().map { ("n\($0.offset)", $0.element.attributes) }
      + page.edges.enumerated().map { ("e\($0.offset)", $0.element.attributes) }
      + page.subgraphs.enumerated().map { ("s\($0.offset)", $0.element.attributes) }
    var graph = LayoutGraph()
    graph.nodeDefaults = PageStyle.nodeDefaults
    for (name, attributes) in labels {
      guard let label = attributes.last(where: { $0.name == "label" })?.value, case .label = label else { continue }
      graph.nodes.append(LayoutGraph.Node(name: name, attributes: [("shape", .word("plain")), ("label", label)]))
    }
    let places = try Graphviz.geometry(of: graph, engine: "dot").nodes
    return Dictionary(uniqueKeysWithValues: zip(graph.nodes.map(\.name), places.map(\.size)))
  }

  private static func word(_ name: String, _ attributes: [(name: String, value: LayoutGraph.Attribute)]) -> String {
    if case .word(let word)? = attributes.last(where: { $0.name == name })?.value { word } else { "" }
  }

  private static func frame(around place: String, _ size: LayoutGeometry.Size) -> Frame? {
    let middle = Numbers.list(place)
    guard middle.count == 2 else { return nil }
    return Frame(
      left: middle[0] - size.width / 2, bottom: middle[1] - size.height / 2, right: middle[0] + size.width / 2,
      top: middle[1] + size.height / 2)
  }

  /// Points along a curve in Graphviz's notation.
  private static func points(of curve: String) -> [(x: Double, y: Double)] {
    let numbers = curve.split(separator: " ").filter { !$0.hasPrefix("e,") && !$0.hasPrefix("s,") }
      .map { Numbers.list(String($0)) }.filter { $0.count == 2 }
    var points: [(x: Double, y: Double)] = []
    for start in stride(from: 0, to: numbers.count - 3, by: 3) {
      let p = Array(numbers[start...(start + 3)])
      for step in 0...20 {
        let t = Double(step) / 20
        let s = 1 - t
        let weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
        points.append(
          (
            zip(weights, p).reduce(0) { $0 + $1.0 * $1.1[0] }, zip(weights, p).reduce(0) { $0 + $1.0 * $1.1[1] }
          ))
      }
    }
    return points
  }
}

extension Frame {
  func meets(_ other: Frame, by margin: Double = 0.5) -> Bool {
    left + margin < other.right && other.left + margin < right && bottom + margin < other.top
      && other.bottom + margin < top
  }

  func holds(_ point: (x: Double, y: Double), inside margin: Double) -> Bool {
    left + margin < point.x && point.x < right - margin && bottom + margin < point.y && point.y < top - margin
  }

  func holds(_ other: Frame) -> Bool {
    left <= other.left + 0.5 && other.right <= right + 0.5 && bottom <= other.bottom + 0.5 && other.top <= top + 0.5
  }
}
