/// What the ledger has around a node, for whoever knows the node by its durable id: the map is the ledger's index of
/// relationships.
extension GraphView {
  /// The relationships at a node that the ledger has, those deleted here left out; also where the node itself is deleted
  /// here. In order of durable ids.
  /// - Complexity: O(degree · log degree).
  public func committedRelationships(ofNodeWithID id: Int64) -> [RelationshipIndex] {
    guard let node = committedNode(withID: id) else { return [] }
    var neighbours: [Neighbour] = []
    appendRelationships(of: node, .both, types: nil, to: &neighbours)
    return neighbours.map(\.relationship).filter(isCommitted).sorted { self.id(of: $0) < self.id(of: $1) }
  }

  /// The relationships of a type from one node to another that the ledger has, those deleted here left out.
  /// - Complexity: O(lesser of the two degrees).
  public func committedRelationships(
    ofType name: String, fromNodeWithID startID: Int64, toNodeWithID endID: Int64
  ) -> [RelationshipIndex] {
    guard let type = symbols.type(name), let start = committedNode(withID: startID),
      let end = committedNode(withID: endID)
    else { return [] }
    var neighbours: [Neighbour] = []
    let isFromStart = degree(of: start, .outgoing, type) <= degree(of: end, .incoming, type)
    appendRelationships(
      of: isFromStart ? start : end, isFromStart ? .outgoing : .incoming, types: [type], to: &neighbours)
    let other = isFromStart ? end : start
    return neighbours.filter { $0.node == other }.map(\.relationship).filter(isCommitted)
  }

  private func committedNode(withID id: Int64) -> NodeIndex? {
    storage?.overlay.committed?.nodes[id] ?? snapshot.node(withID: id)
  }

  /// At most how many relationships a node has; those deleted here are counted.
  private func degree(of node: NodeIndex, _ direction: TraversalDirection, _ type: TypeID) -> Int {
    let isOutgoing = direction == .outgoing
    let adjacency = isOutgoing ? snapshot.outgoing : snapshot.incoming
    let created = isOutgoing ? storage?.overlay.createdOutgoing[node] : storage?.overlay.createdIncoming[node]
    let isStored = Int(type.raw) < adjacency.count && Int(node.raw) < snapshot.nodeCount
    return (isStored ? adjacency[Int(type.raw)].positions(of: node).count : 0) + (created?.count ?? 0)
  }
}
