import Diagnostics
import GraphModel
import Yams

extension DefinitionReader {
  // MARK: Names of the schema

  mutating func kinds(_ node: Node) -> [String] {
    names(node, "kind", among: schema?.kinds.map(\.name))
  }

  mutating func types(_ node: Node) -> [String] {
    names(node, "relationship type", among: schema?.relationshipTypes.map(\.name))
  }

  /// The one relationship type that a rule is about.
  mutating func type(_ node: Node) -> String? {
    guard node.scalar != nil else {
      _ = yaml.text(node, "a relationship type")
      return nil
    }
    return types(node).first
  }

  private mutating func names(_ node: Node, _ what: String, among known: [String]?) -> [String] {
    var names: [String] = []
    for item in yaml.items(node) {
      guard let name = yaml.text(item, "a \(what)") else { continue }
      if let known, !known.contains(name) {
        yaml.report(
          "unknown-name", "the schema has no \(what) '\(name)'", at: item,
          hint: NameSuggestion.hint(for: name, among: known), severity: .warning)
      }
      names.append(name)
    }
    return names
  }

  mutating func property(_ node: Node) -> String? {
    guard let name = yaml.text(node, "a property") else { return nil }
    check(property: name, at: node)
    return name
  }

  mutating func check(property name: String, at node: Node) {
    guard let schema, !factNames.contains(name) else { return }
    if let (type, property) = RelationshipProperty.parts(of: name) {
      guard schema.relationshipType(named: type)?.properties.contains(where: { $0.name == property }) != true else {
        return
      }
      yaml.report(
        "unknown-name", "the schema has no property '\(property)' of the relationship type '\(type)'", at: node,
        severity: .warning)
      return
    }
    let known = Set(
      schema.kinds.flatMap { $0.properties.map(\.name) }
        + schema.relationshipTypes.flatMap { $0.properties.map(\.name) } + ["key"]
    ).union(factNames)
    if known.contains(name) { return }
    yaml.report(
      "unknown-name", "the schema has no property '\(name)'", at: node,
      hint: NameSuggestion.hint(for: name, among: known), severity: .warning)
  }

  // MARK: Patterns

  mutating func read(_ key: String, _ node: Node, into pattern: inout ElementPattern) {
    switch key {
    case "kind": pattern.names = kinds(node)
    case "type": pattern.names = types(node)
    case "with": pattern.with = types(node)
    case "without": pattern.without = types(node)
    case "several": pattern.several = types(node)
    case "key":
      pattern.keys = yaml.texts(node, "a key")
      for item in yaml.items(node) {
        guard let name = item.scalar.flatMap({ ElementPattern.parameter(in: $0.string) }) else { continue }
        namedParameters.append((name, item, true))
      }
    case "where": conditions(node, of: "where", into: &pattern)
    default: break
    }
  }

  /// Properties with the values that each may have, or the bounds between which it must lie.
  mutating func conditions(_ node: Node, of what: String, into pattern: inout ElementPattern) {
    for entry in yaml.entries(node, of: what) {
      check(property: entry.key, at: entry.keyNode)
      if entry.value.mapping != nil {
        pattern.bounds[entry.key] = bounds(entry.value)
      } else {
        pattern.values[entry.key] = yaml.values(entry.value)
        check(valuesIn: entry.value, of: entry.key)
      }
    }
  }

  /// Warns of values that the schema allows nowhere.
  private mutating func check(valuesIn node: Node, of name: String) {
    guard let schema, !factNames.contains(name) else { return }
    let declared: [PropertyDefinition]
    if let (type, property) = RelationshipProperty.parts(of: name) {
      declared = schema.relationshipType(named: type)?.properties.filter { $0.name == property } ?? []
    } else {
      declared = (schema.kinds.flatMap(\.properties) + schema.relationshipTypes.flatMap(\.properties))
        .filter { $0.name == name }
    }
    let lists = declared.compactMap(\.allowedValues)
    guard !lists.isEmpty, lists.count == declared.count else { return }
    let allowed = Set(lists.joined())
    for item in yaml.items(node) {
      guard let value = yaml.value(item, "a value"), !value.isNull, !allowed.contains(value) else { continue }
      guard case .string(let text) = value else { continue }
      let words = allowed.compactMap { if case .string(let word) = $0 { word } else { nil } }
      yaml.report(
        "unknown-value", "the schema allows no '\(text)' as '\(name)'", at: item,
        hint: NameSuggestion.hint(for: text, among: words), severity: .warning)
    }
  }

  mutating func bounds(_ node: Node) -> ValueBounds {
    var bounds = ValueBounds()
    let fields = yaml.fields(node, of: .bounds)
    for field in fields {
      let value = yaml.value(field.value, field.key)
      if field.key == "at_least" { bounds.least = value } else { bounds.greatest = value }
    }
    if let least = bounds.least, let greatest = bounds.greatest, greatest.orderability(against: least).isLess {
      yaml.report("empty-range", "no value is 'at_least' the one and 'at_most' the other", at: node)
    }
    if node.mapping?.isEmpty == true {
      yaml.report("missing-word", "a condition needs 'at_least' or 'at_most'", at: node)
    }
    return bounds
  }

  mutating func pattern(_ node: Node) -> ElementPattern {
    var pattern = ElementPattern()
    for field in yaml.fields(node, of: .match) {
      read(field.key, field.value, into: &pattern)
    }
    return pattern
  }
}
