import CSQLite

/// The state of a database's write-ahead log as all its users share it. Equal marks of one connection mean that nobody
/// committed between them.
///
/// It is the header of the log's index, twice, as it stands in the memory that processes share: a commit counts it up,
/// with the number of frames, the checksum of all of them and the log's salts. Reading it takes no lock and no system
/// call, as nothing of the database is read with it.
/// - Source: "WAL-mode File Format", https://sqlite.org/walformat.html, §2.
struct CommitMark: Equatable {
  static let byteCount = 96

  private let first: SIMD8<UInt64>
  private let second: SIMD4<UInt64>

  /// - Parameter header: the first `byteCount` bytes of the index.
  @unsafe
  init(header: UnsafeRawPointer) {
    unsafe first = header.loadUnaligned(as: SIMD8<UInt64>.self)
    unsafe second = header.loadUnaligned(fromByteOffset: 64, as: SIMD4<UInt64>.self)
  }
}

extension Connection {
  /// The mark as it stands now; `nil` where the database has no write-ahead log.
  /// - Precondition: this connection has read the database at least once. From then on it keeps the log's index open,
  ///   and nobody can end the log under it.
  func commitMark() -> CommitMark? {
    guard usesSharedLog, let file = unsafe mainFile, let methods = unsafe file.pointee.pMethods,
      unsafe methods.pointee.iVersion >= 2, let map = unsafe methods.pointee.xShmMap
    else { return nil }
    var index: UnsafeMutableRawPointer?
    // The first region is there, so that this makes nothing; its size is fixed by the format.
    guard unsafe map(file, 0, 32_768, 0, &index) == SQLITE_OK, let index = unsafe index else { return nil }
    return unsafe CommitMark(header: index)
  }
}
