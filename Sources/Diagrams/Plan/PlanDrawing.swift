/// What a picture of a query's plan shows, as plain data: the caller has it from its engine.
public struct PlanDrawing: Hashable, Sendable {
  /// What an operator does, which decides how its box looks.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// Finds nodes to begin with.
    case find
    /// Follows relationships.
    case walk
    /// Lets some rows through.
    case restrict
    /// Computes columns.
    case compute
    /// Puts rows in order, groups or together, and so has to see many of them.
    case arrange
    /// Changes the graph.
    case write
    /// Runs what is beside it for each row.
    case nest
  }

  public struct Step: Hashable, Sendable {
    /// The operator's name.
    public var name: String
    public var details: String
    public var role: Role
    /// Rows that were expected of it; `nil` where nobody knows.
    public var estimatedRows: Double?
    /// Rows that it gave, if the query was run.
    public var rows: Int?
    /// Seconds spent in the step itself, if the query was run.
    public var seconds: Double?
    /// Steps whose rows it takes, and those that it runs for each row.
    public var inputs: [Step]
    /// Whether the step above runs it for each row of its first input.
    public var isPerRow: Bool

    public init(
      name: String, details: String, role: Role, estimatedRows: Double? = nil, rows: Int? = nil,
      seconds: Double? = nil, inputs: [Step] = [], isPerRow: Bool = false
    ) {
      self.name = name
      self.details = details
      self.role = role
      self.estimatedRows = estimatedRows
      self.rows = rows
      self.seconds = seconds
      self.inputs = inputs
      self.isPerRow = isPerRow
    }
  }

  /// The query's text.
  public var query: String
  /// The step that gives the answer.
  public var answer: Step

  public init(query: String, answer: Step) {
    self.query = query
    self.answer = answer
  }
}
