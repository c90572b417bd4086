import GraphModel
import Synchronization

/// How much time and how many rows a query may take; `nil` is without bound.
public struct QueryBudget: Sendable {
  public var seconds: Double?
  /// Rows of the answer.
  public var rows: Int?
  /// Rows and groups that a query may hold at once, a measure of its memory.
  public var heldRows: Int?
  /// Set from another thread or a signal handler to stop the query.
  public var cancellation: Cancellation?

  public init(seconds: Double? = nil, rows: Int? = nil, heldRows: Int? = nil, cancellation: Cancellation? = nil) {
    self.seconds = seconds
    self.rows = rows
    self.heldRows = heldRows
    self.cancellation = cancellation
  }

  public static let unlimited = QueryBudget()
  /// What a person at a terminal gets unless they ask otherwise.
  public static let interactive = QueryBudget(seconds: 30, rows: 1_000_000, heldRows: 20_000_000)
}

/// A wish to stop, which may come from any thread.
public final class Cancellation: Sendable {
  private let flag = Atomic(false)

  public init() {}

  public func cancel() { flag.store(true, ordering: .relaxed) }
  public func clear() { flag.store(false, ordering: .relaxed) }
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
