import GraphModel

extension ComparedGraph {
  /// Finds the relationships of which one end has moved: one of a type is gone from a node and one has come.
  ///
  /// The node must have no other of that type at that end in either world, as a team that belongs to one area; or both
  /// relationships must say the same, as those that a scenario leads elsewhere. Else two things happened. Ends that
  /// moved are looked for before starts.
  mutating func joinMoved() {
    joinMoved { ($0.type, $0.startID) }
    joinMoved { ($0.type, $0.endID) }
  }

  private mutating func joinMoved(by fixedEnd: (RelationshipData) -> (type: String, node: Int64)) {
    var groups: [FixedEnd: Group] = [:]
    for (number, relationship) in relationships.enumerated() {
      guard let data = relationship.data else { continue }
      let end = fixedEnd(data)
      let key = FixedEnd(type: end.type, node: end.node)
      if relationship.before != nil { groups[key, default: Group()].before.append(number) }
      if relationship.after != nil { groups[key, default: Group()].after.append(number) }
    }
    for group in groups.values {
      let gone = group.before.filter { relationships[$0].after == nil && relationships[$0].successor == nil }
      let come = group.after.filter { relationships[$0].before == nil && relationships[$0].predecessor == nil }
      guard gone.count == 1, come.count == 1 else { continue }
      let isOnly = group.before.count == 1 && group.after.count == 1
      let properties = (relationships[gone[0]].before?.properties, relationships[come[0]].after?.properties)
      guard isOnly || (properties.0 == properties.1 && properties.0?.isEmpty == false) else { continue }
      relationships[gone[0]].successor = come[0]
      relationships[come[0]].predecessor = gone[0]
    }
  }

  private struct FixedEnd: Hashable {
    var type: String
    var node: Int64
  }

  private struct Group {
    var before: [Int] = []
    var after: [Int] = []
  }
}
