import GraphModel

/// The definition language as a JSON Schema, for editors that check and complete while somebody writes.
///
/// It is written from `DefinitionPart`, which is what the reader knows. What only the graph's schema or a query can tell,
/// such as a kind's name, it lets pass.
/// - Source: JSON Schema, draft 2020-12.
public enum DefinitionSchema {
  /// The schema's text, with a line break at its end.
  public static var text: String {
    var parts: [(String, JSONTree)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("Styrgraf diagram")),
      ("description", .text("What a diagram shows and how. docs/diagrams.md explains it.")),
    ]
    if case .object(let members) = tree(of: .diagram) { parts += members }
    var definitions: [(String, JSONTree)] = [
      ("text", .object([("type", .array(["string", "number", "boolean"]))])),
      ("value", .object([("type", .array(["string", "number", "boolean", "null"]))])),
      ("caption", tree(of: .caption)),
    ]
    for part in DefinitionPart.allCases where part != .diagram { definitions.append((part.rawValue, tree(of: part))) }
    parts.append(("$defs", .object(definitions)))
    return JSONTree.object(parts).written + "\n"
  }

  private static func tree(of part: DefinitionPart) -> JSONTree {
    var members: [(String, JSONTree)] = [("type", "object"), ("additionalProperties", .flag(false))]
    let required = part.words.filter(\.isRequired).map { JSONTree.text($0.name) }
    if !required.isEmpty { members.append(("required", .array(required))) }
    if part.needsAWord { members.append(("minProperties", .number(1))) }
    if !part.choice.isEmpty {
      members.append(("oneOf", .array(part.choice.map { .object([("required", .array([.text($0)]))]) })))
    }
    members.append(
      (
        "properties",
        .object(
          part.words.map { word in
            guard case .object(let form) = reference(word.form) else { return (word.name, "") }
            return (word.name, .object(form + [("description", .text(word.meaning))]))
          })
      ))
    return .object(members)
  }

  /// A form where it is used: those that have a place among the definitions by their name there.
  private static func reference(_ form: DefinitionForm) -> JSONTree {
    switch form {
    case .text: .object([("$ref", "#/$defs/text")])
    case .value: .object([("$ref", "#/$defs/value")])
    case .caption: .object([("$ref", "#/$defs/caption")])
    case .part(let part): .object([("$ref", .text("#/$defs/\(part.rawValue)"))])
    default: tree(of: form)
    }
  }

  private static func tree(of form: DefinitionForm) -> JSONTree {
    switch form {
    case .text, .value, .part: return reference(form)
    case .caption:
      let text = JSONTree.object([("$ref", "#/$defs/text")])
      let languages = CaptionLanguage.allCases.map { ($0.rawValue, text) }
      return .object([
        (
          "anyOf",
          .array([
            text,
            .object([
              ("type", "object"), ("additionalProperties", .flag(false)), ("properties", .object(languages)),
            ]),
          ])
        )
      ])
    case .flag: return .object([("type", "boolean")])
    case .number(let range):
      return .object([
        ("type", "integer"), ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound)),
      ])
    case .word(let words): return .object([("enum", .array(words.map { .text($0) }))])
    case .list(let item, let least):
      var list: [(String, JSONTree)] = [("type", "array"), ("items", reference(item))]
      if least > 0 { list.append(("minItems", .number(least))) }
      return anyOf([reference(item), .object(list)])
    case .named(let item):
      return .object([("type", "object"), ("additionalProperties", reference(item))])
    case .either(let forms): return anyOf(forms.map(reference))
    }
  }

  /// A choice among all that the parts are, or choose among.
  private static func anyOf(_ parts: [JSONTree]) -> JSONTree {
    let choices = parts.flatMap { part -> [JSONTree] in
      if case .object(let members) = part, members.count == 1, members[0].0 == "anyOf",
        case .array(let inner) = members[0].1
      {
        inner
      } else {
        [part]
      }
    }
    return .object([("anyOf", .array(choices))])
  }
}

/// JSON that is laid out for people: what fits in a line stands in one.
private indirect enum JSONTree: ExpressibleByStringLiteral {
  case object([(String, JSONTree)])
  case array([JSONTree])
  case text(String)
  case number(Int)
  case flag(Bool)

  init(stringLiteral value: String) { self = .text(value) }

  private static let width = 120

  var written: String { written(indent: 0, taken: 0) }

  private func written(indent: Int, taken: Int) -> String {
    let line = inLine
    if line.utf8.count + indent + taken <= Self.width { return line }
    let inner = String(repeating: " ", count: indent + 2)
    let items: [String]
    let brackets: (String, String)
    switch self {
    case .object(let members):
      brackets = ("{", "}")
      items = members.map { name, value in
        let key = Self.quoted(name) + ": "
        return inner + key + value.written(indent: indent + 2, taken: key.utf8.count + 1)
      }
    case .array(let values):
      brackets = ("[", "]")
      items = values.map { inner + $0.written(indent: indent + 2, taken: 1) }
    case .text, .number, .flag: return line
    }
    return brackets.0 + "\n" + items.joined(separator: ",\n") + "\n" + String(repeating: " ", count: indent)
      + brackets.1
  }

  private var inLine: String {
    switch self {
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0)): \($1.inLine)" }.joined(separator: ", ") + "}"
    case .array(let values): "[" + values.map(\.inLine).joined(separator: ", ") + "]"
    case .text(let text): Self.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    }
  }

  /// The words of the language hold no control characters.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
