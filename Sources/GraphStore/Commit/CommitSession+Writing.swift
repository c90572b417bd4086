import Diagnostics
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
    let deletesNodes = nodes.values.contains { $0.isDeleted && $0.stored != nil }
    if deletesNodes || (schema != nil && !relationships.isEmpty) {
      try connection.execute(LedgerFormat.relationshipIndexes)
    }
    for id in relationshipOrder {
      guard let relationship = relationships[id], relationship.isDeleted, relationship.stored != nil else { continue }
      try writer.deleteRelationship(id: id)
    }
    for id in nodeOrder {
      guard let node = nodes[id], node.isDeleted else { continue }
      try checkUnconnected(id)
      if node.stored != nil, !collector.hasErrors { try writer.deleteNode(id: id) }
    }
    try collector.throwIfErrors()
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
      var key: String?
      if schema != nil, case .string(let text)? = node.properties["key"] { key = text }
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

  private func checkUnconnected(_ id: Int64) throws {
    let row = try connection.statement(
      "SELECT type, id FROM relationship WHERE start_node = ?1 OR end_node = ?1 ORDER BY id LIMIT 1")
    row.bind(id, at: 1)
    defer { row.reset() }
    var type: String?
    if nodes[id]?.stored != nil, try row.step() { type = names.types[row.integer(0)] }
    if type == nil {
      type = relationships.values.first { $0.stored == nil && !$0.isDeleted && ($0.start == id || $0.end == id) }?.type
    }
    if let type {
      reject(
        "still-connected", "\(title(ofNode: id)) cannot be deleted: it still has relationships, such as \(type)",
        hint: "delete them first, or use DETACH DELETE")
    }
  }

  /// Finds relationships that the identity of their type does not tell from another; the rows are written by now.
  func checkIdentities(_ schema: Schema) throws {
    let rows = try connection.statement(
      "SELECT properties FROM relationship WHERE start_node = ? AND end_node = ? AND type = ? AND id <> ?")
    for id in relationshipOrder {
      guard let relationship = relationships[id], !relationship.isDeleted,
        let type = schema.relationshipType(named: relationship.type),
        let number = names.knownNumber(ofType: relationship.type)
      else { continue }
      var own: [UInt8] = []
      RelationshipIdentity.encode(type.identity, of: relationship.properties.list, into: &own)
      rows.bind(relationship.start, at: 1)
      rows.bind(relationship.end, at: 2)
      rows.bind(number, at: 3)
      rows.bind(id, at: 4)
      defer { rows.reset() }
      while try rows.step() {
        let properties = try rows.withText(0) { bytes throws(StoreError) in
          try PropertyText.read(bytes, fileName: connection.fileName)
        }
        var other: [UInt8] = []
        RelationshipIdentity.encode(type.identity, of: properties, into: &other)
        if own != other { continue }
        let same = type.identity.isEmpty ? "" : " with the same \(type.identity.joined(separator: ", "))"
        reject("duplicate-relationship", "there is a \(title(type.name, relationship))\(same) already")
        break
      }
    }
  }
}
