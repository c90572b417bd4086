import CSQLite

/// SQLite copies what is bound.
private let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
/// SQLite reads what is bound where it stands.
private let lent: sqlite3_destructor_type? = nil

/// A prepared statement. Columns and parameters count from 0 and 1, as in SQLite.
@safe
final class Statement {
  private let handle: OpaquePointer
  private unowned let connection: Connection
  let sql: String

  fileprivate init(_ handle: OpaquePointer, connection: Connection, sql: String) {
    unsafe self.handle = handle
    self.connection = connection
    self.sql = sql
  }

  @unsafe
  convenience init(_ handle: OpaquePointer, of connection: Connection, sql: String) {
    unsafe self.init(handle, connection: connection, sql: sql)
  }

  deinit { unsafe sqlite3_finalize(handle) }

  // MARK: Parameters

  func bind(_ value: Int64, at parameter: Int32) {
    unsafe sqlite3_bind_int64(handle, parameter, value)
  }

  func bindNull(at parameter: Int32) {
    unsafe sqlite3_bind_null(handle, parameter)
  }

  func bind(_ text: Span<UInt8>, at parameter: Int32) {
    unsafe text.withUnsafeBytes { bytes in
      // No address would be NULL, which is not the empty text.
      guard let start = bytes.baseAddress, unsafe !bytes.isEmpty else {
        unsafe sqlite3_bind_text64(handle, parameter, "", 0, copied, UInt8(SQLITE_UTF8))
        return
      }
      unsafe sqlite3_bind_text64(
        handle, parameter, start.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), copied,
        UInt8(SQLITE_UTF8))
    }
  }

  func bind(_ text: String?, at parameter: Int32) {
    if let text { bind(text.utf8.span, at: parameter) } else { bindNull(at: parameter) }
  }

  // MARK: Running

  /// - Returns: whether there is a row.
  func step() throws(StoreError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let status:
      let error = connection.error(status, sql: sql)
      reset()
      throw error
    }
  }

  /// Makes the statement ready for its next use; the parameters stay bound.
  func reset() {
    unsafe sqlite3_reset(handle)
  }

  /// Runs a statement that gives no rows, and makes it ready again.
  func run() throws(StoreError) {
    while try step() {}
    reset()
  }

  /// Runs a statement that gives no rows with a text that SQLite reads where it stands, and makes it ready again. The
  /// text is not bound any longer afterwards.
  func run(lending text: [UInt8], at parameter: Int32) throws(StoreError) {
    try lending(text, at: parameter) { () throws(StoreError) in try run() }
  }

  /// Runs a statement as `run(lending:at:)` does, with two texts.
  func run(
    lending first: [UInt8], at firstParameter: Int32, _ second: [UInt8], at secondParameter: Int32
  ) throws(StoreError) {
    try lending(first, at: firstParameter) { () throws(StoreError) in
      try lending(second, at: secondParameter) { () throws(StoreError) in try run() }
    }
  }

  @inline(__always)
  private func lending(
    _ text: [UInt8], at parameter: Int32, _ body: () throws(StoreError) -> Void
  ) throws(StoreError) {
    try unsafe text.span.withUnsafeBytes { (bytes) throws(StoreError) in
      // No address would be NULL, which is not the empty text.
      guard let start = bytes.baseAddress, unsafe !bytes.isEmpty else {
        unsafe sqlite3_bind_text64(handle, parameter, "", 0, copied, UInt8(SQLITE_UTF8))
        return try body()
      }
      unsafe sqlite3_bind_text64(
        handle, parameter, start.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), lent, UInt8(SQLITE_UTF8))
      defer { unsafe sqlite3_bind_null(handle, parameter) }
      try body()
    }
  }

  /// Calls `body` at every row, and makes the statement ready again.
  func forEachRow<E: Error>(_ body: (Statement) throws(E) -> Void) throws {
    defer { reset() }
    while try step() { try body(self) }
  }

  // MARK: Columns

  var columnCount: Int32 { unsafe sqlite3_column_count(handle) }

  func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

  func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// Lends the bytes of a text column; NULL lends none.
  func withText<R, E: Error>(_ column: Int32, _ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    let start = unsafe sqlite3_column_text(handle, column)
    let count = unsafe start == nil ? 0 : Int(sqlite3_column_bytes(handle, column))
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    return try body(unsafe bytes.span)
  }

  func text(_ column: Int32) -> String {
    withText(column) { bytes in unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }
  }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
}
