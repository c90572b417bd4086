import Diagnostics
public import GraphModel

/// What an undo did, or would do.
public struct UndoResult: Sendable {
  /// The change set that was undone.
  public var undone: ChangeSet
  /// The ledger's revision now; the one before if nothing changed.
  public var revision: Int64
  public var nodes: ChangeCount
  public var relationships: ChangeCount
}

extension GraphLedger {
  /// Restores what a change set changed, all or nothing, as a change set of its own: what it added goes, what it removed
  /// comes back with its own id, what it changed is as it was. The schema stays as it is; an undo can be undone.
  ///
  /// - Parameter dryRun: checks and counts everything, and leaves the database as it was.
  /// - Throws: `DiagnosticsError` with each element that is no longer as the change set left it, and with all that the
  ///   schema, or what was added since, forbids; `StoreError`.
  /// - Complexity: O(elements that the change set touched + length of the history); the map is built where relationships
  ///   come back or nodes go.
  public func undo(_ revision: Int64, context: ChangeContext, dryRun: Bool = false) throws -> UndoResult {
    try connection.execute("BEGIN IMMEDIATE")
    do {
      let result = try undoInTransaction(revision, context)
      if dryRun || result.nodes.total + result.relationships.total == 0 {
        connection.rollback()
      } else {
        try connection.execute("COMMIT")
      }
      return result
    } catch {
      connection.rollback()
      throw error
    }
  }

  private func undoInTransaction(_ revision: Int64, _ context: ChangeContext) throws -> UndoResult {
    let present = try self.revision
    guard let undone = try changeSet(revision) else {
      throw StoreError(.noSuchRevision, "there is no revision \(revision) in '\(path)'; the latest is \(present)")
    }
    let schema = try schema
    let session = try CommitSession(connection, schema: schema, view: nil) { GraphView(try self.snapshot(at: present)) }
    var result = UndoResult(
      undone: undone, revision: present, nodes: try session.restoreNodes(before: revision),
      relationships: try session.restoreRelationships(before: revision))
    try session.collector.throwIfErrors()
    if let schema { try session.check(against: schema) }
    try session.collector.throwIfErrors()
    try session.checkDeletions()
    try session.collector.throwIfErrors()
    guard session.isChange else {
      result.nodes = ChangeCount()
      result.relationships = ChangeCount()
      return result
    }
    result.revision = present + 1
    try recordChangeSet(result.revision, context)
    try session.write(by: ElementWriter(connection, revision: result.revision))
    return result
  }

  /// One change set; `nil` if there is none.
  public func changeSet(_ revision: Int64) throws -> ChangeSet? {
    let row = try connection.statement(
      "SELECT revision, recorded_at, actor, reason, case_number FROM change_set WHERE revision = ?")
    row.bind(revision, at: 1)
    defer { row.reset() }
    guard try row.step() else { return nil }
    return ChangeSet(
      revision: row.integer(0), recordedAt: row.text(1), actor: row.text(2), reason: row.optionalText(3),
      caseNumber: row.optionalText(4))
  }
}
