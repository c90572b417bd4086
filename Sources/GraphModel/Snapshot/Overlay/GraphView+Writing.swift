extension GraphView {
  /// Adds a node; null properties are *no property*.
  public mutating func createNode(labels: [String], properties: some Sequence<(String, Value)>) -> NodeIndex {
    let node = NodeIndex(UInt32(nodeNumberBound))
    withOverlay { overlay in
      let labels = Set(labels.map { overlay.symbols.intern(label: $0) }).sorted()
      let stored = overlay.interned(properties)
      overlay.createdNodes.append(GraphOverlay.CreatedNode(id: nil, labels: labels, properties: stored))
    }
    return node
  }

  /// Adds a relationship; null properties are *no property*.
  public mutating func createRelationship(
    type: String, from start: NodeIndex, to end: NodeIndex, properties: some Sequence<(String, Value)>
  ) -> RelationshipIndex {
    let relationship = RelationshipIndex(UInt32(relationshipNumberBound))
    withOverlay { overlay in
      let type = overlay.symbols.intern(type: type)
      let stored = overlay.interned(properties)
      overlay.createdRelationships.append(
        GraphOverlay.CreatedRelationship(id: nil, type: type, start: start, end: end, properties: stored))
      overlay.createdOutgoing[start, default: []].append(relationship)
      overlay.createdIncoming[end, default: []].append(relationship)
      overlay.touchedNodes.insert(start)
      overlay.touchedNodes.insert(end)
    }
    return relationship
  }

  /// Sets a property; null removes it.
  public mutating func setProperty(_ name: String, of node: NodeIndex, to value: Value) {
    let created = created(node)
    let isCommitted = isCommitted(node)
    withOverlay {
      let key = $0.symbols.intern(propertyKey: name)
      if isCommitted { $0.pending.nodeProperties[node, default: [:]][key] = value }
      if let created {
        $0.createdNodes[created].properties[key] = value.isNull ? nil : value
      } else {
        $0.changedNodeProperties[node, default: [:]][key] = value
      }
    }
  }

  /// Sets a property; null removes it.
  public mutating func setProperty(_ name: String, of relationship: RelationshipIndex, to value: Value) {
    let created = created(relationship)
    let isCommitted = isCommitted(relationship)
    withOverlay {
      let key = $0.symbols.intern(propertyKey: name)
      if isCommitted { $0.pending.relationshipProperties[relationship, default: [:]][key] = value }
      if let created {
        $0.createdRelationships[created].properties[key] = value.isNull ? nil : value
      } else {
        $0.changedRelationshipProperties[relationship, default: [:]][key] = value
      }
    }
  }

  /// - Returns: whether the node did not have the label.
  @discardableResult
  public mutating func addLabel(_ name: String, to node: NodeIndex) -> Bool {
    let label = withOverlay { $0.symbols.intern(label: name) }
    let labels = labels(of: node)
    guard !labels.contains(label) else { return false }
    setLabels((labels + [label]).sorted(), of: node)
    return true
  }

  /// - Returns: whether the node had the label.
  @discardableResult
  public mutating func removeLabel(_ name: String, from node: NodeIndex) -> Bool {
    guard let label = symbols.label(name) else { return false }
    let labels = labels(of: node)
    guard labels.contains(label) else { return false }
    setLabels(labels.filter { $0 != label }, of: node)
    return true
  }

  private mutating func setLabels(_ labels: [LabelID], of node: NodeIndex) {
    let created = created(node)
    let before = isCommitted(node) ? self.labels(of: node) : nil
    withOverlay {
      if let before, $0.pending.labels[node] == nil { $0.pending.labels[node] = before }
      if let created {
        $0.createdNodes[created].labels = labels
      } else {
        $0.changedLabels[node] = labels
        $0.touchedNodes.insert(node)
      }
    }
  }

  /// Deletes a node; its relationships stay until they are deleted themselves.
  /// - Returns: whether it was there.
  @discardableResult
  public mutating func delete(_ node: NodeIndex) -> Bool {
    withOverlay {
      guard $0.deletedNodes.insert(node).inserted else { return false }
      $0.pending.deletedNodes.insert(node)
      return true
    }
  }

  /// - Returns: whether it was there.
  @discardableResult
  public mutating func delete(_ relationship: RelationshipIndex) -> Bool {
    let ends = (start(of: relationship), end(of: relationship))
    return withOverlay {
      guard $0.deletedRelationships.insert(relationship).inserted else { return false }
      $0.touchedNodes.insert(ends.0)
      $0.touchedNodes.insert(ends.1)
      $0.pending.deletedRelationships.insert(relationship)
      return true
    }
  }

  /// The first deleted node that still has a relationship, which no graph may hold.
  public func danglingDeletion() -> NodeIndex? {
    var buffer: [Neighbour] = []
    for node in storage?.overlay.pending.deletedNodes.sorted() ?? [] {
      appendRelationships(of: node, .both, types: nil, to: &buffer)
      if !buffer.isEmpty { return node }
    }
    return nil
  }

  /// What is not committed yet, as the ledger commits it: nodes before the relationships that need them, relationships
  /// deleted before their nodes. What was made and deleted again is not among it.
  public func changes() -> [Change] {
    guard let overlay else { return [] }
    let pending = overlay.pending
    var changes: [Change] = []
    // What is committed comes first, and may be much.
    let firstNode = overlay.createdNodes.lastIndex { $0.id != nil }.map { $0 + 1 } ?? 0
    for offset in firstNode..<overlay.createdNodes.count {
      let node = overlay.createdNodes[offset]
      let index = NodeIndex(UInt32(snapshot.nodeCount + offset))
      guard !overlay.deletedNodes.contains(index) else { continue }
      changes.append(
        .createNode(
          reference(index), labels: node.labels.map(symbols.name(of:)), properties: named(node.properties)))
    }
    changes += nodeUpdates(overlay)
    for relationship in pending.deletedRelationships.sorted() where isCommitted(relationship) {
      changes.append(.deleteRelationship(reference(relationship)))
    }
    let firstRelationship = overlay.createdRelationships.lastIndex { $0.id != nil }.map { $0 + 1 } ?? 0
    for offset in firstRelationship..<overlay.createdRelationships.count {
      let relationship = overlay.createdRelationships[offset]
      let index = RelationshipIndex(UInt32(snapshot.relationshipCount + offset))
      guard !overlay.deletedRelationships.contains(index) else { continue }
      changes.append(
        .createRelationship(
          reference(index), type: symbols.name(of: relationship.type), from: reference(relationship.start),
          to: reference(relationship.end), properties: named(relationship.properties)))
    }
    for (relationship, properties) in pending.relationshipProperties.sorted(by: { $0.key < $1.key })
    where !overlay.deletedRelationships.contains(relationship) {
      changes.append(.updateRelationship(reference(relationship), setting: named(properties)))
    }
    for node in pending.deletedNodes.sorted() where isCommitted(node) {
      changes.append(.deleteNode(reference(node)))
    }
    return changes
  }

  private func nodeUpdates(_ overlay: GraphOverlay) -> [Change] {
    let pending = overlay.pending
    let touched = Set(pending.labels.keys).union(pending.nodeProperties.keys)
    return touched.subtracting(overlay.deletedNodes).sorted().map { node in
      let after = Set(labels(of: node))
      let before = pending.labels[node].map { Set($0) } ?? after
      return .updateNode(
        reference(node), addingLabels: after.subtracting(before).sorted().map(symbols.name(of:)),
        removingLabels: before.subtracting(after).sorted().map(symbols.name(of:)),
        setting: named(pending.nodeProperties[node] ?? [:]))
    }
  }

  /// Whether the ledger has a node, as far as the view knows.
  public func isCommitted(_ node: NodeIndex) -> Bool {
    created(node).map { storage?.overlay.createdNodes[$0].id != nil } ?? true
  }

  func isCommitted(_ relationship: RelationshipIndex) -> Bool {
    created(relationship).map { storage?.overlay.createdRelationships[$0].id != nil } ?? true
  }

  private func reference(_ node: NodeIndex) -> NodeReference {
    isCommitted(node) ? .existing(id: id(of: node)) : .created(node)
  }

  private func reference(_ relationship: RelationshipIndex) -> RelationshipReference {
    isCommitted(relationship) ? .existing(id: id(of: relationship)) : .created(relationship)
  }

  private func named(_ properties: [PropertyKeyID: Value]) -> [String: Value] {
    Dictionary(uniqueKeysWithValues: properties.map { (symbols.name(of: $0.key), $0.value) })
  }
}
