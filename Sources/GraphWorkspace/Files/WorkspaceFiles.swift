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
  /// Deeper folders are not looked into.
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
    var seen: Set<FolderIdentity> = []
    collect(folder, prefix: "", depth: 0, ending: ending, seen: &seen, into: &found)
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func collect(
    _ folder: String, prefix: String, depth: Int, ending: [String], seen: inout Set<FolderIdentity>,
    into found: inout [String]
  ) {
    // A link may lead back up: each folder is looked into once, wherever it is met first.
    guard depth < depthLimit, let identity = FolderIdentity(folder), seen.insert(identity).inserted else { return }
    // In order of name, so that it is the same one each time.
    for name in names(in: folder) where name.utf8.first != UInt8(ascii: ".") {
      let path = path(folder, name)
      switch mode(path) {
      case S_IFDIR?:
        collect(path, prefix: prefix + name + "/", depth: depth + 1, ending: ending, seen: &seen, into: &found)
      case S_IFREG?:
        if ending.contains(where: { name.utf8.count > $0.utf8.count && name.hasSuffix($0) }) {
          found.append(prefix + name)
        }
      default: break
      }
    }
  }

  /// What a folder holds, in the order of its bytes; nothing for one that cannot be read.
  private static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      names.append(
        unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        })
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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

  /// Writes a file whole: under another name first, so that nobody sees half of it. A link stays and what it leads to is
  /// written; a pipe or a device takes the bytes as they come.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    var status = stat()
    let isThere = unsafe stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      return try fill(path, with: bytes, flags: O_WRONLY, named: path)
    }
    let target = isThere ? self.target(of: path) : path
    let partial = target + ".\(getpid()).partial"
    do {
      try fill(partial, with: bytes, flags: O_WRONLY | O_CREAT | O_TRUNC, named: path)
    } catch {
      remove(partial)
      throw error
    }
    if unsafe rename(partial, target) != 0 {
      let error = FileError.now(path, "write")
      remove(partial)
      throw error
    }
  }

  /// Where links lead from a path.
  private static func target(of path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// - Parameter name: what a failure calls the file.
  private static func fill(
    _ path: String, with bytes: [UInt8], flags: Int32, named name: String
  ) throws(FileError) {
    let file = unsafe open(path, flags | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileError.now(name, "write") }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        return unsafe Glibc.write(file, rest.baseAddress, rest.count)
      }
      if written < 0, errno == EINTR { continue }
      if written <= 0 { throw FileError.now(name, "write") }
      done += written
    }
  }
}

/// Tells a folder from others, whatever links lead to it.
private struct FolderIdentity: Hashable {
  private let device: UInt
  private let number: UInt

  /// `nil` for what is not there.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    (device, number) = (UInt(status.st_dev), UInt(status.st_ino))
  }
}

extension FileError {
  /// The failure that the system has just reported.
  fileprivate static func now(_ path: String, _ action: String) -> FileError {
    let code = errno
    return FileError(path: path, action: action, reason: unsafe String(cString: strerror(code)))
  }
}

extension GraphWorkspace {
  /// Writes a result into a file, whole or not at all; folders that are missing are made.
  /// - Throws: `FileError`.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.utf8.startIndex {
      try WorkspaceFiles.makeFolder(String(path[..<slash]))
    }
    try WorkspaceFiles.write(bytes, to: path)
  }
}
