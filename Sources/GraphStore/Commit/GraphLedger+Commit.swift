import Diagnostics
public import GraphModel

/// What a commit made.
public struct CommitResult: Hashable, Sendable {
  /// The ledger's revision now; the one before if nothing changed.
  public var revision: Int64
  /// The durable ids of the nodes that the changes create, in their order.
  public var nodeIDs: [Int64]
  /// The durable ids of the relationships that the changes create, in their order.
  public var relationshipIDs: [Int64]
}

extension GraphLedger {
  /// Commits changes made on a snapshot, all or nothing, as one revision. On a graph with a schema what they leave is
  /// checked as a load is, and a new node without a key is given one.
  ///
  /// - Parameter expectedRevision: the snapshot's.
  /// - Complexity: where nodes are deleted or relationships might be there twice, the map is built to find out; a
  ///   commit of a view has it already.
  /// - Throws: `DiagnosticsError` with everything that the schema forbids, or a node that is deleted and still
  ///   connected; `StoreError`, with `ledgerMoved` if the ledger is at another revision by now.
  public func commit(
    _ changes: [Change], context: ChangeContext, expectedRevision: Int64
  ) throws -> CommitResult {
    try connection.write {
      try commitInTransaction(
        changes, context: context, expectedRevision: expectedRevision, view: nil, history: nil)
    }
  }

  /// Commits what a view of the latest revision changes, as `commit(_:context:expectedRevision:)` does. What it made
  /// gets the ids that the view has told.
  /// - Parameter history: the `historyIdentity` of the view's revision, for which another history with as many revisions,
  ///   of a backup restored meanwhile, is not taken; `nil`: the revision alone is compared.
  public func commit(_ view: GraphView, context: ChangeContext, history: String? = nil) throws -> CommitResult {
    try connection.write {
      try commitInTransaction(
        view.changes(), context: context, expectedRevision: view.revision, view: view, history: history)
    }
  }

  /// Throws whatever a commit of the view would, and writes nothing.
  public func check(_ view: GraphView, history: String? = nil) throws {
    try connection.read {
      try expect(view.revision, history)
      _ = try checkedSession(view.changes(), view: view)
    }
  }

  private func commitInTransaction(
    _ changes: [Change], context: ChangeContext, expectedRevision: Int64, view: GraphView?, history: String?
  ) throws -> CommitResult {
    try expect(expectedRevision, history)
    let session = try checkedSession(changes, view: view)
    var result = CommitResult(
      revision: expectedRevision, nodeIDs: session.nodeIDs, relationshipIDs: session.relationshipIDs)
    guard session.isChange else { return result }
    result.revision = expectedRevision + 1
    try recordChangeSet(result.revision, context)
    try session.write(by: ElementWriter(connection, revision: result.revision))
    return result
  }

  /// - Throws: `StoreError` with `ledgerMoved` if the ledger is at another revision, or has another history.
  private func expect(_ expected: Int64, _ history: String?) throws {
    let present = try revision
    if present != expected {
      throw StoreError(
        .ledgerMoved,
        "'\(path)' has moved from revision \(expected) to \(present) meanwhile; nothing was written, try again")
    }
    if let history, try historyIdentity(at: present) != history {
      throw StoreError(.ledgerMoved, "'\(path)' has got another history meanwhile; nothing was written, try again")
    }
  }

  /// The changes played through and found good.
  private func checkedSession(_ changes: [Change], view: GraphView?) throws -> CommitSession {
    let schema = try schema
    let present = try revision
    let session = try CommitSession(connection, schema: schema, view: view) {
      GraphView(try self.snapshot(at: present))
    }
    for change in changes { try session.apply(change) }
    if let schema { try session.check(against: schema) }
    try session.collector.throwIfErrors()
    try session.checkDeletions()
    try session.collector.throwIfErrors()
    return session
  }
}
