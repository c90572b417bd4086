import CypherSemantics
import GraphModel

/// Watches one run's budget. Looking at the clock is put off to every sixteenth question.
struct BudgetMeter {
  private let budget: QueryBudget
  private let deadline: ContinuousClock.Instant?
  private var questions: UInt32 = 0

  init(_ budget: QueryBudget) {
    self.budget = budget
    deadline = budget.seconds.map { ContinuousClock.now + .seconds($0) }
  }

  /// - Throws: an error with a truncation when the time is over or the query was cancelled.
  mutating func check() throws(EvaluationError) {
    questions &+= 1
    guard questions & 15 == 0 else { return }
    if budget.cancellation?.isCancelled == true { throw .stopped(by: .cancelled, "the query was cancelled") }
    if let deadline, let seconds = budget.seconds, ContinuousClock.now > deadline {
      throw .stopped(by: .time(seconds: seconds), "the query took longer than \(seconds) s")
    }
  }

  /// - Throws: an error with a truncation when a query holds too many rows at once.
  func noteRows(_ count: Int) throws(EvaluationError) {
    guard let limit = budget.heldRows, count > limit else { return }
    throw .stopped(by: .memory(bytes: limit * 100), "the query holds more than \(limit) rows in memory")
  }

  var rowLimit: Int? { budget.rows }
}
