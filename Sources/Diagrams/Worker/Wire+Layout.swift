extension WireWriter {
  mutating func graph(_ graph: LayoutGraph) {
    attributes(graph.attributes)
    words(graph.nodeDefaults)
    words(graph.edgeDefaults)
    list(graph.nodes) { writer, node in
      writer.text(node.name)
      writer.attributes(node.attributes)
    }
    list(graph.edges) { writer, edge in
      writer.text(edge.name)
      writer.number(edge.tail)
      writer.number(edge.head)
      writer.attributes(edge.attributes)
    }
    list(graph.subgraphs) { writer, subgraph in
      writer.text(subgraph.name)
      writer.number(subgraph.parent ?? -1)
      writer.list(subgraph.nodes) { $0.number($1) }
      writer.attributes(subgraph.attributes)
    }
  }

  private mutating func words(_ words: [(name: String, value: String)]) {
    list(words) { writer, word in
      writer.text(word.name)
      writer.text(word.value)
    }
  }

  private mutating func attributes(_ attributes: [(name: String, value: LayoutGraph.Attribute)]) {
    list(attributes) { writer, attribute in
      writer.text(attribute.name)
      switch attribute.value {
      case .word(let word):
        writer.number(0)
        writer.text(word)
      case .label(let label):
        writer.number(1)
        writer.text(label.source)
      }
    }
  }

  mutating func geometry(_ geometry: LayoutGeometry) {
    frame(geometry.box)
    list(geometry.nodes) { writer, place in
      for number in [place.x, place.y, place.width, place.height] { writer.double(number) }
    }
    list(geometry.edges) { writer, place in
      writer.text(place.curve)
      writer.text(place.labelPlace)
    }
    list(geometry.subgraphs) { writer, place in
      writer.frame(place.box)
      writer.text(place.labelPlace)
    }
  }

  private mutating func frame(_ frame: Frame) {
    for number in [frame.left, frame.bottom, frame.right, frame.top] { double(number) }
  }
}

extension WireReader {
  /// A graph whose numbers of nodes and subgraphs are those of its own.
  mutating func graph() throws(WireError) -> LayoutGraph {
    var graph = LayoutGraph()
    graph.attributes = try attributes()
    graph.nodeDefaults = try words()
    graph.edgeDefaults = try words()
    graph.nodes = try list { reader throws(WireError) in
      let name = try reader.text()
      return LayoutGraph.Node(name: name, attributes: try reader.attributes())
    }
    let nodes = graph.nodes.indices
    graph.edges = try list { reader throws(WireError) in
      let name = try reader.text()
      let ends = (try reader.number(), try reader.number())
      guard nodes.contains(ends.0), nodes.contains(ends.1) else { throw WireError() }
      return LayoutGraph.Edge(name: name, tail: ends.0, head: ends.1, attributes: try reader.attributes())
    }
    var known = 0
    graph.subgraphs = try list { reader throws(WireError) in
      let name = try reader.text()
      let parent = try reader.number()
      let members = try reader.list { reader throws(WireError) in try reader.number() }
      guard parent < known, members.allSatisfy(nodes.contains) else { throw WireError() }
      known += 1
      return LayoutGraph.Subgraph(
        name: name, parent: parent < 0 ? nil : parent, nodes: members, attributes: try reader.attributes())
    }
    return graph
  }

  private mutating func words() throws(WireError) -> [(name: String, value: String)] {
    try list { reader throws(WireError) in
      let name = try reader.text()
      return (name: name, value: try reader.text())
    }
  }

  private mutating func attributes() throws(WireError) -> [(name: String, value: LayoutGraph.Attribute)] {
    try list { reader throws(WireError) in
      let name = try reader.text()
      let isLabel = try reader.number() == 1
      let text = try reader.text()
      return (name: name, value: isLabel ? .label(LabelMarkup(written: text)) : .word(text))
    }
  }

  mutating func geometry() throws(WireError) -> LayoutGeometry {
    var geometry = LayoutGeometry()
    geometry.box = try frame()
    geometry.nodes = try list { reader throws(WireError) in
      let place = (try reader.double(), try reader.double())
      return LayoutGeometry.NodePlace(
        x: place.0, y: place.1, width: try reader.double(), height: try reader.double())
    }
    geometry.edges = try list { reader throws(WireError) in
      let curve = try reader.text()
      return LayoutGeometry.EdgePlace(curve: curve, labelPlace: try reader.text())
    }
    geometry.subgraphs = try list { reader throws(WireError) in
      let box = try reader.frame()
      return LayoutGeometry.SubgraphPlace(box: box, labelPlace: try reader.text())
    }
    return geometry
  }

  private mutating func frame() throws(WireError) -> Frame {
    let corner = (try double(), try double())
    return Frame(left: corner.0, bottom: corner.1, right: try double(), top: try double())
  }
}
