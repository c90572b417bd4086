public import GraphModel

/// How much a query may take; `nil` is without bound.
public struct QueryBudget: Sendable {
  public var seconds: Double?
  /// Rows of the answer.
  public var rows: Int?
  /// Bytes that the query may hold at once: rows kept for sorting and grouping, lists, texts, what it wrote.
  public var memory: Int?
  /// Set from another thread or a signal handler to stop the query.
  public var cancellation: Cancellation?

  public init(seconds: Double? = nil, rows: Int? = nil, memory: Int? = nil, cancellation: Cancellation? = nil) {
    self.seconds = seconds
    self.rows = rows
    self.memory = memory
    self.cancellation = cancellation
  }

  public static let unlimited = QueryBudget()
}
