import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How long the layouts of one picture may take together: so much processor time, and a multiple of it by the clock, so
/// that a busy machine stops nothing that a quiet one would finish.
final class LayoutTime: Sendable {
  /// By the clock, for each second of processor time.
  private static let patience = 5.0

  let seconds: Double
  /// By the clock.
  let deadline: ContinuousClock.Instant
  private let spent = Mutex(0.0)

  init(seconds: Double) {
    self.seconds = seconds
    deadline = .now + .seconds(seconds.isFinite ? seconds * Self.patience : 1e9)
  }

  /// In seconds of processor time.
  var left: Double { seconds - spent.withLock { $0 } }

  func spend(_ time: Double) { spent.withLock { $0 += time } }

  /// The processor time that a process has taken until now, in seconds.
  static func processorTime(of process: pid_t) -> Double {
    var clock = clockid_t()
    var time = timespec()
    guard unsafe clock_getcpuclockid(process, &clock) == 0, unsafe clock_gettime(clock, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
