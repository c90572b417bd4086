public import GraphModel
public import Temporals

extension GraphWorkspace {
  /// All about one node, named by its key or by a name that only it has.
  /// - Throws: a `Diagnostic` for no such node or several; `StoreError`.
  public func show(
    _ text: String, validOn date: CalendarDate? = nil, after scenario: Scenario? = nil
  ) throws -> NodeDescription {
    let graph = try graph(validOn: date, after: scenario)
    let node = try requiredNode(text, in: graph, isPart: date != nil)
    return NodeDescriber(graph).describe(node)
  }
}

extension NodeDescription {
  /// The description as one JSON object; keys and codes are the same in every language.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      Self.write(element, to: &writer)
      writer.key("labels")
      writer.array(labels) { $0.string($1) }
      writer.key("properties")
      Self.write(facts, to: &writer)
      Self.write(provenance, to: &writer)
      writer.key("relationships")
      writer.array(groups) { Self.write($1, to: &$0) }
      if let responsible {
        writer.key("responsible")
        writer.array(responsible.councils) { $0.string($1.key) }
        writer.key("responsible_by")
        if let rule = responsible.rule { writer.string(rule) } else { writer.null() }
        writer.key("responsible_inferred")
        writer.boolean(responsible.restsOnInference)
        writer.key("owners")
        writer.array(responsible.owners) { $0.string($1.key) }
      }
    }
  }

  private static func write(_ element: Element, to writer: inout JSONWriter) {
    for (name, text) in [("key", element.key), ("kind", element.kind), ("name", element.name)] {
      writer.key(name)
      writer.string(text)
    }
  }

  private static func write(_ facts: [Fact], to writer: inout JSONWriter) {
    writer.object { writer in
      for fact in facts {
        writer.key(fact.property)
        writer.value(fact.value)
      }
    }
  }

  private static func write(_ provenance: Provenance, to writer: inout JSONWriter) {
    for (name, text) in [
      ("source", provenance.sourceKey), ("lines", provenance.lines), ("basis", provenance.basis),
    ] {
      writer.key(name)
      if let text { writer.string(text) } else { writer.null() }
    }
  }

  private static func write(_ group: Group, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("type")
      writer.string(group.type)
      writer.key("direction")
      writer.string(group.isOutgoing ? "outgoing" : "incoming")
      writer.key("nodes")
      writer.array(group.relationships) { writer, relationship in
        writer.object { writer in
          write(relationship.other, to: &writer)
          writer.key("properties")
          write(relationship.properties, to: &writer)
          write(relationship.provenance, to: &writer)
        }
      }
    }
  }
}
