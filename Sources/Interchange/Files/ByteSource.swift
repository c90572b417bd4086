#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that arrive in order: a file, or text at hand.
protocol ByteSource: AnyObject {
  /// Fills the front of the buffer and answers how many bytes it has now; fewer than it could hold only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int
}

/// What the machine refuses to do with a file.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String
  /// What was tried, such as `open`.
  public var action: String
  /// The system's words for its reason.
  public var reason: String

  public init(path: String, action: String, reason: String) {
    self.path = path
    self.action = action
    self.reason = reason
  }

  /// With the reason that the system left in `errno`.
  init(path: String, action: String) {
    let code = errno
    self.init(path: path, action: action, reason: unsafe String(cString: strerror(code)))
  }

  public var description: String { "cannot \(action) '\(path)': \(reason)" }
}

/// A file read from its beginning; closed when it is let go.
final class FileByteSource: ByteSource {
  private let path: String
  private let descriptor: Int32

  init(path: String) throws(FileError) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw FileError(path: path, action: "open") }
  }

  /// Opens a file that must be one: no pipe, device or folder, and no symbolic link.
  /// - Parameter name: what errors call it.
  init(regularFile path: String, name: String) throws(FileError) {
    self.path = name
    // Without waiting, since opening a pipe would.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    if descriptor < 0 { throw FileError(path: name, action: "open") }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: name, action: "read", reason: "it is not a file")
    }
  }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    var filled = 0
    while filled < buffer.count {
      #if canImport(Darwin)
        let count = unsafe Darwin.read(descriptor, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled)
      #elseif canImport(Musl)
        let count = unsafe Musl.read(descriptor, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled)
      #else
        let count = unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled)
      #endif
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(path: path, action: "read")
      }
      filled += count
    }
    return filled
  }

  /// The whole of a file that is known to be small.
  /// - Throws: `FileError`, also where the file is larger than `limit` bytes.
  static func contents(of path: String, limit: Int) throws(FileError) -> [UInt8] {
    let source = try FileByteSource(path: path)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = try source.fill(&chunk, from: 0)
      bytes += chunk[..<count]
      if bytes.count > limit {
        throw FileError(path: path, action: "read", reason: "larger than \(limit / 1_048_576) MB")
      }
      if count < chunk.count { return bytes }
    }
  }
}

/// Bytes that are already in memory.
final class MemoryByteSource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    let count = min(buffer.count, bytes.count - position)
    let part = bytes[position..<position + count]
    unsafe buffer.copyBytes(from: part)
    position += count
    return count
  }
}

extension ByteSource {
  /// Overwrites the elements from an index on; answers how many.
  func fill(_ array: inout [UInt8], from start: Int) throws(FileError) -> Int {
    let result: Result<Int, FileError> = unsafe array.withUnsafeMutableBytes { bytes in
      do throws(FileError) {
        return .success(unsafe try read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[start...])))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
