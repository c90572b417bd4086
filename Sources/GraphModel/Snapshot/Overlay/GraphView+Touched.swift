extension GraphView {
  /// Whether the overlay says anything about a node itself: made, deleted, or other labels or properties than in the
  /// snapshot. Of all other nodes the snapshot tells the truth.
  public func isTouched(_ node: NodeIndex) -> Bool {
    guard let storage else { return false }
    return Int(node.raw) >= snapshot.nodeCount || storage.overlay.changedNodeProperties[node] != nil
      || storage.overlay.changedLabels[node] != nil || storage.overlay.deletedNodes.contains(node)
  }

  /// Whether the overlay says anything about a relationship itself: made, deleted, or other properties.
  public func isTouched(_ relationship: RelationshipIndex) -> Bool {
    guard let storage else { return false }
    return Int(relationship.raw) >= snapshot.relationshipCount
      || storage.overlay.changedRelationshipProperties[relationship] != nil
      || storage.overlay.deletedRelationships.contains(relationship)
  }

  /// Whether any node of the snapshot has other properties in the overlay.
  public var changesNodeProperties: Bool { overlay.map { !$0.changedNodeProperties.isEmpty } ?? false }

  /// The nodes for which `isTouched` holds; one may come several times.
  public var touchedNodes: [NodeIndex] {
    guard let overlay else { return [] }
    return (UInt32(snapshot.nodeCount)..<UInt32(nodeNumberBound)).map { NodeIndex($0) }
      + overlay.changedNodeProperties.keys + overlay.changedLabels.keys + overlay.deletedNodes
  }

  /// The nodes whose relationships are others than in the snapshot; one may come several times.
  public var endsOfTouchedRelationships: [NodeIndex] {
    guard let overlay else { return [] }
    return Array(overlay.createdOutgoing.keys) + overlay.createdIncoming.keys
      + overlay.deletedRelationships.flatMap { [start(of: $0), end(of: $0)] }
  }
}
