import GraphModel

extension GraphView {
  /// What queries found in another view only and is here too, by durable id; and for a relationship that is not, what its
  /// ends have of its type instead, so that one that leads elsewhere now can be told.
  /// - Complexity: O(elements of `other` + relationships of their ends).
  func unfound(of other: Subgraph, besides found: Subgraph) -> Subgraph {
    var unfound = Subgraph()
    let nodes = Set(found.nodes.values.map(\.id))
    for data in other.nodes.values where !nodes.contains(data.id) {
      guard let node = node(withID: data.id) else { continue }
      unfound.nodes[node] = self.data(of: node)
    }
    let relationships = Set(found.relationships.values.map(\.id))
    for data in other.relationships.values where !relationships.contains(data.id) {
      // What is not stored has no id that others know.
      if data.id >= 0, let relationship = self.relationship(like: data) {
        unfound.relationships[relationship] = self.data(of: relationship)
        continue
      }
      for relationship in instead(of: data) where found.relationships[relationship] == nil {
        let data = self.data(of: relationship)
        unfound.relationships[relationship] = data
        for end in [data.start, data.end] where found.nodes[end] == nil { unfound.nodes[end] = self.data(of: end) }
      }
    }
    return unfound
  }

  /// More of a type at one end tell nothing of where one of them went.
  private static let mostInstead = 8

  private func instead(of data: RelationshipData) -> [RelationshipIndex] {
    guard let type = symbols.type(data.type) else { return [] }
    return [(data.startID, TraversalDirection.outgoing), (data.endID, .incoming)].flatMap { id, direction in
      var neighbours: [Neighbour] = []
      if let node = node(withID: id) { appendRelationships(of: node, direction, types: [type], to: &neighbours) }
      return neighbours.count <= Self.mostInstead ? neighbours.map(\.relationship) : []
    }
  }

  private func relationship(like data: RelationshipData) -> RelationshipIndex? {
    guard let start = node(withID: data.startID), let type = symbols.type(data.type) else { return nil }
    var neighbours: [Neighbour] = []
    appendRelationships(of: start, .outgoing, types: [type], to: &neighbours)
    return neighbours.first { id(of: $0.relationship) == data.id }?.relationship
  }
}
