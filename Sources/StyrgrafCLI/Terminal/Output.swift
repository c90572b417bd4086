#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The two streams of a command: results on standard output, all else on standard error.
enum Output {
  /// A reader that goes away, such as `head`, ends the command quietly instead of by a signal.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
  static func write(_ text: String) { write(Array(text.utf8)) }
  static func print(_ line: String) { write(Array((line + "\n").utf8)) }
  static func tell(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to stream: Int32) {
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        let written = unsafe Glibc.write(stream, rest.baseAddress, rest.count)
        if written > 0 {
          done += written
        } else if errno != EINTR {
          fail(stream)
        }
      }
    }
  }

  /// What cannot be written cannot be told either, if it was an error.
  private static func fail(_ stream: Int32) {
    if errno == EPIPE { exit(0) }
    if stream == STDOUT_FILENO {
      tell("styrgraf: error: cannot write the result: \(unsafe String(cString: strerror(errno)))")
    }
    exit(3)
  }
}
