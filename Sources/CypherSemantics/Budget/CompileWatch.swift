import Diagnostics

/// Watches the budget while a query is bound and planned, which fails with mistakes of the query alone: when the budget
/// is spent, the rest is left out quickly and the whole is refused at its end.
final class CompileWatch {
  private let budget: BudgetMeter
  private var error: EvaluationError?

  init(_ budget: BudgetMeter) { self.budget = budget }

  /// Whether there is no use in going on.
  var isOver: Bool {
    if error != nil { return true }
    do throws(EvaluationError) { try budget.check() } catch { self.error = error }
    return error != nil
  }

  /// - Throws: `DiagnosticsError` if the budget was spent.
  func finish() throws(DiagnosticsError) {
    guard let error else { return }
    throw DiagnosticsError([Diagnostic(id: "budget-exceeded", message: error.message, hint: error.hint)])
  }
}
