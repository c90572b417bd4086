public import GraphModel

/// Writes nodes, relationships and paths as JSON with their data.
/// - Source: TCK line protocol §3.
public struct ElementJSON {
  private let elements: Subgraph

  public init(_ elements: Subgraph) {
    self.elements = elements
  }

  /// Writes a value that is an element, with its tag; for `JSONWriter.value`.
  public func write(_ value: Value, to writer: inout JSONWriter) {
    switch value {
    case .node(let node): write(node, to: &writer)
    case .relationship(let relationship): write(relationship, to: &writer)
    case .path(let path):
      writer.object { writer in
        writer.key("~path")
        writer.beginArray()
        for (position, node) in path.nodes.enumerated() {
          if position > 0 { write(path.relationships[position - 1], to: &writer) }
          write(node, to: &writer)
        }
        writer.endArray()
      }
    default: writer.null()
    }
  }

  private func write(_ node: NodeIndex, to writer: inout JSONWriter) {
    guard let data = elements.nodes[node] else { return writer.null() }
    writer.object { writer in
      writer.key("~node")
      Self.write(data, to: &writer)
    }
  }

  private func write(_ relationship: RelationshipIndex, to writer: inout JSONWriter) {
    guard let data = elements.relationships[relationship] else { return writer.null() }
    writer.object { writer in
      writer.key("~rel")
      Self.write(data, to: &writer)
    }
  }

  /// A node without its tag.
  public static func write(_ node: NodeData, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("id")
      writer.integer(node.id)
      writer.key("labels")
      writer.array(node.labels) { $0.string($1) }
      write(node.properties, to: &writer)
    }
  }

  /// A relationship without its tag.
  public static func write(_ relationship: RelationshipData, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("id")
      writer.integer(relationship.id)
      writer.key("type")
      writer.string(relationship.type)
      writer.key("start")
      writer.integer(relationship.startID)
      writer.key("end")
      writer.integer(relationship.endID)
      write(relationship.properties, to: &writer)
    }
  }

  /// Properties may have any names, also such as would be tags in a value.
  private static func write(_ properties: [String: Value], to writer: inout JSONWriter) {
    writer.key("properties")
    writer.object { writer in
      for name in properties.keys.sorted(by: { $0.precedesByCodePoints($1) }) {
        writer.key(name)
        writer.value(properties[name] ?? .null)
      }
    }
  }
}
