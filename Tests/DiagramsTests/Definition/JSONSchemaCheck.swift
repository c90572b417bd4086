import Yams

/// As much of JSON Schema as the definitions' schema uses, on YAML; a keyword that it does not know is noted.
/// - Source: JSON Schema, draft 2020-12, Validation §6 and Core §10.
final class JSONSchemaCheck {
  private let root: Node
  private(set) var unknownKeywords: Set<String> = []

  init(_ schema: String) throws {
    root = try Yams.compose(yaml: schema) ?? Node("")
  }

  func accepts(_ yaml: String) throws -> Bool {
    guard let node = try Yams.compose(yaml: yaml) else { return false }
    return accepts(node, by: root)
  }

  private func accepts(_ value: Node, by schema: Node) -> Bool {
    guard let rules = schema.mapping else { return false }
    return rules.allSatisfy { key, rule in accepts(value, keyword: key.string ?? "", rule, among: rules) }
  }

  private func accepts(_ value: Node, keyword: String, _ rule: Node, among rules: Node.Mapping) -> Bool {
    switch keyword {
    case "$schema", "title", "description", "$defs": return true
    case "$ref":
      let name = (rule.string ?? "").split(separator: "/").last.map(String.init) ?? ""
      return root["$defs"]?[name].map { accepts(value, by: $0) } ?? false
    case "type":
      let names = rule.sequence.map { $0.compactMap(\.string) } ?? [rule.string ?? ""]
      return names.contains { has(value, type: $0) }
    // Words are text in YAML 1.2, which editors read; in 1.1 `16:9` was a number of the base 60.
    case "enum": return value.scalar != nil && rule.sequence?.contains { $0.string == value.scalar?.string } == true
    case "anyOf": return rule.sequence?.contains { accepts(value, by: $0) } == true
    case "oneOf": return rule.sequence?.count { accepts(value, by: $0) } == 1
    case "required":
      guard let mapping = value.mapping, let names = rule.sequence else { return true }
      return names.allSatisfy { name in mapping.contains { $0.key.string == name.string } }
    case "minProperties": return (value.mapping?.count ?? Int.max) >= (rule.int ?? 0)
    case "properties":
      guard let mapping = value.mapping else { return true }
      return mapping.allSatisfy { key, value in rule[key.string ?? ""].map { accepts(value, by: $0) } ?? true }
    case "additionalProperties":
      guard let mapping = value.mapping else { return true }
      let others = mapping.filter { rules["properties"]?[$0.key.string ?? ""] == nil }
      if rule.bool == false { return others.isEmpty }
      return others.allSatisfy { accepts($0.value, by: rule) }
    case "items": return value.sequence?.allSatisfy { accepts($0, by: rule) } ?? true
    case "minItems": return (value.sequence?.count ?? Int.max) >= (rule.int ?? 0)
    case "minimum": return value.int.map { $0 >= rule.int ?? 0 } ?? true
    case "maximum": return value.int.map { $0 <= rule.int ?? 0 } ?? true
    default:
      unknownKeywords.insert(keyword)
      return false
    }
  }

  private func has(_ value: Node, type: String) -> Bool {
    let tag = value.scalar == nil ? "" : value.tag.description
    return switch type {
    case "object": value.mapping != nil
    case "array": value.sequence != nil
    case "null": tag == Tag.Name.null.rawValue
    case "boolean": tag == Tag.Name.bool.rawValue
    case "integer": tag == Tag.Name.int.rawValue
    case "number": tag == Tag.Name.int.rawValue || tag == Tag.Name.float.rawValue
    case "string": tag == Tag.Name.str.rawValue || tag == Tag.Name.timestamp.rawValue
    default: false
    }
  }
}
