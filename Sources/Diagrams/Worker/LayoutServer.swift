import CGraphviz

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The other side of `LayoutWorker`: answers what comes on the standard input until there is no more.
enum LayoutServer {
  /// A layout that takes more memory than this fails, and the program that asked for it does not.
  private static let memory = 4 << 30
  /// The asking program stops a layout long before; this stops one whose asker is gone.
  private static let seconds: UInt32 = 120

  static func run() {
    cgraphviz_limit_memory(memory)
    keepQuiet()
    let stream = SocketStream(0)
    cgraphviz_alarm(seconds)
    Graphviz.warmUp()
    while true {
      cgraphviz_alarm(0)
      guard let bytes = try? stream.receiveMessage(until: nil) else { return }
      cgraphviz_alarm(seconds)
      guard let request = try? LayoutRequest(wire: bytes) else { return }
      let answer = Result<LayoutAnswer, DiagramError> { () throws(DiagramError) in try request.answer() }
      guard (try? stream.sendMessage(answer.wire, until: nil)) != nil else { return }
    }
  }

  /// Graphviz complains on the standard error of what the asker is told anyhow, and the Swift runtime takes seconds to
  /// tell of a crash.
  private static func keepQuiet() {
    let nowhere = unsafe open("/dev/null", O_WRONLY)
    if nowhere >= 0 {
      dup2(nowhere, 2)
      close(nowhere)
    }
    for number in [SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTRAP] {
      signal(number, SIG_DFL)
    }
  }
}
