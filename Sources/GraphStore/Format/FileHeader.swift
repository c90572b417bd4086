import Glibc

/// What stands in the first bytes of a file, read before SQLite may touch it: opening a database can change it
/// (a log is played back), and a file that is not ours must stay as it is.
/// - Source: SQLite, "Database File Format", §1.3.
enum FileHeader {
  case missing
  case empty
  case database(applicationID: UInt32, userVersion: UInt32)

  /// - Throws: `notALedger` for what is no file or no SQLite database, `cannotOpen` for what cannot be read.
  static func read(path: String) throws(StoreError) -> FileHeader {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      if errno == ENOENT { return .missing }
      throw StoreError(.cannotOpen, "cannot open '\(path)': \(reason(errno))")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw StoreError(.notALedger, "'\(path)' is a folder, not a database")
    default: throw StoreError(.notALedger, "'\(path)' is not a file")
    }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw StoreError(.cannotOpen, "cannot open '\(path)': \(reason(errno))") }
    defer { close(file) }

    var bytes = [UInt8](repeating: 0, count: 100)
    var filled = 0
    while filled < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe buffer.baseAddress.map { unsafe Glibc.read(file, $0 + filled, buffer.count - filled) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw StoreError(.inputOutput, "cannot read '\(path)': \(reason(errno))") }
      if count == 0 { break }
      filled += count
    }
    if filled == 0 { return .empty }
    guard filled == bytes.count, bytes.starts(with: "SQLite format 3\0".utf8) else {
      throw StoreError(.notALedger, "'\(path)' is not a Styrgraf database")
    }
    return .database(applicationID: number(bytes[68..<72]), userVersion: number(bytes[60..<64]))
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func reason(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
