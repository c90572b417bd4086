public import GraphModel
public import ImpactAnalysis

/// What changes hands if things go to another programme area.
public struct AreaMove: Sendable {
  /// A thing whose responsible councils change.
  public struct Change: Sendable {
    public let element: ImpactElement
    /// By key; empty is nobody.
    public let before: [ImpactElement]
    public let after: [ImpactElement]
    /// Whether it is moved itself; else its responsibility follows from something that is.
    public let isMoved: Bool
  }

  public let area: ImpactElement
  /// By key.
  public let moved: [ImpactElement]
  /// Of those, the ones that belong to the area alone already.
  public let unmoved: [ImpactElement]
  /// What is moved first, then by kind and key.
  public let changes: [Change]
  /// Councils that lose something, and councils that get something, by key.
  public let handingOver: [ImpactElement]
  public let takingOver: [ImpactElement]
}

extension GovernanceImpact {
  /// Whether the schema lets nodes of this one's kind belong to an area.
  public func canMove(_ node: NodeIndex) -> Bool {
    guard let type = graph.schema?.relationshipType(named: Vocabulary.Relationship.belongsTo) else { return false }
    return graph.labelNames(of: node).contains(where: type.from.contains)
  }

  public func isProgrammeArea(_ node: NodeIndex) -> Bool { responsibilities.search.isProgrammeArea(node) }

  /// What changes hands if nodes leave the areas that they belong to for another one.
  ///
  /// Responsibility is asked before and after, of what is moved and from there on only through what changes.
  /// - Parameter nodes: those that may belong to an area.
  /// - Complexity: O(relationships of what changes and of its neighbours).
  /// - Source: contract §5, *The responsible councils of a thing*.
  public func move(_ nodes: [NodeIndex], to area: NodeIndex) -> AreaMove {
    let moved = names.sortedByKey(Array(Set(nodes)))
    var after = graph
    var unmoved: [NodeIndex] = []
    let type = graph.symbols.type(Vocabulary.Relationship.belongsTo)
    for node in moved {
      var areas: [Neighbour] = []
      if let type { graph.appendRelationships(of: node, .outgoing, types: [type], to: &areas) }
      if areas.map(\.node) == [area] {
        unmoved.append(node)
        continue
      }
      for neighbour in areas { after.delete(neighbour.relationship) }
      _ = after.createRelationship(type: Vocabulary.Relationship.belongsTo, from: node, to: area, properties: [])
    }
    let changes = changes(from: moved, in: after)
    return AreaMove(
      area: names.element(area), moved: moved.map(names.element), unmoved: unmoved.map(names.element),
      changes: changes, handingOver: bodies(changes) { Set($0.before.map(\.node)).subtracting($0.after.map(\.node)) },
      takingOver: bodies(changes) { Set($0.after.map(\.node)).subtracting($0.before.map(\.node)) })
  }

  /// Whose responsibility is another in a later view, among some nodes and whatever follows from them.
  func changes(from moved: [NodeIndex], in after: GraphView) -> [AreaMove.Change] {
    let search = ResponsibilitySearch(graph: after, names: names)
    var findings = ResponsibilityFindings(nodes: after.nodeNumberBound)
    let isMoved = Set(moved)
    var seen = isMoved
    var open = moved
    var changes: [AreaMove.Change] = []
    while let node = open.popLast() {
      let before = responsibilities.finding(of: node)
      let new = search.finding(of: node, &findings)
      let isTeam = responsibilities.search.isBody(node)
      if before.councils == new.councils, !isTeam { continue }
      if before.councils != new.councils {
        changes.append(
          AreaMove.Change(
            element: names.element(node), before: before.councils.map(names.element),
            after: new.councils.map(names.element), isMoved: isMoved.contains(node)))
      }
      for follower in responsibilities.search.followers(of: node) where seen.insert(follower).inserted {
        open.append(follower)
      }
    }
    return changes.sorted { a, b in
      if a.isMoved != b.isMoved { return a.isMoved }
      if !a.element.kind.isIdenticalText(to: b.element.kind) {
        return a.element.kind.precedesByCodePoints(b.element.kind)
      }
      return a.element.key.precedesByCodePoints(b.element.key)
    }
  }

  private func bodies(
    _ changes: [AreaMove.Change], _ difference: (AreaMove.Change) -> Set<NodeIndex>
  ) -> [ImpactElement] {
    names.sortedByKey(Array(changes.reduce(into: Set<NodeIndex>()) { $0.formUnion(difference($1)) }))
      .map(names.element)
  }
}
