/// One revision of the ledger: when it was made, by whom, and why.
public struct ChangeSet: Hashable, Sendable {
  public var revision: Int64
  /// UTC, such as `2026-03-20T12:31:14.645Z`.
  public var recordedAt: String
  public var actor: String
  public var reason: String?
  public var caseNumber: String?
}

/// What a database holds.
public struct LedgerInfo: Sendable {
  public struct Count: Hashable, Sendable {
    public var name: String
    public var count: Int
  }

  public var revision: Int64
  /// Bytes of the database without its log; 0 in memory.
  public var fileSize: Int64
  public var nodeCount: Int
  public var relationshipCount: Int
  /// By label, and every declared kind, in order of name. A node with several labels counts under each.
  public var kinds: [Count]
  public var relationshipTypes: [Count]
  /// The latest, newest first.
  public var changeSets: [ChangeSet]
}
