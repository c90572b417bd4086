/// How many elements a change set touched.
public struct ChangeCount: Hashable, Sendable {
  public var added = 0
  public var changed = 0
  public var removed = 0

  public init(added: Int = 0, changed: Int = 0, removed: Int = 0) {
    self.added = added
    self.changed = changed
    self.removed = removed
  }

  public var total: Int { added + changed + removed }
}

/// A change set with how much it changed.
public struct HistoryEntry: Sendable {
  public var changeSet: ChangeSet
  public var nodes = ChangeCount()
  public var relationships = ChangeCount()
  public var schemaChanged = false
  /// The text that the changes were made from, such as a scenario; `nil` where none was kept.
  public var source: String?
}

extension GraphLedger {
  /// The latest change sets with how much each changed, newest first.
  /// - Parameter since: only those later than this revision.
  /// - Complexity: O(elements written since the oldest of them + length of the history).
  public func history(limit: Int = 20, since: Int64 = 0) throws -> [HistoryEntry] {
    try connection.read {
      var entries = try changeSets(limit: limit).filter { $0.revision > since }.map { HistoryEntry(changeSet: $0) }
      guard let oldest = entries.last?.changeSet.revision else { return [] }
      let nodes = try counts(of: "node", since: oldest)
      let relationships = try counts(of: "relationship", since: oldest)
      let schemas = try revisions("SELECT since, 1 FROM schema_text WHERE since >= ?1", since: oldest)
      for position in entries.indices {
        let revision = entries[position].changeSet.revision
        entries[position].nodes = nodes[revision] ?? ChangeCount()
        entries[position].relationships = relationships[revision] ?? ChangeCount()
        entries[position].schemaChanged = schemas[revision] != nil
        entries[position].source = try source(of: revision)
      }
      return entries
    }
  }

  /// By revision. A row that was written where another ended is a change; of the others, what was written was added and
  /// what ended was removed.
  private func counts(of table: String, since: Int64) throws -> [Int64: ChangeCount] {
    var counts: [Int64: ChangeCount] = [:]
    for source in [table, "\(table)_history"] {
      let written = try revisions(
        "SELECT since, count(*) FROM \(source) WHERE since >= ?1 GROUP BY since", since: since)
      for (revision, count) in written { counts[revision, default: ChangeCount()].added += count }
    }
    let ended = try revisions(
      "SELECT until, count(*) FROM \(table)_history WHERE until >= ?1 GROUP BY until", since: since)
    for (revision, count) in ended { counts[revision, default: ChangeCount()].removed += count }
    let changed = try revisions(
      """
      SELECT until, count(*) FROM \(table)_history AS old WHERE until >= ?1 AND (
        EXISTS (SELECT 1 FROM \(table) AS new WHERE new.id = old.id AND new.since = old.until)
        OR EXISTS (SELECT 1 FROM \(table)_history AS new WHERE new.id = old.id AND new.since = old.until))
      GROUP BY until
      """, since: since)
    for (revision, count) in changed {
      counts[revision, default: ChangeCount()].changed += count
      counts[revision]?.added -= count
      counts[revision]?.removed -= count
    }
    return counts
  }

  private func revisions(_ sql: String, since: Int64) throws -> [Int64: Int] {
    let rows = try connection.statement(sql)
    rows.bind(since, at: 1)
    var numbers: [Int64: Int] = [:]
    try rows.forEachRow { (row: Statement) in numbers[row.integer(0)] = Int(row.integer(1)) }
    return numbers
  }

  // MARK: Sources

  var hasSources: Bool {
    get throws(StoreError) {
      try connection.integer("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'change_source'") != nil
    }
  }

  func recordSource(_ text: String, of revision: Int64) throws(StoreError) {
    try connection.execute(LedgerFormat.sources)
    let insert = try connection.statement("INSERT INTO change_source VALUES (?, ?)")
    insert.bind(revision, at: 1)
    insert.bind(text, at: 2)
    try insert.run()
  }

  private func source(of revision: Int64) throws -> String? {
    guard try hasSources else { return nil }
    let row = try connection.statement("SELECT text FROM change_source WHERE revision = ?")
    row.bind(revision, at: 1)
    defer { row.reset() }
    return try row.step() ? row.text(0) : nil
  }

  /// Those of some nodes that were written, or removed, later than a revision.
  public func nodes(_ ids: [Int64], changedSince revision: Int64) throws -> [Int64] {
    let row = try connection.statement("SELECT 1 FROM node WHERE id = ?1 AND since <= ?2")
    return try ids.filter { id in
      row.bind(id, at: 1)
      row.bind(revision, at: 2)
      defer { row.reset() }
      return try !row.step()
    }
  }
}
