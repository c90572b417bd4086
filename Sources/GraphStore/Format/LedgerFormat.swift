/// The ledger's file format: its mark, its version, and the way to it from every older version.
enum LedgerFormat {
  /// `STYR`.
  static let applicationID: UInt32 = 0x5354_5952
  static var version: Int { migrations.count }

  /// The step to version *n* stands at *n* − 1. A released step never changes.
  private static let migrations = [version1]

  /// Brings a database to this version, in a transaction that the caller has opened.
  static func migrate(_ connection: Connection) throws(StoreError) {
    let present = Int(try connection.integer("PRAGMA user_version") ?? 0)
    try refuseNewer(present, fileName: connection.fileName)
    guard present < version else { return }
    for step in migrations[present...] { try connection.execute(step) }
    try connection.execute("PRAGMA application_id = \(applicationID)")
    try connection.execute("PRAGMA user_version = \(version)")
  }

  static func refuseNewer(_ present: Int, fileName: String) throws(StoreError) {
    if present > version {
      throw StoreError(
        .newerFormat,
        "'\(fileName)' was written by a newer version of Styrgraf (format \(present); this one reads up to \(version))")
    }
  }

  /// Current rows carry the revision since which they stand; a superseded or deleted state moves to the history.
  /// Relationships have no index on their ends: the map is the index, and theirs would be a fifth of the file.
  private static let version1 = """
    CREATE TABLE change_set (
      revision INTEGER PRIMARY KEY,
      recorded_at TEXT NOT NULL,
      actor TEXT NOT NULL,
      reason TEXT,
      case_number TEXT
    ) STRICT;

    CREATE TABLE schema_text (
      since INTEGER PRIMARY KEY REFERENCES change_set (revision),
      text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE schema_view (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

    CREATE TABLE counter (name TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO counter VALUES ('node', 1), ('relationship', 1);

    CREATE TABLE label_set (id INTEGER PRIMARY KEY, labels TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE relationship_type (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

    CREATE TABLE node (
      id INTEGER PRIMARY KEY,
      label_set INTEGER NOT NULL REFERENCES label_set (id),
      key TEXT,
      properties TEXT NOT NULL,
      since INTEGER NOT NULL REFERENCES change_set (revision)
    ) STRICT;
    CREATE UNIQUE INDEX node_by_key ON node (key) WHERE key IS NOT NULL;
    CREATE TABLE node_history (
      id INTEGER NOT NULL,
      label_set INTEGER NOT NULL,
      key TEXT,
      properties TEXT NOT NULL,
      since INTEGER NOT NULL,
      until INTEGER NOT NULL,
      PRIMARY KEY (id, since)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE relationship (
      id INTEGER PRIMARY KEY,
      type INTEGER NOT NULL REFERENCES relationship_type (id),
      start_node INTEGER NOT NULL REFERENCES node (id),
      end_node INTEGER NOT NULL REFERENCES node (id),
      properties TEXT NOT NULL,
      since INTEGER NOT NULL REFERENCES change_set (revision)
    ) STRICT;
    CREATE TABLE relationship_history (
      id INTEGER NOT NULL,
      type INTEGER NOT NULL,
      start_node INTEGER NOT NULL,
      end_node INTEGER NOT NULL,
      properties TEXT NOT NULL,
      since INTEGER NOT NULL,
      until INTEGER NOT NULL,
      PRIMARY KEY (id, since)
    ) STRICT, WITHOUT ROWID;
    """

  /// Files of earlier versions have indexes on the ends of relationships, which nothing uses: the map is the index.
  static let droppingRelationshipIndexes = """
    DROP INDEX IF EXISTS relationship_by_start;
    DROP INDEX IF EXISTS relationship_by_end;
    """
  /// What was written since a revision. The first revision, which mostly is the great load, is in none of them; every
  /// writer makes those that an older file lacks, and readers only want them for speed.
  static let revisionIndexes = """
    CREATE INDEX IF NOT EXISTS node_by_since ON node (since) WHERE since > 1;
    CREATE INDEX IF NOT EXISTS relationship_by_since ON relationship (since) WHERE since > 1;
    CREATE INDEX IF NOT EXISTS node_history_by_until ON node_history (until);
    CREATE INDEX IF NOT EXISTS relationship_history_by_until ON relationship_history (until);
    """
  /// The texts that change sets were made from, such as scenarios. The first one makes the table; who does not know it
  /// loses nothing.
  static let sources = """
    CREATE TABLE IF NOT EXISTS change_source (
      revision INTEGER PRIMARY KEY REFERENCES change_set (revision),
      text TEXT NOT NULL
    ) STRICT
    """
  static let nodeKeyIndex = "CREATE UNIQUE INDEX IF NOT EXISTS node_by_key ON node (key) WHERE key IS NOT NULL"
  static let droppingNodeKeyIndex = "DROP INDEX IF EXISTS node_by_key"
}
