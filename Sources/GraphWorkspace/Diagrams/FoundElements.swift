import GraphModel

extension GraphView {
  /// What queries found in another view only and is here too, by durable id.
  /// - Complexity: O(elements of `other` + relationships of their start nodes).
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
      guard data.id >= 0, let relationship = self.relationship(like: data) else { continue }
      unfound.relationships[relationship] = self.data(of: relationship)
    }
    return unfound
  }

  private func relationship(like data: RelationshipData) -> RelationshipIndex? {
    guard let start = node(withID: data.startID), let type = symbols.type(data.type) else { return nil }
    var neighbours: [Neighbour] = []
    appendRelationships(of: start, .outgoing, types: [type], to: &neighbours)
    return neighbours.first { id(of: $0.relationship) == data.id }?.relationship
  }
}
