#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that are written beside the ones they replace, and take their places only when all of them are written: a
/// failure before that leaves the old ones as they were.
struct FileReplacement {
  private var pending: [(temporary: String, final: String)] = []

  /// Writes a file under a temporary name in the folder where it belongs.
  /// - Parameter write: called with what appends bytes to the file.
  mutating func add(_ path: String, write: (([UInt8]) throws -> Void) throws -> Void) throws {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let temporary = "\(folder).\(name).new"
    unsafe unlink(temporary)
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw FileError(path: temporary, action: "create") }
    pending.append((temporary, path))
    defer { close(descriptor) }
    try write { bytes in try FileReplacement.append(bytes, to: descriptor, path: temporary) }
    if fsync(descriptor) != 0 { throw FileError(path: temporary, action: "write") }
  }

  /// Gives the files their names.
  mutating func commit() throws(FileError) {
    for file in pending where unsafe rename(file.temporary, file.final) != 0 {
      throw FileError(path: file.final, action: "replace")
    }
    pending = []
  }

  /// Removes what was written and not committed.
  mutating func discard() {
    for file in pending { unsafe unlink(file.temporary) }
    pending = []
  }

  private static func append(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes[offset...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(path: path, action: "write")
      }
      offset += count
    }
  }
}
