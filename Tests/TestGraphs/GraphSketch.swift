public import GraphModel

/// A small graph written down in a test, by keys.
public struct GraphSketch {
  public var schema: Schema?
  private var nodes: [(key: String, kind: String, properties: [String: Value])] = []
  private var links: [(type: String, from: String, to: String, properties: [String: Value])] = []

  public init(schema: Schema?) {
    self.schema = schema
  }

  public mutating func node(_ key: String, _ kind: String, _ properties: [String: Value] = [:]) {
    nodes.append((key, kind, properties.merging(["key": .string(key)]) { own, _ in own }))
  }

  public mutating func link(_ from: String, _ type: String, _ to: String, _ properties: [String: Value] = [:]) {
    links.append((type, from, to, properties))
  }

  public var graph: GraphView {
    var builder = GraphSnapshotBuilder(revision: 1, schema: schema)
    var arrivals: [TextKey: UInt32] = [:]
    for (number, node) in nodes.enumerated() {
      arrivals[TextKey(node.key)] = builder.addNode(
        id: Int64(number + 1), labels: [node.kind], properties: node.properties.map { ($0, $1) })
    }
    for (number, link) in links.enumerated() {
      guard let start = arrivals[TextKey(link.from)], let end = arrivals[TextKey(link.to)] else { continue }
      builder.addRelationship(
        id: Int64(number + 1), type: link.type, start: start, end: end, properties: link.properties.map { ($0, $1) })
    }
    return GraphView(builder.build())
  }

  /// The same graph, all of it but the nodes in an overlay.
  public var graphInOverlay: GraphView {
    var copy = self
    copy.links = []
    var view = copy.graph
    for link in links {
      guard let start = view.snapshot.node(withKey: link.from), let end = view.snapshot.node(withKey: link.to) else {
        continue
      }
      _ = view.createRelationship(type: link.type, from: start, to: end, properties: link.properties.map { ($0, $1) })
    }
    return view
  }
}

extension GraphView {
  public func node(_ key: String) throws -> NodeIndex {
    guard let node = snapshot.node(withKey: key) else { throw UnknownKey(key: key) }
    return node
  }
}

public struct UnknownKey: Error {
  public let key: String
}
