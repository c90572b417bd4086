import Diagnostics
import GraphModel
import Yams

extension SchemaTreeReader {
  mutating func readKinds(_ node: Node) -> [NodeKind] {
    if Self.isNull(node) { return [] }
    guard let entries = mapping(node, of: "'kinds'", expected: "names of kinds to what they are") else {
      reading.mayLackKinds = true
      return []
    }
    var kinds: [NodeKind] = []
    for entry in entries {
      guard isUsable(entry, as: "a kind", isFileName: true) else {
        reading.mayLackKinds = true
        continue
      }
      kinds.append(readKind(entry))
    }
    return kinds
  }

  private mutating func readKind(_ entry: YAMLEntry) -> NodeKind {
    var kind = NodeKind(name: entry.name)
    if Self.isNull(entry.value) { return kind }
    guard let parts = mapping(entry.value, of: "kind '\(kind.name)'", expected: "'properties' and more") else {
      reading.incompleteKinds.insert(TextKey(kind.name))
      return kind
    }
    let misspelt = check(
      parts, words: ["caption", "plural", "description", "inactive", "under_review", "properties"], in: "a kind")
    var isComplete = !misspelt.contains("properties")
    for part in parts {
      switch part.name {
      case "caption": kind.caption = caption(part.value, of: "a caption")
      case "plural": kind.plural = caption(part.value, of: "a plural")
      case "description": kind.description = caption(part.value, of: "a description")
      case "properties":
        let properties = readProperties(part.value, reserved: ["key"])
        kind.properties = properties.definitions
        isComplete = isComplete && properties.isComplete
      default: break
      }
    }
    if !isComplete { reading.incompleteKinds.insert(TextKey(kind.name)) }
    for part in parts {
      switch part.name {
      case "inactive": kind.inactive = readStates(part, of: kind)
      case "under_review": kind.underReview = readStates(part, of: kind)
      default: break
      }
    }
    return kind
  }

  /// Values by property, with which a node is in a state.
  private mutating func readStates(_ part: YAMLEntry, of kind: NodeKind) -> [String: [Value]] {
    var states: [String: [Value]] = [:]
    guard let entries = mapping(part.value, of: "'\(part.name)'", expected: "properties to lists of values") else {
      return states
    }
    for entry in entries {
      guard let property = kind.property(named: entry.name) else {
        if reading.incompleteKinds.contains(TextKey(kind.name)) { continue }
        report(
          "unknown-property", "kind '\(kind.name)' has no property '\(entry.name.shortened)'", at: entry.key,
          hint: NameSuggestion.hint(for: entry.name, among: kind.properties.map(\.name)))
        continue
      }
      guard let items = items(entry.value, of: "'\(part.name)'") else { continue }
      var values: [Value] = []
      for item in items {
        guard let value = value(item, of: property) else { continue }
        if let allowed = property.allowedValues, !allowed.contains(value) {
          report(
            "value-not-allowed", "'\(Self.scalarText(item).shortened)' is not among the values of '\(property.name)'",
            at: item,
            hint: Self.hint(for: item, among: allowed))
        }
        values.append(value)
      }
      states[entry.name] = values
    }
    return states
  }
}

// MARK: - Properties

extension SchemaTreeReader {
  /// - Parameter reserved: names that are columns of their own in the files.
  mutating func readProperties(
    _ node: Node, reserved: [String]
  ) -> (definitions: [PropertyDefinition], isComplete: Bool) {
    if Self.isNull(node) { return ([], true) }
    guard let entries = mapping(node, of: "'properties'", expected: "names to types") else { return ([], false) }
    var definitions: [PropertyDefinition] = []
    var isComplete = true
    for entry in entries {
      if reserved.contains(entry.name) {
        report(
          "reserved-name", "'\(entry.name)' is a column of its own and no property to declare", at: entry.key,
          hint: "remove it")
        continue
      }
      guard isUsable(entry, as: "a property", isFileName: false) else {
        isComplete = false
        continue
      }
      definitions.append(readProperty(entry))
    }
    return (definitions, isComplete)
  }

  private mutating func readProperty(_ entry: YAMLEntry) -> PropertyDefinition {
    var definition = PropertyDefinition(name: entry.name, type: .string)
    guard
      let parts = mapping(
        entry.value, of: "property '\(entry.name)'", expected: "'type' and more, such as {type: string},")
    else {
      return definition
    }
    let words = ["type", "of", "required", "enum", "caption", "description"]
    let misspelt = check(parts, words: words, in: "a property")
    let type = readType(of: entry, parts: parts, misspelt: misspelt)
    definition.type = type ?? .string
    for part in parts {
      switch part.name {
      case "required": definition.isRequired = boolean(part.value, of: "'required'") ?? false
      case "caption": definition.caption = caption(part.value, of: "a caption")
      case "description": definition.description = caption(part.value, of: "a description")
      case "enum" where type != nil: definition.allowedValues = readAllowedValues(part.value, of: definition)
      default: break
      }
    }
    return definition
  }

