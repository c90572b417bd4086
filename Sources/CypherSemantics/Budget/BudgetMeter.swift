public import GraphModel

/// Watches the budget of one query, from the reading of its text to its last row.
///
/// Whatever loops asks `check`; whatever keeps rows or makes large values tells `hold` and `requireRoom`. Used from one
/// thread at a time.
public final class BudgetMeter {
  /// How many questions go by between two looks at the clock.
  private static let interval: UInt32 = 32

  private let timeLimit: TimeLimit?
  private let memory: Int
  private let cancellation: Cancellation?
  private var questions: UInt32 = 0
  /// The most rows that the answer may have.
  public let rowLimit: Int?
  /// Measures what is held: what two operators keep of one list is counted once.
  public var footprint = ValueFootprint()
  /// Bytes held now.
  public var heldBytes: Int { held }
  private var held = 0

  /// The clock runs from now on.
  public init(_ budget: QueryBudget = .unlimited) {
    timeLimit = budget.seconds.flatMap(TimeLimit.init)
    memory = budget.memory ?? .max
    rowLimit = budget.rows
    cancellation = budget.cancellation
  }

  /// Looks at the clock, mostly: to be asked in every turn of a loop.
  /// - Throws: an error with a truncation when the time is over or the query was cancelled.
  @inline(__always)
  public func check() throws(EvaluationError) {
    questions &+= 1
    if questions >= Self.interval { try checkNow() }
  }

  /// Looks at the clock: to be asked before and after what takes long.
  /// - Throws: an error with a truncation when the time is over or the query was cancelled.
  public func checkNow() throws(EvaluationError) {
    questions = 0
    if cancellation?.isCancelled == true { throw .stopped(by: .cancelled, "the query was cancelled") }
    if let timeLimit, timeLimit.isOver {
      let seconds = timeLimit.seconds
      throw .stopped(
        by: .time(seconds: seconds), "the query took longer than \(seconds.plainSeconds) s and was stopped",
        hint: "--timeout allows more")
    }
  }

  /// Notes bytes that the query keeps from now on.
  /// - Throws: an error with a truncation when they are too many.
  public func hold(_ bytes: Int) throws(EvaluationError) {
    // What is not limited is not counted, as it is not always measured.
    guard limitsMemory else { return }
    held += bytes
    if held > memory { throw tooMuch() }
  }

  /// Notes that bytes held before are free again.
  public func release(_ bytes: Int) {
    guard bytes > 0, limitsMemory else { return }
    held -= bytes
    // Other values may come to stand where these stood.
    footprint = ValueFootprint()
  }

  /// Whether there is a limit to what may be held, for which it is worth measuring anything.
  public var limitsMemory: Bool { memory < .max }

  /// To be asked before a large value is made that may soon be gone again.
  /// - Throws: an error with a truncation when there is no room for it.
  public func requireRoom(_ bytes: Int) throws(EvaluationError) {
    if bytes > memory - held { throw tooMuch() }
  }

  private func tooMuch() -> EvaluationError {
    .stopped(
      by: .memory(bytes: memory), "the query needs more than \(memory.plainBytes) of memory and was stopped",
      hint: "--max-memory allows more")
  }
}

/// The time that a query may take, from now on. Apart, as few queries have one and an instant is costly to copy.
private final class TimeLimit {
  let seconds: Double
  private let deadline: ContinuousClock.Instant

  /// - Returns: `nil` for more seconds than the clock can count, which are as good as no limit.
  init?(_ seconds: Double) {
    guard seconds < 1e9 else { return nil }
    self.seconds = seconds
    deadline = ContinuousClock.now + .seconds(seconds)
  }

  var isOver: Bool { ContinuousClock.now > deadline }
}

extension Double {
  /// `30`, `0.5`
  fileprivate var plainSeconds: String { self == rounded() && abs(self) < 1e9 ? "\(Int(self))" : "\(self)" }
}

extension Int {
  /// `1 GB`, `200 MB`, `64 kB`, by powers of 1,000.
  public var plainBytes: String {
    for (unit, name) in [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB")] where self >= unit {
      return self % unit == 0 ? "\(self / unit) \(name)" : "\(Double(self * 10 / unit) / 10) \(name)"
    }
    return "\(self) bytes"
  }
}
