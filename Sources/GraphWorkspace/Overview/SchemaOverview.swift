public import Diagnostics
public import GraphModel

/// What a graph may hold and how much of it there is.
public struct SchemaOverview: Sendable {
  public struct Kind: Sendable {
    /// Declared, or just the label where the graph has no schema.
    public var definition: NodeKind
    public var count: Int
  }

  public struct Relationship: Sendable {
    public var definition: RelationshipType
    public var count: Int
  }

  /// In the order of the schema; without one by name.
  public var kinds: [Kind]
  public var relationships: [Relationship]
  public var hasSchema: Bool

  /// The overview as one JSON object; captions in one language.
  public func write(to writer: inout JSONWriter, language: CaptionLanguage) {
    let json = SchemaJSONText(language: language)
    writer.object { writer in
      writer.key("kinds")
      writer.array(kinds) { json.write($1, to: &$0) }
      writer.key("relationships")
      writer.array(relationships) { json.write($1, to: &$0) }
    }
  }
}

/// Writes definitions of a schema for programs that ask for an overview.
private struct SchemaJSONText {
  let language: CaptionLanguage

  func write(_ kind: SchemaOverview.Kind, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("name")
      writer.string(kind.definition.name)
      writer.key("count")
      writer.integer(kind.count)
      write("caption", kind.definition.caption, to: &writer)
      write("description", kind.definition.description, to: &writer)
      write(kind.definition.properties, to: &writer)
      for (word, states) in [
        ("inactive", kind.definition.inactive), ("under_review", kind.definition.underReview),
      ] where !states.isEmpty {
        writer.key(word)
        writer.object { writer in
          for name in states.keys.sorted(by: { $0.precedesByCodePoints($1) }) {
            writer.key(name)
            writer.array(states[name] ?? []) { $0.value($1) }
          }
        }
      }
    }
  }

  func write(_ type: SchemaOverview.Relationship, to writer: inout JSONWriter) {
    let definition = type.definition
    writer.object { writer in
      writer.key("name")
      writer.string(definition.name)
      writer.key("count")
      writer.integer(type.count)
      for (name, kinds) in [("from", definition.from), ("to", definition.to)] {
        writer.key(name)
        writer.array(kinds) { $0.string($1) }
      }
      write("caption", definition.caption, to: &writer)
      write("inverse", definition.inverseCaption, to: &writer)
      write("description", definition.description, to: &writer)
      writer.key("dependent")
      writer.string(definition.dependentEnd.rawValue)
      writer.key("impact")
      writer.object { writer in
        for (state, effect) in definition.impact.words {
          writer.key(state)
          writer.string(effect)
        }
      }
      writer.key("identity")
      writer.array(definition.identity) { $0.string($1) }
      write(definition.properties, to: &writer)
    }
  }

  private func write(_ properties: [PropertyDefinition], to writer: inout JSONWriter) {
    writer.key("properties")
    writer.array(properties) { writer, property in
      writer.object { writer in
        writer.key("name")
        writer.string(property.name)
        writer.key("type")
        writer.string(property.type.name)
        if case .list(let item) = property.type {
          writer.key("of")
          writer.string(item.name)
        }
        writer.key("required")
        writer.boolean(property.isRequired)
        if let allowed = property.allowedValues {
          writer.key("enum")
          writer.array(allowed) { $0.value($1) }
        }
        write("caption", property.caption, to: &writer)
      }
    }
  }

  private func write(_ name: String, _ caption: Caption, to writer: inout JSONWriter) {
    guard let text = caption.text(in: language) else { return }
    writer.key(name)
    writer.string(text)
  }
}

extension SchemaOverview {
  /// Only the kind or relationship type of a name; everything for no name.
  /// - Throws: a `Diagnostic` if there is none.
  public func narrowed(to name: String?) throws(Diagnostic) -> SchemaOverview {
    guard let name else { return self }
    let names = kinds.map(\.definition.name) + relationships.map(\.definition.name)
    guard names.contains(where: { $0.isIdenticalText(to: name) }) else {
      throw Diagnostic(
        id: "unknown-kind", message: "there is no kind or relationship type '\(name)'",
        hint: NameSuggestion.hint(for: name, among: names))
    }
    var overview = self
    overview.kinds.removeAll { !$0.definition.name.isIdenticalText(to: name) }
    overview.relationships.removeAll { !$0.definition.name.isIdenticalText(to: name) }
    return overview
  }
}
