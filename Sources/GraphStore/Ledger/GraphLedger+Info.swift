import GraphModel

extension GraphLedger {
  /// The latest change sets, newest first.
  public func changeSets(limit: Int = 20) throws -> [ChangeSet] {
    let statement = try connection.statement(
      """
      SELECT revision, recorded_at, actor, reason, case_number FROM change_set
      ORDER BY revision DESC LIMIT ?
      """)
    statement.bind(Int64(limit), at: 1)
    var sets: [ChangeSet] = []
    try statement.forEachRow { (row: Statement) in
      sets.append(
        ChangeSet(
          revision: row.integer(0), recordedAt: row.text(1), actor: row.text(2), reason: row.optionalText(3),
          caseNumber: row.optionalText(4)))
    }
    return sets
  }

  /// - Complexity: O(nodes + relationships).
  public func info() throws -> LedgerInfo {
    try connection.read {
      let names = try NameTables(connection)
      var kinds: [TextKey: Int] = [:]
      var types: [TextKey: Int] = [:]
      for kind in try schema?.kinds ?? [] { kinds[TextKey(kind.name)] = 0 }
      for type in try schema?.relationshipTypes ?? [] { types[TextKey(type.name)] = 0 }
      var nodeCount = 0
      var relationshipCount = 0
      try connection.statement("SELECT label_set, count(*) FROM node GROUP BY label_set").forEachRow {
        (row: Statement) in
        let count = Int(row.integer(1))
        nodeCount += count
        for label in names.labelSets[row.integer(0)] ?? [] { kinds[TextKey(label), default: 0] += count }
      }
      try connection.statement("SELECT type, count(*) FROM relationship GROUP BY type").forEachRow {
        (row: Statement) in
        let count = Int(row.integer(1))
        relationshipCount += count
        if let name = names.types[row.integer(0)] { types[TextKey(name), default: 0] += count }
      }
      let pages = try connection.integer("PRAGMA page_count") ?? 0
      let pageSize = try connection.integer("PRAGMA page_size") ?? 0
      return LedgerInfo(
        revision: try revision, fileSize: isInMemory ? 0 : pages * pageSize, nodeCount: nodeCount,
        relationshipCount: relationshipCount, kinds: sorted(kinds), relationshipTypes: sorted(types),
        changeSets: try changeSets())
    }
  }

  private func sorted(_ counts: [TextKey: Int]) -> [LedgerInfo.Count] {
    counts.map { LedgerInfo.Count(name: $0.key.text, count: $0.value) }
      .sorted { $0.name.precedesByCodePoints($1.name) }
  }

  /// The ids that the next node and the next relationship get, if nothing is committed in between.
  public var nextIDs: (node: Int64, relationship: Int64) {
    get throws(StoreError) {
      let counters = try IDCounters(connection)
      return (counters.node, counters.relationship)
    }
  }
}
