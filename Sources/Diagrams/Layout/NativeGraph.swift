import CGraphviz

/// cgraph's own form of a `LayoutGraph`, closed when it goes. Only `Graphviz` makes one, and only under its lock.
@unsafe final class NativeGraph {
  let graph: UnsafeMutablePointer<Agraph_t>
  private var nodes: [UnsafeMutablePointer<Agnode_t>] = unsafe []
  private var edges: [UnsafeMutablePointer<Agedge_t>] = unsafe []
  private var subgraphs: [UnsafeMutablePointer<Agraph_t>] = unsafe []
  private var isDrawn: [Bool] = []

  init(_ input: LayoutGraph) throws(DiagramError) {
    guard let graph = unsafe cgraphviz_open("styrgraf", 1) else { throw unsafe NativeGraph.outOfMemory }
    unsafe self.graph = graph
    for (name, value) in input.nodeDefaults { unsafe cgraphviz_default(graph, 1, name, value) }
    for (name, value) in input.edgeDefaults { unsafe cgraphviz_default(graph, 2, name, value) }
    unsafe set(input.attributes, on: graph)
    for node in input.nodes {
      guard let native = unsafe cgraphviz_node(graph, node.name) else { throw unsafe NativeGraph.outOfMemory }
      unsafe set(node.attributes, on: native)
      unsafe nodes.append(native)
    }
    for subgraph in input.subgraphs {
      let parent = unsafe subgraph.parent.map { unsafe subgraphs[$0] } ?? graph
      guard let native = unsafe cgraphviz_subgraph(parent, subgraph.name) else { throw unsafe NativeGraph.outOfMemory }
      unsafe set(subgraph.attributes, on: native)
      for node in subgraph.nodes { _ = unsafe cgraphviz_subnode(native, nodes[node]) }
      unsafe subgraphs.append(native)
      unsafe isDrawn.append(subgraph.name.hasPrefix("cluster"))
    }
    for edge in input.edges {
      guard let native = unsafe cgraphviz_edge(graph, nodes[edge.tail], nodes[edge.head], edge.name) else {
        throw unsafe NativeGraph.outOfMemory
      }
      unsafe set(edge.attributes, on: native)
      unsafe edges.append(native)
    }
  }

  deinit {
    _ = unsafe agclose(graph)
  }

  private func set(_ attributes: [(name: String, value: LayoutGraph.Attribute)], on object: UnsafeMutableRawPointer) {
    for (name, value) in attributes {
      switch value {
      case .word(let word): _ = unsafe cgraphviz_set(object, name, word)
      case .label(let label): unsafe cgraphviz_set_html(graph, object, name, label.source)
      }
    }
  }

  private static var outOfMemory: DiagramError {
    DiagramError(code: .layout, message: "Graphviz could not hold the graph")
  }

  /// What the layout wrote into the attributes (`attach_attrs` comes first).
  func geometry() -> LayoutGeometry {
    var result = LayoutGeometry()
    result.box = unsafe Numbers.frame(attribute("bb", of: graph))
    for index in unsafe nodes.indices {
      let node = unsafe nodes[index]
      let place = unsafe Numbers.list(attribute("pos", of: node))
      let width = unsafe Numbers.list(attribute("width", of: node)).first ?? 0
      let height = unsafe Numbers.list(attribute("height", of: node)).first ?? 0
      result.nodes.append(
        LayoutGeometry.NodePlace(
          x: place.first ?? 0, y: place.count > 1 ? place[1] : 0, width: width * 72, height: height * 72))
    }
    for index in unsafe edges.indices {
      let edge = unsafe edges[index]
      result.edges.append(
        unsafe LayoutGeometry.EdgePlace(curve: attribute("pos", of: edge), labelPlace: attribute("lp", of: edge)))
    }
    for index in unsafe subgraphs.indices {
      let subgraph = unsafe subgraphs[index]
      let isDrawn = unsafe isDrawn[index]
      result.subgraphs.append(
        LayoutGeometry.SubgraphPlace(
          box: isDrawn ? unsafe Numbers.frame(attribute("bb", of: subgraph)) : Frame(),
          labelPlace: isDrawn ? unsafe attribute("lp", of: subgraph) : ""))
    }
    return result
  }

