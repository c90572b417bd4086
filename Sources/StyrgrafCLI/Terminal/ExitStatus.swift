import GraphWorkspace

/// How a command ended.
/// - Source: design §8.
enum ExitStatus: Int32 {
  case done = 0
  /// Done, and something was found that the caller asked to fail on.
  case found = 1
  case badInput = 2
  case machineFailed = 3
  case budgetSpent = 4

  init(_ cause: FailureReport.Cause) {
    switch cause {
    case .input: self = .badInput
    case .machine: self = .machineFailed
    case .budget: self = .budgetSpent
    }
  }
}
