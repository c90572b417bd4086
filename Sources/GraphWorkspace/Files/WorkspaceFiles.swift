import Interchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a workspace does with files and folders, beyond graph folders.
enum WorkspaceFiles {
  /// A file that is larger than this is no query and no definition.
  static let sizeLimit = 16 << 20
  /// Deeper folders are not looked into; a link that leads back to its own folder ends here too.
  private static let depthLimit = 16

  static func isFolder(_ path: String) -> Bool { mode(path) == S_IFDIR }
  static func exists(_ path: String) -> Bool { mode(path) != nil }

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }

  static func path(_ folder: String, _ name: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }

  /// The files with an ending, in a folder and those below it, by their path within it, in the order of its bytes.
  /// Hidden ones are left out. A folder that is not there has none.
  static func list(_ folder: String, ending: [String]) -> [String] {
    var found: [String] = []
    collect(folder, prefix: "", depth: 0, ending: ending, into: &found)
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func collect(
    _ folder: String, prefix: String, depth: Int, ending: [String], into found: inout [String]
  ) {
    guard depth < depthLimit, let stream = unsafe opendir(folder) else { return }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.utf8.first == UInt8(ascii: ".") { continue }
      let path = path(folder, name)
      switch mode(path) {
      case S_IFDIR?:
        collect(path, prefix: prefix + name + "/", depth: depth + 1, ending: ending, into: &found)
      case S_IFREG?:
        if ending.contains(where: { name.utf8.count > $0.utf8.count && name.hasSuffix($0) }) {
          found.append(prefix + name)
        }
      default: break
      }
    }
  }

  /// - Throws: `FileError`, also for a file beyond the size limit.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError.now(path, "open") }
    defer { close(file) }
    var bytes: [UInt8] = []
    let chunk = 1 << 16
    while true {
      var count = 0
      let more = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
        count = unsafe Glibc.read(file, buffer.baseAddress, chunk)
        initialized = max(count, 0)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileError.now(path, "read") }
      if count == 0 { return bytes }
      bytes += more
      if bytes.count > sizeLimit {
        throw FileError(path: path, action: "read", reason: "the file is larger than \(sizeLimit >> 20) MB")
      }
    }
  }

  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// Makes a folder and those above it that are missing.
  static func makeFolder(_ path: String) throws(FileError) {
    if path.isEmpty || isFolder(path) { return }
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.utf8.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    if unsafe mkdir(path, 0o777) != 0, !isFolder(path) { throw FileError.now(path, "make the folder") }
  }

  /// Writes a file whole: under another name first, so that nobody sees half of it.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let partial = path + ".\(getpid()).partial"
    let file = unsafe open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileError.now(path, "write") }
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        return unsafe Glibc.write(file, rest.baseAddress, rest.count)
      }
      if written < 0, errno == EINTR { continue }
      if written <= 0 {
        let error = FileError.now(path, "write")
        close(file)
        remove(partial)
        throw error
      }
      done += written
    }
    close(file)
    if unsafe rename(partial, path) != 0 {
      let error = FileError.now(path, "write")
      remove(partial)
      throw error
    }
  }
}

extension FileError {
  /// The failure that the system has just reported.
  fileprivate static func now(_ path: String, _ action: String) -> FileError {
    let code = errno
    return FileError(path: path, action: action, reason: unsafe String(cString: strerror(code)))
  }
}
