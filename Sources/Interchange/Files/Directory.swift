#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the file system says of folders.
enum Directory {
  enum Kind {
    case file, folder, other
  }

  /// What a path leads to; `nil` where nothing is.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The length of a file in bytes; 0 where there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The names in a folder, in the order of their bytes.
  static func names(in path: String) throws(FileError) -> [String] {
    guard let stream = unsafe opendir(path) else { throw FileError(path: path, action: "open the folder") }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder and those above it that are missing.
  static func create(_ path: String) throws(FileError) {
    if kind(of: path) == .folder { return }
    let parent = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    if !parent.isEmpty, parent != path { try create(parent) }
    if unsafe mkdir(path, 0o777) != 0, kind(of: path) != .folder {
      throw FileError(path: path, action: "make the folder")
    }
  }

  /// Removes a file, if it is there.
  static func removeFile(_ path: String) throws(FileError) {
    if unsafe unlink(path) != 0, errno != ENOENT { throw FileError(path: path, action: "remove") }
  }

  /// A folder's path with a name in it.
  static func path(_ folder: String, _ name: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }
}
