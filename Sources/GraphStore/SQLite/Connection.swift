import CSQLite

/// One connection to one SQLite file. It is closed when the last reference goes.
///
/// Opened without SQLite's own mutex: a connection stays with one caller at a time.
@safe
final class Connection {
  private let handle: OpaquePointer
  /// The file as the user named it, for messages.
  let fileName: String
  private var statements: [String: Statement] = [:]

  /// Counting SQLite's memory takes a lock for each allocation, and nobody asks for the sum. It can be said before the
  /// first connection only.
  private static let memoryIsNotCounted: Void = { _ = csqlite_config_int(SQLITE_CONFIG_MEMSTATUS, 0) }()

  /// Opens a file, or makes it if `create` says so.
  init(path: String, fileName: String, create: Bool) throws(StoreError) {
    Self.memoryIsNotCounted
    var opened: OpaquePointer?
    var flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    if create { flags |= SQLITE_OPEN_CREATE }
    let status = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard status == SQLITE_OK, let opened = unsafe opened else {
      let reason = unsafe opened.map { unsafe String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      unsafe sqlite3_close_v2(opened)
      throw StoreError(.cannotOpen, "cannot open '\(fileName)': \(reason)")
    }
    unsafe handle = opened
    self.fileName = fileName
    unsafe sqlite3_busy_timeout(handle, 5000)
  }

  deinit {
    statements = [:]
    unsafe sqlite3_close_v2(handle)
  }

  /// A new statement, for one use or for a loop of its own.
  func prepare(_ sql: String) throws(StoreError) -> Statement {
    var prepared: OpaquePointer?
    let status = unsafe sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard status == SQLITE_OK, let prepared = unsafe prepared else { throw error(status, sql: sql) }
    return unsafe Statement(prepared, of: self, sql: sql)
  }

  /// The statement with this text, prepared at its first use and kept; one user at a time.
  func statement(_ sql: String) throws(StoreError) -> Statement {
    if let known = statements[sql] { return known }
    let statement = try prepare(sql)
    statements[sql] = statement
    return statement
  }

  /// The texts of the statements that are kept.
  var preparedStatements: [String] { statements.keys.sorted() }

  /// Runs one or several statements for their effect.
  func execute(_ sql: String) throws(StoreError) {
    let status = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    if status != SQLITE_OK { throw error(status, sql: sql) }
  }

  /// The text in the first column of the first row.
  func text(_ sql: String) throws(StoreError) -> String? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.optionalText(0) : nil
  }

  /// The first column of the first row.
  func integer(_ sql: String) throws(StoreError) -> Int64? {
    let statement = try prepare(sql)
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.integer(0)
  }

  var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

  /// Whether the file can be read only.
  var isReadOnly: Bool { unsafe sqlite3_db_readonly(handle, "main") == 1 }

  /// Whether readers and writers of the file share a write-ahead log. Told once: nobody else can change it while this
  /// connection is open and has read, and a first load, which does, changes it back.
  private(set) lazy var usesSharedLog: Bool = {
    guard let mode = try? prepare("PRAGMA main.journal_mode"), (try? mode.step()) == true else { return false }
    return mode.text(0) == "wal"
  }()

  /// SQLite's own handle of the file.
  private(set) lazy var mainFile: UnsafeMutablePointer<sqlite3_file>? = {
    var file: UnsafeMutablePointer<sqlite3_file>?
    let status = unsafe sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file)
    return unsafe status == SQLITE_OK ? file : nil
  }()

  /// Copies the whole database into another connection's.
  func copy(to other: Connection) throws(StoreError) {
    guard let backup = unsafe sqlite3_backup_init(other.handle, "main", handle, "main") else {
      throw other.error(unsafe sqlite3_extended_errcode(other.handle), sql: nil)
    }
    _ = unsafe sqlite3_backup_step(backup, -1)
    let status = unsafe sqlite3_backup_finish(backup)
    if status != SQLITE_OK { throw other.error(status, sql: nil) }
  }

  func error(_ status: Int32, sql: String?) -> StoreError {
    let reason = unsafe String(cString: sqlite3_errmsg(handle))
    switch status & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED:
      return StoreError(.busy, "'\(fileName)' is being written by another process; try again", sql: sql)
    case SQLITE_READONLY: return StoreError(.readOnly, "'\(fileName)' can be read only: \(reason)", sql: sql)
    case SQLITE_FULL: return StoreError(.diskFull, "the disk is full: '\(fileName)' was left as it was", sql: sql)
    case SQLITE_CORRUPT: return StoreError(.damaged, "'\(fileName)' is damaged: \(reason)", sql: sql)
    case SQLITE_NOTADB: return StoreError(.notALedger, "'\(fileName)' is not a database", sql: sql)
    case SQLITE_CANTOPEN: return StoreError(.cannotOpen, "cannot open '\(fileName)': \(reason)", sql: sql)
    case SQLITE_IOERR:
      return StoreError(.inputOutput, "'\(fileName)' cannot be read or written: \(reason)", sql: sql)
    default: return StoreError(.other, "'\(fileName)': \(reason)", sql: sql)
    }
  }
}

extension Connection {
  /// Runs `body` in one transaction that writes: all of it, or nothing.
  func write<R>(_ body: () throws -> R) throws -> R {
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      rollback()
      throw error
    }
  }

  /// Runs `body` in one transaction that reads, so that it sees one revision.
  func read<R>(_ body: () throws -> R) throws -> R {
    if isInTransaction { return try body() }
    try execute("BEGIN")
    defer { rollback() }
    return try body()
  }

  /// Ends a transaction without its effect. SQLite has done so itself after some errors.
  func rollback() {
    for statement in statements.values { statement.reset() }
    if isInTransaction { try? execute("ROLLBACK") }
  }
}
