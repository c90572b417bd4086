import Diagnostics
public import GraphModel

extension GraphLedger {
  /// Merges a load into the graph, all or nothing, as one revision; a load that changes nothing makes none.
  ///
  /// - Parameters:
  ///   - schema: the load's own; it takes the place of the stored one, which stands if this is `nil`.
  ///   - sync: removes nodes and relationships of the loaded kinds and types that no file has.
  ///   - dryRun: checks and counts everything, and leaves the database as it was.
  ///   - body: gives the session every row, nodes before relationships.
  /// - Throws: `DiagnosticsError` with everything that is wrong with the data, `StoreError`, and what `body` throws.
  public func merge(
    context: ChangeContext, schema newSchema: Schema? = nil, sync: Bool = false, dryRun: Bool = false,
    body: (MergeSession) throws -> Void
  ) throws -> MergeSummary {
    let isBulk = try !dryRun && beginsBulkLoad()
    defer { if isBulk { endBulkLoad() } }
    try connection.execute("BEGIN IMMEDIATE")
    do {
      let summary = try mergeInTransaction(context, newSchema, sync: sync, body: body)
      if dryRun || !summary.isChange {
        connection.rollback()
        forgetSchema()
      } else {
        try connection.execute("COMMIT")
      }
      return summary
    } catch {
      connection.rollback()
      forgetSchema()
      throw error
    }
  }

  /// For the first load takes SQLite's other journal, which remembers the pages that were there before, and of an empty
  /// database there are none: the rows are written once, not into a log and again into the file. It is as durable, and as
  /// safe against a sudden end: whoever opens the file next shortens it to what it was.
  /// - Returns: `false` where the database is not empty, or others have it open.
  private func beginsBulkLoad() throws(StoreError) -> Bool {
    guard !isInMemory, try revision == 0 else { return false }
    return (try? connection.text("PRAGMA journal_mode = DELETE")) == "delete"
  }

  private func endBulkLoad() {
    try? connection.execute("PRAGMA journal_mode = WAL")
    // The log is opened by the first who reads: that shall be now, and not where its folder may be gone.
    _ = try? revision
  }

  private func mergeInTransaction(
    _ context: ChangeContext, _ newSchema: Schema?, sync: Bool, body: (MergeSession) throws -> Void
  ) throws -> MergeSummary {
    // Before the rows: made afterwards they would read them all.
    try connection.execute(LedgerFormat.revisionIndexes)
    let before = try revision
    let oldSchema = try schema
    guard let effective = newSchema ?? oldSchema else {
      throw StoreError(.noSchema, "'\(path)' has no schema yet, and the load brings none")
    }
    if let oldSchema, let newSchema, newSchema != oldSchema {
      try NumberWidening(connection, from: oldSchema, to: newSchema, revision: before + 1).run()
    }
    let session = try MergeSession(connection, schema: effective, revision: before + 1)
    try body(session)
    let schemaChanged = effective != oldSchema
    if sync { try session.removeWhatNoFileHas() }
    // Into an empty graph everything has just been checked row by row.
    if schemaChanged, session.isReadingComplete, !session.wasEmpty {
      var transition = SchemaTransition(from: oldSchema, to: effective, session: session, isSynchronizing: sync)
      for conflict in try transition.conflicts() { session.report(conflict) }
    }
    try session.collector.throwIfErrors()

    var summary = MergeSummary(revisionBefore: before, revisionAfter: before)
    summary.nodes = counts(session.kindPlans.values.filter(\.isLoaded).map(\.count))
    summary.relationships = counts(session.typePlans.values.filter(\.isLoaded).map(\.count))
    summary.schemaChanged = schemaChanged
    guard summary.isChange else { return summary }
    summary.revisionAfter = before + 1
    try recordChangeSet(before + 1, context)
    try session.ids.store()
    if schemaChanged { try store(effective, since: before + 1) }
    try connection.execute(LedgerFormat.nodeKeyIndex)
    return summary
  }

  private func counts(_ counts: [MergeSummary.Count]) -> [MergeSummary.Count] {
    counts.sorted { $0.name.precedesByCodePoints($1.name) }
  }
}
