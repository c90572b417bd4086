public import GraphModel

extension GraphLedger {
  /// A view brought to the ledger's present revision by what was committed since, as an overlay on its snapshot.
  /// - Parameters:
  ///   - view: of the whole graph at an earlier revision of this ledger, without uncommitted writes.
  ///   - limit: the greatest number of changed elements to take up.
  /// - Returns: `nil` where that is more than `limit`, or the schema changed: then the map is better built anew.
  /// - Complexity: O(changed elements · log *nodes*), by the indexes on revisions.
  public func following(_ view: GraphView, limit: Int) throws -> GraphView? {
    try connection.read {
      let present = try revision
      let known = view.revision
      if known == present { return view }
      guard known > 0, known < present, try !schemaChanged(since: known),
        try changedElements(since: known, atMost: limit) + view.overlaySize <= limit
      else { return nil }
      var view = view
      view.follow(to: present)
      let names = try NameTables(connection)
      try takeNodes(since: known, names, into: &view)
      try removeRelationships(since: known, names, from: &view)
      try takeRelationships(since: known, names, into: &view)
      try removeNodes(since: known, from: &view)
      return view
    }
  }

  private func schemaChanged(since revision: Int64) throws -> Bool {
    let row = try connection.statement("SELECT 1 FROM schema_text WHERE since > ? LIMIT 1")
    row.bind(revision, at: 1)
    defer { row.reset() }
    return try row.step()
  }

  /// `since > 1` names the partial index; see `LedgerFormat.revisionIndexes`.
  private func changedElements(since revision: Int64, atMost limit: Int) throws -> Int {
    var count = 0
    for table in [
      "node WHERE since > ?1 AND since > 1", "relationship WHERE since > ?1 AND since > 1",
      "node_history WHERE until > ?1", "relationship_history WHERE until > ?1",
    ] {
      let row = try connection.statement("SELECT count(*) FROM (SELECT 1 FROM \(table) LIMIT ?2)")
      row.bind(revision, at: 1)
      row.bind(Int64(limit) + 1, at: 2)
      defer { row.reset() }
      if try row.step() { count += Int(row.integer(0)) }
    }
    return count
  }

  // Without the sign, and with DISTINCT, SQLite would read the whole table to have its rows in order.

  private func takeNodes(since revision: Int64, _ names: NameTables, into view: inout GraphView) throws {
    let rows = try connection.statement(
      "SELECT id, label_set, key, properties FROM node WHERE since > ?1 AND since > 1 ORDER BY +id")
    rows.bind(revision, at: 1)
    defer { rows.reset() }
    while try rows.step() {
      var properties = try rows.withText(3) { bytes throws(StoreError) in
        try PropertyText.read(bytes, fileName: path)
      }
      if let key = rows.optionalText(2) { properties.append(("key", .string(key))) }
      view.setCommittedNode(
        id: rows.integer(0), labels: names.labelSets[rows.integer(1)] ?? [], properties: properties)
    }
  }

  private func takeRelationships(since revision: Int64, _ names: NameTables, into view: inout GraphView) throws {
    let rows = try connection.statement(
      """
      SELECT id, type, start_node, end_node, properties FROM relationship
      WHERE since > ?1 AND since > 1 ORDER BY +id
      """)
    rows.bind(revision, at: 1)
    defer { rows.reset() }
    while try rows.step() {
      guard let type = names.types[rows.integer(1)] else { continue }
      let properties = try rows.withText(4) { bytes throws(StoreError) in
        try PropertyText.read(bytes, fileName: path)
      }
      view.setCommittedRelationship(
        id: rows.integer(0), type: type, startID: rows.integer(2), endID: rows.integer(3), properties: properties)
    }
  }

  private func removeRelationships(since revision: Int64, _ names: NameTables, from view: inout GraphView) throws {
    let rows = try connection.statement(
      """
      SELECT id, type, start_node FROM relationship_history AS old WHERE until > ?1
      AND NOT EXISTS (SELECT 1 FROM relationship WHERE relationship.id = old.id)
      """)
    rows.bind(revision, at: 1)
    defer { rows.reset() }
    while try rows.step() {
      guard let type = names.types[rows.integer(1)] else { continue }
      view.removeCommittedRelationship(id: rows.integer(0), type: type, startID: rows.integer(2))
    }
  }

  private func removeNodes(since revision: Int64, from view: inout GraphView) throws {
    let rows = try connection.statement(
      """
      SELECT id FROM node_history AS old WHERE until > ?1
      AND NOT EXISTS (SELECT 1 FROM node WHERE node.id = old.id)
      """)
    rows.bind(revision, at: 1)
    defer { rows.reset() }
    while try rows.step() { view.removeCommittedNode(id: rows.integer(0)) }
  }
}
