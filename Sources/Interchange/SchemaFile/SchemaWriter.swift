public import GraphModel

/// Writes a schema as YAML in the one canonical way, from which `SchemaReader` makes the same schema again.
public enum SchemaWriter {
  public static func write(_ schema: Schema) -> String {
    var text = "version: \(schema.version)\n"
    if !schema.kinds.isEmpty {
      text += "kinds:\n"
      for kind in schema.kinds { append(kind, to: &text) }
    }
    if !schema.relationshipTypes.isEmpty {
      text += "relationships:\n"
      for type in schema.relationshipTypes { append(type, to: &text) }
    }
    return text
  }

  private static func append(_ kind: NodeKind, to text: inout String) {
    text += "  \(YAMLText.scalar(kind.name)):\n"
    let start = text.utf8.count
    append("caption", kind.caption, to: &text)
    append("plural", kind.plural, to: &text)
    append("description", kind.description, to: &text)
    for (word, states) in [("inactive", kind.inactive), ("under_review", kind.underReview)] where !states.isEmpty {
      let entries = states.sorted { $0.key.precedesByCodePoints($1.key) }
      text += "    \(word): " + mapping(entries.map { (YAMLText.scalar($0.key), list($0.value.map(value))) }) + "\n"
    }
    append(kind.properties, to: &text)
    close(start, in: &text)
  }

  private static func append(_ type: RelationshipType, to text: inout String) {
    text += "  \(YAMLText.scalar(type.name)):\n"
    let start = text.utf8.count
    text += "    from: \(names(type.from))\n    to: \(names(type.to))\n"
    append("caption", type.caption, to: &text)
    append("inverse", type.inverseCaption, to: &text)
    append("description", type.description, to: &text)
    if type.dependentEnd != .from { text += "    dependent: \(type.dependentEnd.rawValue)\n" }
    if !type.impact.isEmpty {
      text += "    impact: " + mapping(type.impact.words.map { ($0.state, $0.effect) }) + "\n"
    }
    if !type.identity.isEmpty { text += "    identity: \(list(type.identity.map(YAMLText.scalar)))\n" }
    append(type.properties, to: &text)
    close(start, in: &text)
  }

  /// An entry without any part is written as an empty mapping.
  private static func close(_ start: Int, in text: inout String) {
    guard text.utf8.count == start else { return }
    text.unicodeScalars.removeLast()
    text += " {}\n"
  }

  private static func append(_ properties: [PropertyDefinition], to text: inout String) {
    if properties.isEmpty { return }
    text += "    properties:\n"
    for property in properties {
      var parts: [(String, String)] = []
      if case .list(let item) = property.type {
        parts += [("type", "list"), ("of", item.name)]
      } else {
        parts.append(("type", property.type.name))
      }
      if property.isRequired { parts.append(("required", "true")) }
      if let allowed = property.allowedValues { parts.append(("enum", list(allowed.map(value)))) }
      if !property.caption.isEmpty { parts.append(("caption", caption(property.caption))) }
      if !property.description.isEmpty { parts.append(("description", caption(property.description))) }
      text += "      \(YAMLText.scalar(property.name)): \(mapping(parts))\n"
    }
  }

  private static func append(_ word: String, _ caption: Caption, to text: inout String) {
    if !caption.isEmpty { text += "    \(word): \(self.caption(caption))\n" }
  }

  private static func caption(_ caption: Caption) -> String {
    mapping(
      caption.texts.sorted { $0.key.precedesByCodePoints($1.key) }.map {
        (YAMLText.scalar($0.key), YAMLText.scalar($0.value))
      })
  }

  /// One name by itself, several as a list.
  private static func names(_ names: [String]) -> String {
    if names.count == 1, let name = names.first { return YAMLText.scalar(name) }
    return list(names.map(YAMLText.scalar))
  }

  private static func value(_ value: Value) -> String {
    let text = AllowedValues.text(value)
    if case .string = value { return YAMLText.scalar(text) }
    return text
  }

  private static func mapping(_ entries: [(String, String)]) -> String {
    "{" + entries.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private static func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }
}

/// Text as a YAML scalar.
enum YAMLText {
  /// Plain where no reader could take it for anything else, else in double quotes.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    guard first.properties.isAlphabetic, !last.properties.isWhitespace else { return false }
    if words.contains(text.lowercased()) { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || " _-.;()/0123456789".unicodeScalars.contains(scalar)
    }
  }

  /// Words that some version of YAML reads as something else than text.
  private static let words: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.value == 0xFEFF
          || (0x2028...0x2029).contains(scalar.value) || scalar.value >= 0xE000 && scalar.value < 0xF900
        {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
