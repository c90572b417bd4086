import Diagnostics
public import GraphModel

/// The ledger: one graph in one SQLite file, durable, transactional, with every earlier state.
///
/// One connection, for one caller at a time. Several processes may read while one writes; a second writer waits up to
/// five seconds.
public final class GraphLedger {
  let connection: Connection
  /// As the user gave it; `:memory:` is a database without a file.
  public let path: String
  private var hasRead = false
  /// The latest revision, and the mark of the log that stood before it was read.
  private var knownRevision: (mark: CommitMark, revision: Int64)?
  private var knownSchema: (since: Int64, schema: Schema)?

  /// - Parameter create: makes the file if it is missing or empty.
  /// - Throws: `StoreError`. A file that is not ours, or of a newer format, is left untouched.
  public static func open(_ path: String, create: Bool) throws(StoreError) -> GraphLedger {
    if path == ":memory:" { return try GraphLedger(memory: ()) }
    if path.isEmpty { throw StoreError(.noSuchFile, "the name of the database is empty") }
    switch try FileHeader.read(path: path) {
    case .missing, .empty:
      guard create else { throw StoreError(.noSuchFile, "there is no database '\(path)'") }
    case .database(let applicationID, let userVersion):
      guard applicationID == LedgerFormat.applicationID else {
        throw StoreError(.notALedger, "'\(path)' is a database of another program, not a Styrgraf database")
      }
      try LedgerFormat.refuseNewer(Int(userVersion), fileName: path)
    }
    return try GraphLedger(path: path, create: create)
  }

  private init(memory: Void) throws(StoreError) {
    path = ":memory:"
    connection = try Connection(path: path, fileName: path, create: true)
    try prepare()
  }

  private init(path: String, create: Bool) throws(StoreError) {
    self.path = path
    // SQLite gives names such as `:x:` a meaning of its own.
    let file = path.utf8.first == UInt8(ascii: "/") ? path : "./" + path
    connection = try Connection(path: file, fileName: path, create: create)
    try prepare()
  }

  private func prepare() throws(StoreError) {
    // Loads and commits prove themselves that every end is there. SQLite would look for the relationships of a deleted
    // node in the whole table; `integrityCheck()` still has it check the references.
    try connection.execute(
      "PRAGMA foreign_keys = OFF; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536")
    let present = Int(try connection.integer("PRAGMA user_version") ?? 0)
    try LedgerFormat.refuseNewer(present, fileName: path)
    if present < LedgerFormat.version {
      try connection.execute("BEGIN IMMEDIATE")
      do throws(StoreError) {
        try LedgerFormat.migrate(connection)
        try connection.execute("COMMIT")
      } catch {
        connection.rollback()
        throw error
      }
    }
    if !connection.isReadOnly { try connection.execute("PRAGMA journal_mode = WAL") }
  }

  var isInMemory: Bool { path == ":memory:" }

  // MARK: What is there

  /// How often the revision was read because somebody may have committed since. While it stays the same, the history
  /// that led to the revision does too; where it grows, the same number may be that of another history: somebody may
  /// have restored a backup.
  public private(set) var readingCount = 0

  /// The number of the latest change set; 0 while there is none.
  public var revision: Int64 {
    get throws(StoreError) {
      // A transaction sees the revision with which it began.
      if connection.isInTransaction { return try readRevision() }
      let mark = hasRead ? connection.commitMark() : nil
      if let mark, let knownRevision, knownRevision.mark == mark { return knownRevision.revision }
      let revision = try readRevision()
      hasRead = true
      readingCount += 1
      // The mark is older than what was read: a commit between the two shows as another mark.
      knownRevision = mark.map { ($0, revision) }
      return revision
    }
  }

  private func readRevision() throws(StoreError) -> Int64 {
    let statement = try connection.statement("SELECT max(revision) FROM change_set")
    defer { statement.reset() }
    return try statement.step() ? statement.integer(0) : 0
  }

  /// The schema that binds the graph now; `nil` if none was ever loaded.
  public var schema: Schema? {
    get throws(StoreError) { try schema(at: Int64.max) }
  }

  func schema(at revision: Int64) throws(StoreError) -> Schema? {
    let statement = try connection.statement(
      "SELECT since, text FROM schema_text WHERE since <= ? ORDER BY since DESC LIMIT 1")
    statement.bind(revision, at: 1)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    let since = statement.integer(0)
    if let knownSchema, knownSchema.since == since { return knownSchema.schema }
    let schema: Schema
    do { schema = try SchemaJSON.schema(from: statement.text(1)) } catch {
      throw StoreError(.damaged, "'\(path)' is damaged: its schema cannot be read")
    }
    knownSchema = (since, schema)
    return schema
  }

  /// Stores a schema as of a revision, and makes its views.
  func store(_ schema: Schema, since revision: Int64) throws {
    let insert = try connection.statement("INSERT OR REPLACE INTO schema_text VALUES (?, ?)")
    insert.bind(revision, at: 1)
    insert.bind(SchemaJSON.text(of: schema), at: 2)
    try insert.run()
    try SchemaViews.recreate(for: schema, in: connection)
    forgetSchema()
  }

  func forgetSchema() { knownSchema = nil }

  /// Records who makes a revision, when and why.
  func recordChangeSet(_ revision: Int64, _ context: ChangeContext) throws(StoreError) {
    try connection.execute(LedgerFormat.revisionIndexes)
    let insert = try connection.statement(
      """
      INSERT INTO change_set (revision, recorded_at, actor, reason, case_number)
      VALUES (?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?, ?, ?)
      """)
    insert.bind(revision, at: 1)
    insert.bind(context.actor, at: 2)
    insert.bind(context.reason, at: 3)
    insert.bind(context.caseNumber, at: 4)
    try insert.run()
    if let source = context.source { try recordSource(source, of: revision) }
  }
}
