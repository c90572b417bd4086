import GraphModel

extension ElementPattern {
  /// Whether the pattern says anything at all.
  var isEmpty: Bool {
    names.isEmpty && values.isEmpty && without.isEmpty && with.isEmpty && keys.isEmpty
  }

  func matches(names candidates: [String], properties: [String: Value]) -> Bool {
    if !names.isEmpty, !names.contains(where: candidates.contains) { return false }
    return values.allSatisfy { name, allowed in
      let value = properties[name] ?? .null
      if case .list(let items) = value { return items.contains(where: allowed.contains) }
      return allowed.contains(value)
    }
  }

  /// - Parameter types: the types of the relationships that the node has.
  func matches(_ node: DrawnNode, types: Set<String>) -> Bool {
    guard matches(names: node.labels, properties: node.properties) else { return false }
    if !keys.isEmpty, !keys.contains(where: node.key.isIdenticalText) { return false }
    return without.allSatisfy { !types.contains($0) } && with.allSatisfy(types.contains)
  }

  func matches(_ relationship: DrawnRelationship) -> Bool {
    matches(names: [relationship.type], properties: relationship.properties)
  }
}

extension ValueOrder {
  var isLess: Bool { self == .less }
}
