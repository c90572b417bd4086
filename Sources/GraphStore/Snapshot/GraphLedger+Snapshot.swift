public import GraphModel
public import Temporals

extension GraphLedger {
  /// The map of the graph as it stands, `key` an ordinary property of it.
  /// - Parameter validOn: only nodes and relationships that are valid on this day by `valid_from` and `valid_to`; a
  ///   relationship without both its ends is left out too.
  /// - Complexity: O(nodes + relationships + properties).
  public func snapshot(validOn date: CalendarDate? = nil) throws -> GraphSnapshot {
    try connection.read { try snapshot(at: try revision, isLatest: true, validOn: date) }
  }

  /// The map of the graph as it stood at an earlier revision, with the schema of that time.
  /// - Throws: `noSuchRevision`. Revision 0 is the empty graph.
  public func snapshot(at revision: Int64, validOn date: CalendarDate? = nil) throws -> GraphSnapshot {
    try connection.read {
      let latest = try self.revision
      guard (0...latest).contains(revision) else {
        throw StoreError(
          .noSuchRevision, "there is no revision \(revision) in '\(path)'; the latest is \(latest)")
      }
      return try snapshot(at: revision, isLatest: revision == latest, validOn: date)
    }
  }

  private func snapshot(at revision: Int64, isLatest: Bool, validOn date: CalendarDate?) throws -> GraphSnapshot {
    var reader = SnapshotReader(
      names: try NameTables(connection), validity: date.map(ValidityFilter.init), fileName: path,
      builder: GraphSnapshotBuilder(revision: revision, schema: try schema(at: revision)))
    let counters = try IDCounters(connection)
    reader.builder.nextIDs = (counters.node, counters.relationship)
    let count = try connection.integer("SELECT count(*) FROM node") ?? 0
    reader.arrivals = ElementIDMap(highestID: counters.node, count: Int(count))

    let nodes = try rows("id, label_set, key, properties", of: "node", isLatest: isLatest)
    try reader.addNodes(nodes, at: isLatest ? nil : revision)
    let relationships = try rows(
      "id, type, start_node, end_node, properties", of: "relationship", isLatest: isLatest)
    try reader.addRelationships(relationships, at: isLatest ? nil : revision)
    return reader.builder.build()
  }

  /// The rows of a table now, or as they stood at revision `?1`, by rising id as the builder wants them.
  private func rows(_ columns: String, of table: String, isLatest: Bool) throws(StoreError) -> Statement {
    if isLatest { return try connection.statement("SELECT \(columns) FROM \(table) ORDER BY id") }
    return try connection.statement(
      """
      SELECT \(columns) FROM \(table) WHERE since <= ?1
      UNION ALL SELECT \(columns) FROM \(table)_history WHERE since <= ?1 AND until > ?1 ORDER BY id
      """)
  }
}

/// Feeds the rows of a scan to a snapshot's builder.
private struct SnapshotReader {
  let names: NameTables
  var validity: ValidityFilter?
  let fileName: String
  var builder: GraphSnapshotBuilder
  var arrivals = ElementIDMap(highestID: 0, count: 0)
  private var properties: [(String, Value)] = []

  init(names: NameTables, validity: ValidityFilter?, fileName: String, builder: consuming GraphSnapshotBuilder) {
    self.names = names
    self.validity = validity
    self.fileName = fileName
    self.builder = builder
  }

  mutating func addNodes(_ rows: Statement, at revision: Int64? = nil) throws {
    if let revision { rows.bind(revision, at: 1) }
    defer { rows.reset() }
    while try rows.step() {
      try readProperties(rows, column: 3)
      if !rows.isNull(2) { properties.append(("key", .string(rows.text(2)))) }
      if validity?.excludes(properties) ?? false { continue }
      let id = rows.integer(0)
      arrivals[id] = builder.addNode(
        id: id, labels: names.labelSets[rows.integer(1)] ?? [], properties: properties)
    }
  }

  mutating func addRelationships(_ rows: Statement, at revision: Int64? = nil) throws {
    if let revision { rows.bind(revision, at: 1) }
    defer { rows.reset() }
    while try rows.step() {
      guard let start = arrivals[rows.integer(2)], let end = arrivals[rows.integer(3)],
        let type = names.types[rows.integer(1)]
      else { continue }
      try readProperties(rows, column: 4)
      if validity?.excludes(properties) ?? false { continue }
      builder.addRelationship(id: rows.integer(0), type: type, start: start, end: end, properties: properties)
    }
  }

  private mutating func readProperties(_ rows: Statement, column: Int32) throws(StoreError) {
    properties.removeAll(keepingCapacity: true)
    try rows.withText(column) { bytes throws(StoreError) in
      do throws(JSONError) {
        try TaggedJSON.parseMembers(of: bytes) { name, value in properties.append((name, value)) }
      } catch {
        throw PropertyText.damaged(error, fileName: fileName)
      }
    }
  }
}