  /// - Returns: `nil` after a report; the property then takes any text.
  private mutating func readType(of entry: YAMLEntry, parts: [YAMLEntry], misspelt: Set<String>) -> PropertyType? {
    let of = parts.first { $0.name == "of" }
    guard let type = parts.first(where: { $0.name == "type" }) else {
      if !misspelt.contains("type") {
        report("missing-type", "property '\(entry.name)' has no type", at: entry.key, hint: "write {type: string}")
      }
      return nil
    }
    guard let word = text(type.value, of: "'type'") else { return nil }
    if word == "list" {
      guard let of else {
        if !misspelt.contains("of") {
          report(
            "missing-item-type", "list '\(entry.name)' does not say what it is a list of", at: type.value,
            hint: "write {type: list, of: string}")
        }
        return nil
      }
      guard let item = text(of.value, of: "'of'") else { return nil }
      return scalarType(item, at: of.value, allowsList: false).map { .list(of: $0) }
    }
    let scalar = scalarType(word, at: type.value, allowsList: true)
    if let of, scalar != nil {
      report(
        "item-type-without-list", "only a list has 'of', and '\(entry.name)' is of type '\(word)'", at: of.key,
        hint: "write {type: list, of: \(word)}")
    }
    return scalar
  }

  private mutating func scalarType(_ word: String, at node: Node, allowsList: Bool) -> PropertyType? {
    if let type = PropertyType.scalars.first(where: { $0.name == word }) { return type }
    if word == "list" {
      report("unknown-type", "a list of lists is not possible", at: node)
      return nil
    }
    let names = PropertyType.scalars.map(\.name) + (allowsList ? ["list"] : [])
    let synonyms = [
      "text": "string", "str": "string", "int": "integer", "number": "float", "double": "float", "bool": "boolean",
      "timestamp": "datetime", "uri": "url", "array": "list",
    ]
    let meant =
      synonyms[word.lowercased()].map { "did you mean '\($0)'?" } ?? NameSuggestion.hint(for: word, among: names)
    report(
      "unknown-type", "there is no property type '\(word.shortened)'", at: node,
      hint: meant ?? "the types are \(Self.list(names))")
    return nil
  }

  private mutating func readAllowedValues(_ node: Node, of definition: PropertyDefinition) -> [Value]? {
    guard let items = items(node, of: "'enum'") else { return nil }
    var values: [Value] = []
    var isSound = true
    for item in items {
      guard let value = value(item, of: definition) else {
        isSound = false
        continue
      }
      if values.contains(value) {
        report(
          "duplicate-value", "'\(Self.scalarText(item).shortened)' is listed twice", at: document.place(of: item),
          severity: .warning)
      } else {
        values.append(value)
      }
    }
    if items.isEmpty {
      report("empty-enum", "'enum' lists no value, so that '\(definition.name)' could have none", at: node)
      return nil
    }
    return isSound ? values : nil
  }

  /// A value in the schema: of the property's type, or of its items' type where it is a list.
  mutating func value(_ node: Node, of definition: PropertyDefinition) -> Value? {
    var type = definition.type
    if case .list(let item) = type { type = item }
    guard let scalar = node.scalar, !Self.isNull(node) else {
      report(
        "wrong-value", "a value of '\(definition.name)' is expected, and here stands \(Self.describe(node))", at: node)
      return nil
    }
    let isText = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    do throws(CellMistake) {
      let value = try CellReader.value(of: scalar.string, as: type)
      if isText, [.integer, .float, .boolean].contains(type) {
        report(
          "wrong-value", "a text in quotes is no \(type.name), as '\(definition.name)' requires", at: node,
          hint: "remove the quotes")
        return nil
      }
      return value
    } catch {
      report("wrong-value", "\(error.message), as '\(definition.name)' requires", at: node, hint: error.hint)
      return nil
    }
  }

  static func scalarText(_ node: Node) -> String { node.scalar?.string ?? "" }

  static func hint(for node: Node, among allowed: [Value]) -> String? {
    AllowedValues.hint(for: scalarText(node), among: allowed)
  }
}
