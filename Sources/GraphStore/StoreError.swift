/// Why the ledger could not be opened, read or written. The world is wrong, not the data: those are diagnostics.
public struct StoreError: Error, Hashable, Sendable {
  public enum Code: String, Hashable, Sendable {
    /// There is no such file, and making one was not asked for.
    case noSuchFile = "no-such-file"
    /// The file is not a database of Styrgraf's: a text, a folder, another program's database.
    case notALedger = "not-a-ledger"
    /// The file was written by a newer version.
    case newerFormat = "newer-format"
    /// The file cannot be opened or made.
    case cannotOpen = "cannot-open"
    /// Another process is writing and did not finish in time.
    case busy
    case readOnly = "read-only"
    case diskFull = "disk-full"
    case damaged
    case inputOutput = "input-output"
    /// Somebody else committed since the revision that the changes were made on: read again and retry.
    case ledgerMoved = "ledger-moved"
    /// The graph has no schema, and the call needs one.
    case noSchema = "no-schema"
    /// A change names a node or relationship that is not there.
    case noSuchElement = "no-such-element"
    case noSuchRevision = "no-such-revision"
    /// A node, relationship or path as the value of a property.
    case unstorableValue = "unstorable-value"
    /// SQLite reported something that has no code of its own.
    case other
  }

  public var code: Code
  /// One sentence for a person, with the file's name where a file is meant.
  public var message: String
  /// The statement that failed, for a maintainer.
  public var sql: String?

  public init(_ code: Code, _ message: String, sql: String? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
  }
}

extension StoreError: CustomStringConvertible {
  public var description: String { message }
}
