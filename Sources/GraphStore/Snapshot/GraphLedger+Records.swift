public import GraphModel

/// A node as it is saved in a file.
public struct StoredNode: Sendable {
  public var kind: String
  public var key: String
  /// In order of code points of the names, without the key.
  public var properties: [PropertyAssignment]
}

/// A relationship as it is saved in a file.
public struct StoredRelationship: Sendable {
  public var type: String
  public var from: String
  public var to: String
  /// In order of code points of the names.
  public var properties: [PropertyAssignment]
}

extension GraphLedger {
  /// Streams the whole graph in canonical order: nodes by kind and key; relationships by type, from, to and then the
  /// values of the identity; texts by their bytes.
  /// - Throws: `noSchema` for a graph without kinds and keys.
  public func forEachRecord(
    node: (StoredNode) throws -> Void, relationship: (StoredRelationship) throws -> Void
  ) throws {
    try connection.read {
      guard let schema = try schema else {
        throw StoreError(
          .noSchema, "'\(path)' has no schema: a graph without kinds and keys cannot be saved as a folder")
      }
      let names = try NameTables(connection)
      for kind in schema.kinds.map(\.name).sorted(by: { $0.precedesByCodePoints($1) }) {
        if let number = names.knownNumber(ofLabels: [kind]) { try forEachNode(kind, number, node) }
      }
      for type in schema.relationshipTypes.sorted(by: { $0.name.precedesByCodePoints($1.name) }) {
        if let number = names.knownNumber(ofType: type.name) { try forEachRelationship(type, number, relationship) }
      }
    }
  }

  private func forEachNode(_ kind: String, _ labelSet: Int64, _ body: (StoredNode) throws -> Void) throws {
    let rows = try connection.prepare("SELECT key, properties FROM node WHERE label_set = ? ORDER BY key")
    rows.bind(labelSet, at: 1)
    while try rows.step() {
      try body(StoredNode(kind: kind, key: rows.text(0), properties: try assignments(rows, column: 1)))
    }
  }

  private func forEachRelationship(
    _ type: RelationshipType, _ number: Int64, _ body: (StoredRelationship) throws -> Void
  ) throws {
    let rows = try connection.prepare(
      """
      SELECT a.key, b.key, relationship.properties FROM relationship
      JOIN node AS a ON a.id = start_node JOIN node AS b ON b.id = end_node
      WHERE type = ? ORDER BY a.key, b.key
      """)
    rows.bind(number, at: 1)
    // Parallel relationships are put in order by their identity.
    var parallel: [(identity: [UInt8], record: StoredRelationship)] = []
    func flush() throws {
      if parallel.count > 1 {
        parallel.sort { $0.identity.lexicographicallyPrecedes($1.identity) }
      }
      for item in parallel { try body(item.record) }
      parallel.removeAll(keepingCapacity: true)
    }
    while try rows.step() {
      let record = StoredRelationship(
        type: type.name, from: rows.text(0), to: rows.text(1), properties: try assignments(rows, column: 2))
      if let last = parallel.last?.record,
        !(last.from.isIdenticalText(to: record.from) && last.to.isIdenticalText(to: record.to))
      {
        try flush()
      }
      var identity: [UInt8] = []
      if !type.identity.isEmpty {
        let properties = record.properties.map { (name: $0.name, value: $0.value) }
        RelationshipIdentity.encode(type.identity, of: properties, into: &identity)
      }
      parallel.append((identity, record))
    }
    try flush()
  }

  private func assignments(_ rows: Statement, column: Int32) throws(StoreError) -> [PropertyAssignment] {
    try rows.withText(column) { bytes throws(StoreError) in
      try PropertyText.read(bytes, fileName: path).map { PropertyAssignment(name: $0.name, value: $0.value) }
    }
  }
}
