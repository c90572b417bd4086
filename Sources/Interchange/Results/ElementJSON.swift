public import GraphModel

/// Values with nodes, relationships and paths as JSON.
/// - Source: TCK line protocol, §3.
public enum ElementJSON {
  /// Writes any value; elements are looked up in `elements`, and one that is not there is `null`.
  public static func write(_ value: Value, elements: Subgraph, to writer: inout JSONWriter) {
    writer.value(value) { element, writer in
      switch element {
      case .node(let index): write(index, elements: elements, to: &writer)
      case .relationship(let index): write(index, elements: elements, to: &writer)
      case .path(let path): write(path, elements: elements, to: &writer)
      default: writer.null()
      }
    }
  }

  private static func write(_ index: NodeIndex, elements: Subgraph, to writer: inout JSONWriter) {
    guard let node = elements.nodes[index] else {
      writer.null()
      return
    }
    writer.object { writer in
      writer.key("~node")
      write(node, to: &writer)
    }
  }

  private static func write(_ index: RelationshipIndex, elements: Subgraph, to writer: inout JSONWriter) {
    guard let relationship = elements.relationships[index] else {
      writer.null()
      return
    }
    writer.object { writer in
      writer.key("~rel")
      write(relationship, to: &writer)
    }
  }

  private static func write(_ path: Path, elements: Subgraph, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("~path")
      writer.beginArray()
      for (step, node) in path.nodes.enumerated() {
        if step > 0 { write(path.relationships[step - 1], elements: elements, to: &writer) }
        write(node, elements: elements, to: &writer)
      }
      writer.endArray()
    }
  }

  /// A node by itself, without its tag: `{"id":…,"labels":[…],"properties":{…}}`.
  public static func write(_ node: NodeData, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("id")
      writer.integer(node.id)
      writer.key("labels")
      writer.array(node.labels) { writer, label in writer.string(label) }
      writer.key("properties")
      write(node.properties, to: &writer)
    }
  }

  /// A relationship by itself, without its tag.
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
      writer.key("properties")
      write(relationship.properties, to: &writer)
    }
  }

  /// Properties are members whatever their names: no tag is looked for here.
  private static func write(_ properties: [String: Value], to writer: inout JSONWriter) {
    writer.object { writer in
      for name in properties.keys.sorted(by: { $0.precedesByCodePoints($1) }) {
        writer.key(name)
        writer.value(properties[name] ?? .null)
      }
    }
  }
}
