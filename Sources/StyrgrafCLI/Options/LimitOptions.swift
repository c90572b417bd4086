import ArgumentParser
import GraphWorkspace

/// How much a query may take.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Stops a query after so long; 0 never.", valueName: "seconds"))
  var timeout: TimeLimit?
  @Option(help: ArgumentHelp("Cuts an answer after so many rows; 0 never.", valueName: "rows"))
  var maxRows: RowLimit?
  @Option(help: ArgumentHelp("Stops a query that holds more memory, such as 500MB; 0 never.", valueName: "bytes"))
  var maxMemory: MemoryLimit?

  /// What was asked for, and of the rest what is usual.
  func limits(else usual: QueryLimits) -> QueryLimits {
    var limits = usual
    if let timeout { limits.seconds = timeout.seconds }
    if let maxRows { limits.rows = maxRows.rows }
    if let maxMemory { limits.memory = maxMemory.bytes }
    return limits
  }
}

struct TimeLimit: ExpressibleByArgument {
  /// `nil`: without bound.
  let seconds: Double?

  init?(argument: String) {
    guard let limit = Result(catching: { try LimitText.seconds(argument) }).value else { return nil }
    seconds = limit
  }
}

struct RowLimit: ExpressibleByArgument {
  /// `nil`: without bound.
  let rows: Int?

  init?(argument: String) {
    guard let limit = Result(catching: { try LimitText.rows(argument) }).value else { return nil }
    rows = limit
  }
}

struct MemoryLimit: ExpressibleByArgument {
  /// `nil`: without bound.
  let bytes: Int?

  init?(argument: String) {
    guard let limit = Result(catching: { try LimitText.bytes(argument) }).value else { return nil }
    bytes = limit
  }
}

extension Result {
  fileprivate var value: Success? {
    if case .success(let value) = self { return value }
    return nil
  }
}
