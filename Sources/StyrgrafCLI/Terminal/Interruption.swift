import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C while a query runs: the first time the query is asked to stop, the second time the program ends.
enum Interruption {
  /// What shells give for a program that Ctrl-C ended.
  static let status: Int32 = 130
  /// Made before the handler is set, which only stores into it.
  static let cancellation = Cancellation()

  static var isRequested: Bool { cancellation.isCancelled }

  /// From now on Ctrl-C ends nothing, but for what is watched.
  static func ignore() { _ = signal(SIGINT, SIG_IGN) }

  /// Runs a body during which Ctrl-C cancels instead of killing.
  static func watched<Result>(_ body: () throws -> Result) rethrows -> Result {
    cancellation.clear()
    // Whoever started the program may have started it with the signal blocked.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    let previous = signal(SIGINT) { _ in
      if Interruption.cancellation.isCancelled { _exit(Interruption.status) }
      Interruption.cancellation.cancel()
    }
    defer { _ = signal(SIGINT, previous) }
    return try body()
  }
}
