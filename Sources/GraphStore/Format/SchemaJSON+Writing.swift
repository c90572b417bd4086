import GraphModel

/// A schema as JSON, as the ledger keeps it: every part, in order of declaration, the same bytes for the same schema.
enum SchemaJSON {
  static func text(of schema: Schema) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("version")
      writer.integer(schema.version)
      writer.key("kinds")
      writer.array(schema.kinds, item: write)
      writer.key("relationships")
      writer.array(schema.relationshipTypes, item: write)
    }
    return writer.text
  }

  private static func write(_ writer: inout JSONWriter, _ kind: NodeKind) {
    writer.object { writer in
      writer.key("name")
      writer.string(kind.name)
      write(kind.caption, key: "caption", to: &writer)
      write(kind.plural, key: "plural", to: &writer)
      write(kind.description, key: "description", to: &writer)
      if !kind.inactive.isEmpty {
        writer.key("inactive")
        writer.value(.map(kind.inactive.mapValues { .list($0) }))
      }
      if !kind.underReview.isEmpty {
        writer.key("under_review")
        writer.value(.map(kind.underReview.mapValues { .list($0) }))
      }
      write(kind.properties, to: &writer)
    }
  }

  private static func write(_ writer: inout JSONWriter, _ type: RelationshipType) {
    writer.object { writer in
      writer.key("name")
      writer.string(type.name)
      write(type.from, key: "from", to: &writer)
      write(type.to, key: "to", to: &writer)
      write(type.caption, key: "caption", to: &writer)
      write(type.inverseCaption, key: "inverse", to: &writer)
      write(type.description, key: "description", to: &writer)
      writer.key("dependent")
      writer.string(type.dependentEnd.rawValue)
      if !type.impact.isEmpty {
        writer.key("impact")
        writer.object { writer in
          for (state, effect) in type.impact.words {
            writer.key(state)
            writer.string(effect)
          }
        }
      }
      write(type.identity, key: "identity", to: &writer)
      write(type.properties, to: &writer)
    }
  }

  private static func write(_ properties: [PropertyDefinition], to writer: inout JSONWriter) {
    writer.key("properties")
    writer.array(properties) { writer, property in
      writer.object { writer in
        writer.key("name")
        writer.string(property.name)
        writer.key("type")
        write(property.type, to: &writer)
        if property.isRequired {
          writer.key("required")
          writer.boolean(true)
        }
        if let allowed = property.allowedValues {
          writer.key("enum")
          writer.value(.list(allowed))
        }
        write(property.caption, key: "caption", to: &writer)
        write(property.description, key: "description", to: &writer)
      }
    }
  }

  /// A list's type is an array with the type of its items.
  private static func write(_ type: PropertyType, to writer: inout JSONWriter) {
    if case .list(let item) = type {
      writer.beginArray()
      write(item, to: &writer)
      writer.endArray()
    } else {
      writer.string(type.name)
    }
  }

  private static func write(_ caption: Caption, key: String, to writer: inout JSONWriter) {
    guard !caption.isEmpty else { return }
    writer.key(key)
    writer.value(.map(caption.texts.mapValues { .string($0) }))
  }

  private static func write(_ names: [String], key: String, to writer: inout JSONWriter) {
    writer.key(key)
    writer.array(names) { writer, name in writer.string(name) }
  }
}
