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
    let highestNode = try connection.integer("SELECT next FROM counter WHERE name = 'node'") ?? 1
    let highestRelationship = try connection.integer("SELECT next FROM counter WHERE name = 'relationship'") ?? 1
    let count = try connection.integer("SELECT count(*) FROM node") ?? 0
    var reader = SnapshotReader(
      names: try NameTables(connection), validity: date.map(ValidityFilter.init), fileName: path,
      builder: GraphSnapshotBuilder(
        revision: revision, schema: try schema(at: revision), nodeCount: Int(count),
        // Ids are never used again, so that there may be far fewer.
        relationshipCount: Int(min(highestRelationship, count * 8))))
    reader.arrivals = ElementIDMap(highestID: highestNode, count: Int(count))

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
  private var lastLabelSet: (stored: Int64, built: UInt32)?
  private var lastType: (stored: Int64, built: TypeID)?

  init(names: NameTables, validity: ValidityFilter?, fileName: String, builder: consuming GraphSnapshotBuilder) {
    self.names = names
    self.validity = validity
    self.fileName = fileName
    self.builder = builder
  }

  mutating func addNodes(_ rows: Statement, at revision: Int64? = nil) throws {
    if let revision { rows.bind(revision, at: 1) }
    defer { rows.reset() }
    var keyColumn: PropertyKeyID?
    while try rows.step() {
      if try isExcluded(rows, column: 3) { continue }
      let id = rows.integer(0)
      arrivals[id] = builder.addNode(id: id, labelSet: labelSet(rows.integer(1)))
      try rows.withText(3) { bytes throws(StoreError) in
        do throws(JSONError) { try builder.setNodeProperties(bytes) } catch {
          throw PropertyText.damaged(error, fileName: fileName)
        }
      }
      if !rows.isNull(2) {
        let column = keyColumn ?? builder.propertyKey("key")
        keyColumn = column
        rows.withText(2) { builder.setNodeProperty(column, $0) }
      }
    }
  }

  mutating func addRelationships(_ rows: Statement, at revision: Int64? = nil) throws {
    if let revision { rows.bind(revision, at: 1) }
    defer { rows.reset() }
    while try rows.step() {
      guard let start = arrivals[rows.integer(2)], let end = arrivals[rows.integer(3)],
        let type = type(rows.integer(1))
      else { continue }
      if try isExcluded(rows, column: 4) { continue }
      builder.addRelationship(id: rows.integer(0), type: type, start: start, end: end)
      try rows.withText(4) { bytes throws(StoreError) in
        do throws(JSONError) { try builder.setRelationshipProperties(bytes) } catch {
          throw PropertyText.damaged(error, fileName: fileName)
        }
      }
    }
  }

  // Neighbouring rows mostly have the same labels or type.

  @inline(__always)
  private mutating func labelSet(_ number: Int64) -> UInt32 {
    if let known = lastLabelSet, known.stored == number { return known.built }
    let built = builder.labelSet(names.labelSets[number] ?? [])
    lastLabelSet = (number, built)
    return built
  }

  @inline(__always)
  private mutating func type(_ number: Int64) -> TypeID? {
    if let known = lastType, known.stored == number { return known.built }
    guard let name = names.types[number] else { return nil }
    let built = builder.type(name)
    lastType = (number, built)
    return built
  }

  /// Whether an element is not valid on the day that is asked for.
  @inline(__always)
  private mutating func isExcluded(_ rows: Statement, column: Int32) throws(StoreError) -> Bool {
    if validity == nil { return false }
    let properties = try rows.withText(column) { bytes throws(StoreError) in
      try PropertyText.read(bytes, fileName: fileName)
    }
    return validity?.excludes(properties) ?? false
  }
}
