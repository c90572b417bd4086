/// The answer to a query: named columns, rows of values, and the elements that occur in them.
public struct ResultTable: Sendable {
  public var columns: [String]
  public var rows: ResultRows
  /// Every node and relationship that a value of the rows names.
  public var elements: Subgraph
  /// What a writing query did; `nil` for a query that only reads.
  public var changes: ChangeCounts?
  /// Why the answer is not whole; `nil` if it is.
  public var truncation: Truncation?
  /// What the asker could do about it.
  public var truncationAdvice: TruncationAdvice?

  public init(
    columns: [String], rows: [[Value]], elements: Subgraph = Subgraph(), changes: ChangeCounts? = nil,
    truncation: Truncation? = nil
  ) {
    self.columns = columns
    self.rows = ResultRows(rows)
    self.elements = elements
    self.changes = changes
    self.truncation = truncation
  }

  /// No rows yet.
  public init(columns: [String]) {
    self.columns = columns
    rows = ResultRows(columns: [], count: 0)
    elements = Subgraph()
  }
}

/// The budget that stopped a query before its end.
public enum Truncation: Hashable, Sendable {
  case rows(limit: Int)
  case time(seconds: Double)
  case memory(bytes: Int)
  /// A regular expression that tries too many ways to match a text.
  case patternSteps
  case cancelled
}

/// How a query that was cut could be asked better.
public enum TruncationAdvice: Hashable, Sendable {
  /// It walks every path of a variable-length pattern; with DISTINCT it would look for the nodes reached.
  case distinctEnds
}

/// How much a writing query changed.
public struct ChangeCounts: Hashable, Sendable {
  public var nodesCreated = 0
  public var nodesDeleted = 0
  public var relationshipsCreated = 0
  public var relationshipsDeleted = 0
  public var labelsAdded = 0
  public var labelsRemoved = 0
  public var propertiesSet = 0
  public var propertiesRemoved = 0

  public init() {}
}
