public import GraphModel
import Temporals

/// Values as people read them, in the notation of the query language: `(:Council {key: 'sor-ogon'})`, `['a', 1.5]`.
public enum ValueText {
  /// A text stands as it is; inside a list, map or element it is quoted.
  public static func text(of value: Value, elements: Subgraph = Subgraph()) -> String {
    if case .string(let text) = value { return text }
    return inner(value, elements)
  }

  /// A node in short: its labels and its key, else its name, else a few properties.
  public static func text(of node: NodeData) -> String {
    let labels = node.labels.map { ":" + name($0) }.joined()
    let identifying = ["key", "name"].first { node.properties[$0] != nil }
    let properties = short(node.properties, names: identifying.map { [$0] } ?? names(of: node.properties))
    if labels.isEmpty || properties.isEmpty { return "(\(labels)\(properties))" }
    return "(\(labels) \(properties))"
  }

  /// A relationship in short: its type and a few properties.
  public static func text(of relationship: RelationshipData) -> String {
    let properties = short(relationship.properties, names: names(of: relationship.properties))
    return properties.isEmpty ? "[:\(name(relationship.type))]" : "[:\(name(relationship.type)) \(properties)]"
  }

  private static func inner(_ value: Value, _ elements: Subgraph) -> String {
    switch value {
    case .null: return "null"
    case .boolean(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .float(let number): return CellWriter.text(of: number)
    case .string(let text): return quoted(text)
    case .date(let date): return date.description
    case .localTime(let time): return time.description
    case .time(let time): return time.description
    case .localDateTime(let time): return time.description
    case .dateTime(let time): return time.description
    case .duration(let duration): return duration.description
    case .list(let items): return "[" + items.map { inner($0, elements) }.joined(separator: ", ") + "]"
    case .map(let members):
      let parts = names(of: members).map { "\(name($0)): \(inner(members[$0] ?? .null, elements))" }
      return "{" + parts.joined(separator: ", ") + "}"
    case .node(let index): return elements.nodes[index].map { text(of: $0) } ?? "()"
    case .relationship(let index): return elements.relationships[index].map { text(of: $0) } ?? "[]"
    case .path(let path): return self.path(path, elements)
    }
  }

  private static func path(_ path: Path, _ elements: Subgraph) -> String {
    var result = inner(.node(path.nodes[0]), elements)
    for (step, index) in path.relationships.enumerated() {
      let arrow = inner(.relationship(index), elements)
      let isForward = elements.relationships[index].map { $0.start == path.nodes[step] } ?? true
      result += isForward ? "-\(arrow)->" : "<-\(arrow)-"
      result += inner(.node(path.nodes[step + 1]), elements)
    }
    return result
  }

  private static func names(of properties: [String: Value]) -> [String] {
    properties.keys.sorted { $0.precedesByCodePoints($1) }
  }

  /// The properties in braces, at most four of them.
  private static func short(_ properties: [String: Value], names: [String]) -> String {
    if names.isEmpty { return "" }
    var parts = names.prefix(4).map { "\(name($0)): \(inner(properties[$0] ?? .null, Subgraph()))" }
    if names.count > 4 { parts.append("…") }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  /// A name, in backticks where the language needs them.
  private static func name(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.enumerated().allSatisfy { position, scalar in
        scalar == "_" || scalar.properties.isAlphabetic || position > 0 && scalar.properties.numericType == .decimal
      }
    if isPlain { return text }
    var result = String.UnicodeScalarView("`".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "`" { result.append(scalar) }
      result.append(scalar)
    }
    return String(result) + "`"
  }

  private static func quoted(_ text: String) -> String {
    var result = String.UnicodeScalarView("'".unicodeScalars)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'", "\\": result.append(contentsOf: ["\\", scalar])
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result) + "'"
  }
}
