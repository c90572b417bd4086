#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lines of standard input, as many at a time as have arrived.
struct LineInput {
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  /// The beginning of a line that has no end yet.
  private var pending: [UInt8] = []
  private var isAtEnd = false

  /// The lines that are there, waiting for at least one; `nil` at the end of input. Line ends are left out.
  mutating func next() -> [[UInt8]]? {
    while !isAtEnd {
      let count = readChunk()
      isAtEnd = count == 0
      let lines = takeLines(chunk[..<count])
      if !lines.isEmpty { return lines }
    }
    if pending.isEmpty { return nil }
    defer { pending = [] }
    return [pending]
  }

  private mutating func takeLines(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var rest = bytes
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(pending.isEmpty ? Array(rest[..<end]) : pending + rest[..<end])
      pending = []
      rest = rest[(end + 1)...]
    }
    pending += rest
    return lines
  }

  /// - Returns: how many bytes came; 0 at the end of input.
  private mutating func readChunk() -> Int {
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      return max(count, 0)
    }
  }
}
