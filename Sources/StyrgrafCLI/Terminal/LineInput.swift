#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lines of standard input, as many at a time as have arrived.
struct LineInput {
  private var pending: [UInt8] = []
  private var isAtEnd = false

  /// The lines that are there, waiting for at least one; `nil` at the end of input. Line ends are left out.
  mutating func next() -> [[UInt8]]? {
    while !isAtEnd {
      let searched = pending.count
      guard readMore() else { break }
      guard pending[searched...].contains(UInt8(ascii: "\n")) else { continue }
      var lines = pending.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let rest = lines.removeLast()
      defer { pending = Array(rest) }
      return lines.map { Array($0) }
    }
    if pending.isEmpty { return nil }
    defer { pending = [] }
    return [pending]
  }

  private mutating func readMore() -> Bool {
    let chunk = 1 << 16
    while true {
      var count = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
        count = unsafe read(STDIN_FILENO, buffer.baseAddress, chunk)
        initialized = max(count, 0)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      pending.append(contentsOf: bytes)
      return true
    }
    isAtEnd = true
    return false
  }
}
