/// Following the ledger: what was committed since the snapshot's revision becomes an overlay.
extension GraphView {
  /// The ledger's revision that the view shows, apart from what is not committed.
  public var revision: Int64 { storage?.overlay.committed?.revision ?? snapshot.revision }

  /// How many elements differ from the snapshot.
  public var overlaySize: Int {
    guard let overlay = storage?.overlay else { return 0 }
    return overlay.createdNodes.count + overlay.createdRelationships.count + overlay.deletedNodes.count
      + overlay.deletedRelationships.count + overlay.changedLabels.count + overlay.changedNodeProperties.count
      + overlay.changedRelationshipProperties.count
  }

  /// Begins to show a later revision; the changes follow, relationships after the nodes they need and before those that
  /// go with them.
  public mutating func follow(to revision: Int64) {
    withOverlay { overlay in
      if overlay.committed == nil { overlay.committed = GraphOverlay.Committed(revision: revision) }
      overlay.committed?.revision = revision
    }
  }

  /// A node as the ledger has it now.
  public mutating func setCommittedNode(id: Int64, labels: [String], properties: [(name: String, value: Value)]) {
    let known = node(withID: id)
    let snapshotCount = snapshot.nodeCount
    let keysBefore = known.map { node in self.properties(of: node).map(\.key) } ?? []
    let labelsBefore = known.map { self.labels(of: $0) }
    let index = known ?? NodeIndex(UInt32(nodeNumberBound))
    withOverlay { overlay in
      let labels = Set(labels.map { overlay.symbols.intern(label: $0) }).sorted()
      let stored = overlay.interned(properties.lazy.map { ($0.name, $0.value) })
      let offset = Int(index.raw) - snapshotCount
      if known == nil {
        overlay.createdNodes.append(GraphOverlay.CreatedNode(id: id, labels: labels, properties: stored))
        overlay.committed?.nodes[id] = index
      } else if offset >= 0 {
        overlay.createdNodes[offset].labels = labels
        overlay.createdNodes[offset].properties = stored
      } else {
        if labels != labelsBefore {
          overlay.changedLabels[index] = labels
          overlay.touchedNodes.insert(index)
        }
        // All of them: whoever asks need not look further.
        var changed = stored
        for key in keysBefore where changed[key] == nil { changed[key] = .null }
        overlay.changedNodeProperties[index] = overlay.changedNodeProperties[index, default: [:]].merging(changed) {
          $1
        }
      }
      if let name = overlay.symbols.propertyKey("key"), case .string(let key)? = stored[name] {
        overlay.committed?.nodesByKey[TextKey(key)] = index
      }
    }
  }

  /// A relationship as the ledger has it now. One whose ends are not there is left out.
  public mutating func setCommittedRelationship(
    id: Int64, type: String, startID: Int64, endID: Int64, properties: [(name: String, value: Value)]
  ) {
    guard let start = node(withID: startID), let end = node(withID: endID) else { return }
    let known = relationship(withID: id, type: type, from: start)
    let snapshotCount = snapshot.relationshipCount
    let keysBefore = known.map { relationship in self.properties(of: relationship).map(\.key) } ?? []
    let index = known ?? RelationshipIndex(UInt32(relationshipNumberBound))
    withOverlay { overlay in
      let type = overlay.symbols.intern(type: type)
      let stored = overlay.interned(properties.lazy.map { ($0.name, $0.value) })
      let offset = Int(index.raw) - snapshotCount
      if known == nil {
        overlay.createdRelationships.append(
          GraphOverlay.CreatedRelationship(id: id, type: type, start: start, end: end, properties: stored))
        overlay.createdOutgoing[start, default: []].append(index)
        overlay.createdIncoming[end, default: []].append(index)
        overlay.touchedNodes.insert(start)
        overlay.touchedNodes.insert(end)
        overlay.committed?.relationships[id] = index
      } else if offset >= 0 {
        overlay.createdRelationships[offset].properties = stored
      } else {
        var changed = stored
        for key in keysBefore where changed[key] == nil { changed[key] = .null }
        overlay.changedRelationshipProperties[index] =
          overlay.changedRelationshipProperties[index, default: [:]].merging(changed) { $1 }
      }
    }
  }

  /// A node that the ledger no longer has.
  public mutating func removeCommittedNode(id: Int64) {
    guard let node = node(withID: id) else { return }
    withOverlay {
      $0.deletedNodes.insert(node)
      $0.committed?.nodes[id] = nil
    }
  }

  /// A relationship that the ledger no longer has.
  public mutating func removeCommittedRelationship(id: Int64, type: String, startID: Int64) {
    // Its start may be gone too, and is still known by its id.
    guard let start = node(withID: startID), let relationship = relationship(withID: id, type: type, from: start) else {
      return
    }
    let end = end(of: relationship)
    withOverlay {
      $0.touchedNodes.insert(start)
      $0.touchedNodes.insert(end)
      $0.deletedRelationships.insert(relationship)
      $0.committed?.relationships[id] = nil
    }
  }

  /// A live node by its durable id.
  public func node(withID id: Int64) -> NodeIndex? {
    guard let storage else { return snapshot.node(withID: id) }
    if let node = storage.overlay.committed?.nodes[id] { return isDeleted(node) ? nil : node }
    guard let node = snapshot.node(withID: id), !isDeleted(node) else { return nil }
    return node
  }

  /// A live node by its key.
  public func node(withKey key: String) -> NodeIndex? {
    guard let name = symbols.propertyKey("key") else { return nil }
    return nodes(where: name, equals: .string(key)).first
  }

  /// The numbers of all live nodes, in order.
  public var nodes: some Sequence<NodeIndex> {
    let view = self
    let isPlain = !hasOverlay
    return (0..<UInt32(nodeNumberBound)).lazy.map { NodeIndex($0) }.filter { isPlain || !view.isDeleted($0) }
  }

  /// The numbers of all live relationships, in order.
  public var relationships: some Sequence<RelationshipIndex> {
    let view = self
    let isPlain = !hasOverlay
    return (0..<UInt32(relationshipNumberBound)).lazy.map { RelationshipIndex($0) }
      .filter { isPlain || !view.isDeleted($0) }
  }

  private func relationship(withID id: Int64, type name: String, from start: NodeIndex) -> RelationshipIndex? {
    if let known = storage?.overlay.committed?.relationships[id] { return known }
    guard let type = snapshot.symbols.type(name), Int(start.raw) < snapshot.nodeCount else { return nil }
    for position in snapshot.outgoing[Int(type.raw)].positions(of: start)
    where snapshot.relationshipIDs[position] == id {
      let relationship = RelationshipIndex(UInt32(position))
      return isDeleted(relationship) ? nil : relationship
    }
    return nil
  }
}
