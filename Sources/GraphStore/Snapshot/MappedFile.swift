import Glibc

/// A file's bytes in memory, read-only, for as long as the object lives.
@safe
final class MappedFile: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  /// `nil` for what is no plain file, is empty or cannot be read.
  init?(path: String) {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return nil }
    let count = Int(status.st_size)
    // All of it is read at once for its checksums.
    guard let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    unsafe bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}

/// A new version of a file: written beside it and put in its place at once, so that whoever reads has the old or the new
/// one, whole. One process writes at a time; a process that dies leaves nothing that hinders the next.
@safe
final class LockedReplacement {
  private let file: Int32
  private let temporary: String
  private let path: String
  private var isFailed = false

  /// `nil` where the file cannot be written, or another process is writing it.
  /// - Parameter mode: who may read and write the file.
  init?(path: String, mode: mode_t) {
    self.path = path
    temporary = path + ".new"
    file = unsafe open(temporary, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { return nil }
    var held = stat()
    var named = stat()
    // The lock goes with the process. Whoever had it before may have put the file in its place meanwhile: then this is
    // the file that others read.
    guard flock(file, LOCK_EX | LOCK_NB) == 0, unsafe fstat(file, &held) == 0, unsafe stat(temporary, &named) == 0,
      held.st_ino == named.st_ino, held.st_dev == named.st_dev, held.st_mode & S_IFMT == S_IFREG,
      ftruncate(file, 0) == 0
    else {
      close(file)
      return nil
    }
    _ = fchmod(file, mode)
  }

  deinit { close(file) }

  func write(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset < bytes.count, !isFailed {
      let count = unsafe Glibc.write(
        file, bytes.baseAddress.map { unsafe $0 + offset }, min(bytes.count - offset, 1 << 26))
      if count < 0, errno == EINTR { continue }
      if count <= 0 { isFailed = true } else { offset += count }
    }
  }

  /// Puts the file in its place.
  /// - Returns: whether it is there; if not, nothing has changed.
  func finish() -> Bool {
    guard !isFailed, fsync(file) == 0, unsafe rename(temporary, path) == 0 else {
      unsafe unlink(temporary)
      return false
    }
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
    let directory = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
    return true
  }
}
