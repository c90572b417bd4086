import GraphModel

extension SchemaJSON {
  /// The stored text is not a schema: only a damaged or tampered file has one.
  struct Unreadable: Error {}

  static func schema(from text: String) throws(Unreadable) -> Schema {
    guard let value = try? TaggedJSON.parse(text) else { throw Unreadable() }
    let object = try Object(value)
    guard case .integer(let version)? = object["version"] else { throw Unreadable() }
    return Schema(
      version: Int(version), kinds: try object.list("kinds").map(kind),
      relationshipTypes: try object.list("relationships").map(relationshipType))
  }

  private static func kind(_ value: Value) throws(Unreadable) -> NodeKind {
    let object = try Object(value)
    return NodeKind(
      name: try object.text("name"), caption: try object.caption("caption"),
      plural: try object.caption("plural"), description: try object.caption("description"),
      properties: try object.list("properties").map(property),
      inactive: try states(object["inactive"]), underReview: try states(object["under_review"]))
  }

  private static func states(_ stated: Value?) throws(Unreadable) -> [String: [Value]] {
    var states: [String: [Value]] = [:]
    guard let stated else { return states }
    for (name, values) in try Object(stated).members {
      guard case .list(let values) = values else { throw Unreadable() }
      states[name] = values
    }
    return states
  }

  private static func relationshipType(_ value: Value) throws(Unreadable) -> RelationshipType {
    let object = try Object(value)
    var impact: [ImpactState: ImpactState] = [:]
    var leavesUnowned = false
    if let stated = object["impact"] {
      for (state, effect) in try Object(stated).members {
        if effect == .string(ImpactTable.unownedWord), ImpactState(name: state) == .retired {
          leavesUnowned = true
          continue
        }
        guard let state = ImpactState(name: state), case .string(let name) = effect,
          let effect = ImpactState(name: name)
        else { throw Unreadable() }
        impact[state] = effect
      }
    }
    guard ImpactTable.isMonotone(impact), !impact.values.contains(.retired), !leavesUnowned || impact.isEmpty,
      let dependent = RelationshipType.DependentEnd(rawValue: try object.text("dependent"))
    else { throw Unreadable() }
    return RelationshipType(
      name: try object.text("name"), from: try object.names("from"), to: try object.names("to"),
      caption: try object.caption("caption"), inverseCaption: try object.caption("inverse"),
      description: try object.caption("description"), dependentEnd: dependent,
      impact: leavesUnowned ? .unowned : ImpactTable(impact),
      identity: try object.names("identity"), properties: try object.list("properties").map(property))
  }

  private static func property(_ value: Value) throws(Unreadable) -> PropertyDefinition {
    let object = try Object(value)
    var allowed: [Value]?
    if object["enum"] != nil { allowed = try object.list("enum") }
    return PropertyDefinition(
      name: try object.text("name"), type: try type(object["type"] ?? .null),
      isRequired: object["required"] == .boolean(true), allowedValues: allowed,
      caption: try object.caption("caption"), description: try object.caption("description"))
  }

  private static func type(_ value: Value) throws(Unreadable) -> PropertyType {
    switch value {
    case .list(let items) where items.count == 1: return .list(of: try type(items[0]))
    case .string(let name):
      guard let type = PropertyType.scalars.first(where: { $0.name == name }) else { throw Unreadable() }
      return type
    default: throw Unreadable()
    }
  }

  private struct Object {
    let members: [String: Value]

    init(_ value: Value) throws(Unreadable) {
      guard case .map(let members) = value else { throw Unreadable() }
      self.members = members
    }

    subscript(name: String) -> Value? { members[name] }

    func text(_ name: String) throws(Unreadable) -> String {
      guard case .string(let text)? = members[name] else { throw Unreadable() }
      return text
    }

    func list(_ name: String) throws(Unreadable) -> [Value] {
      guard case .list(let items)? = members[name] else { throw Unreadable() }
      return items
    }

    func names(_ name: String) throws(Unreadable) -> [String] {
      try list(name).map { item throws(Unreadable) in
        guard case .string(let text) = item else { throw Unreadable() }
        return text
      }
    }

    func caption(_ name: String) throws(Unreadable) -> Caption {
      guard let value = members[name] else { return Caption() }
      var texts: [String: String] = [:]
      for (language, text) in try Object(value).members {
        guard case .string(let text) = text else { throw Unreadable() }
        texts[language] = text
      }
      return Caption(texts)
    }
  }
}
