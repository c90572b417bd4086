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
    try commit(changes, context: context, expectedRevision: expectedRevision, view: nil)
  }

  /// Commits what a view of the latest revision changes, as `commit(_:context:expectedRevision:)` does. What it made
  /// gets the ids that the view has told.
  /// - Parameter history: the `historyIdentity` of the view's revision, for which another history with as many revisions,
  ///   of a backup restored meanwhile, is not taken; `nil`: the revision alone is compared.
  public func commit(_ view: GraphView, context: ChangeContext, history: String? = nil) throws -> CommitResult {
    try commit(view.changes(), context: context, expectedRevision: view.revision, view: view, history: history)
  }

  private func commit(
    _ changes: [Change], context: ChangeContext, expectedRevision: Int64, view: GraphView?, history: String? = nil
  ) throws -> CommitResult {
    try connection.write {
      let present = try revision
      if present != expectedRevision {
        throw StoreError(
          .ledgerMoved,
          "'\(path)' has moved from revision \(expectedRevision) to \(present) meanwhile; nothing was written, try again"
        )
      }
      if let history, try historyIdentity(at: present) != history {
        throw StoreError(
          .ledgerMoved, "'\(path)' has got another history meanwhile; nothing was written, try again")
      }
      let schema = try schema
      let session = try CommitSession(connection, schema: schema, view: view) {
        GraphView(try self.snapshot(at: present))
      }
      for change in changes { try session.apply(change) }
      if let schema { try session.check(against: schema) }
      try session.collector.throwIfErrors()
      try session.checkDeletions()
      try session.collector.throwIfErrors()
      var result = CommitResult(
        revision: present, nodeIDs: session.nodeIDs, relationshipIDs: session.relationshipIDs)
      guard session.isChange else { return result }
      result.revision = present + 1
      try recordChangeSet(result.revision, context)
      try session.write(by: ElementWriter(connection, revision: result.revision))
      return result
    }
  }
}
