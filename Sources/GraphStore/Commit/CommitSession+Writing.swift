import GraphModel

extension CommitSession {
  /// Whether anything differs from what is stored.
  var isChange: Bool {
    nodes.values.contains { node in
      node.stored.map { node.isDeleted || differs(node, from: $0) } ?? !node.isDeleted
    }
      || relationships.values.contains { relationship in
        relationship.stored.map { relationship.isDeleted || relationship.properties.encoded() != $0 }
          ?? !relationship.isDeleted
      }
  }

  /// Under a schema the key has a column of its own; without, it is a property like any other.
  private var keyColumn: String? { schema == nil ? nil : "key" }

  private func differs(_ node: PendingNode, from stored: PendingNode.Stored) -> Bool {
    let labels = names.labelSets[stored.labelSet] ?? []
    return Set(labels.map(TextKey.init)) != Set(node.labels.map(TextKey.init))
      || node.properties.encoded(without: keyColumn) != stored.properties
  }

  /// Writes what differs: deletions first, so that their keys are free, then nodes, then relationships.
  func write(by writer: ElementWriter) throws {
    for id in relationshipOrder {
      guard let relationship = relationships[id], relationship.isDeleted, relationship.stored != nil else { continue }
      try writer.deleteRelationship(id: id)
    }
    for id in nodeOrder {
      if let node = nodes[id], node.isDeleted, node.stored != nil { try writer.deleteNode(id: id) }
    }
    for id in nodeOrder {
      if let node = nodes[id], !node.isDeleted { try write(node, by: writer) }
    }
    for id in relationshipOrder {
      if let relationship = relationships[id], !relationship.isDeleted { try write(relationship, by: writer) }
    }
    try ids.store()
  }

  private func write(_ node: PendingNode, by writer: ElementWriter) throws {
    let properties = node.properties.encoded(without: keyColumn)
    let labelSet = try names.number(ofLabels: node.labels)
    if let stored = node.stored {
      guard differs(node, from: stored) else { return }
      try writer.updateNode(id: node.id, labelSet: labelSet, properties: properties)
    } else {
      var key: [UInt8]?
      if schema != nil, case .string(let text)? = node.properties["key"] { key = Array(text.utf8) }
      try writer.insertNode(id: node.id, labelSet: labelSet, key: key, properties: properties)
    }
  }

  private func write(_ relationship: PendingRelationship, by writer: ElementWriter) throws {
    let properties = relationship.properties.encoded()
    if let stored = relationship.stored {
      if properties != stored { try writer.updateRelationship(id: relationship.id, properties: properties) }
    } else {
      try writer.insertRelationship(
        id: relationship.id, type: try names.number(ofType: relationship.type), start: relationship.start,
        end: relationship.end, properties: properties)
    }
  }
}