  private func attribute(_ name: String, of object: UnsafeMutableRawPointer) -> String {
    guard let value = unsafe cgraphviz_get(object, name) else { return "" }
    return unsafe String(cString: value)
  }
}

/// Graphviz's numbers: points as `x,y`, curves as points between blanks, with `.` whatever the locale.
enum Numbers {
  static func list(_ text: String) -> [Double] {
    text.split(separator: ",").compactMap { Double($0) }
  }

  static func frame(_ text: String) -> Frame {
    let numbers = list(text)
    guard numbers.count == 4 else { return Frame() }
    return Frame(left: numbers[0], bottom: numbers[1], right: numbers[2], top: numbers[3])
  }

  /// With at most two decimals, so that the text does not depend on how a sum was rounded.
  static func text(_ number: Double) -> String {
    let hundredths = (number * 100).rounded()
    guard abs(hundredths) < 1e15 else { return "0" }
    let whole = Int64(hundredths)
    let sign = whole < 0 ? "-" : ""
    let rest = whole.magnitude % 100
    if rest == 0 { return sign + String(whole.magnitude / 100) }
    return sign + String(whole.magnitude / 100) + (rest < 10 ? ".0" : ".") + String(rest)
  }

  /// With four decimals: for what is not a place.
  static func exact(_ number: Double) -> String {
    let whole = text(number.rounded(.down))
    let rest = Int(((number - number.rounded(.down)) * 10_000).rounded(.down))
    let digits = String(rest)
    return rest == 0 ? whole : whole + "." + String(repeating: "0", count: 4 - digits.count) + digits
  }

  static func text(_ frame: Frame) -> String {
    [frame.left, frame.bottom, frame.right, frame.top].map { text($0) }.joined(separator: ",")
  }

  /// The middle of a curve's control points.
  static func middle(of curve: String) -> (x: Double, y: Double)? {
    let points = curve.split(separator: " ").compactMap { point -> (x: Double, y: Double)? in
      guard point.first != "e", point.first != "s" else { return nil }
      let numbers = list(String(point))
      return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
    guard let first = points.first, let last = points.last else { return nil }
    if points.count % 2 == 1 { return points[points.count / 2] }
    if points.count == 4 { return ((first.x + last.x) / 2, (first.y + last.y) / 2) }
    let pair = (points[points.count / 2 - 1], points[points.count / 2])
    return ((pair.0.x + pair.1.x) / 2, (pair.0.y + pair.1.y) / 2)
  }

  /// A curve or a point, moved.
  static func moved(_ curve: String, x: Double, y: Double) -> String {
    mapped(curve) { ($0 + x, $1 + y) }
  }

  static func scaled(_ curve: String, by factor: Double) -> String {
    mapped(curve) { ($0 * factor, $1 * factor) }
  }

  /// Each point's last two numbers are its place; what comes before them says which end of the curve it is.
  private static func mapped(_ curve: String, _ map: (Double, Double) -> (x: Double, y: Double)) -> String {
    let comma = UInt8(ascii: ",")
    var result = ""
    result.reserveCapacity(curve.utf8.count + 16)
    for (number, part) in curve.utf8.split(separator: UInt8(ascii: ";")).enumerated() {
      if number > 0 { result += ";" }
      for (number, point) in part.split(separator: UInt8(ascii: " ")).enumerated() {
        if number > 0 { result += " " }
        guard let end = point.lastIndex(of: comma) else {
          result += Substring(point)
          continue
        }
        let start = point[..<end].lastIndex(of: comma).map(point.index(after:)) ?? point.startIndex
        guard let x = Double(Substring(point[start..<end])),
          let y = Double(Substring(point[point.index(after: end)...]))
        else {
          result += Substring(point)
          continue
        }
        let place = map(x, y)
        result += Substring(point[..<start])
        result += text(place.x)
        result += ","
        result += text(place.y)
      }
    }
    return result
  }
}
