public import GraphModel

/// Something that `CALL` runs: rows from arguments.
///
/// The binder, the engine, `SHOW PROCEDURES`, the manual and the tests all read this one declaration.
public struct Procedure: Sendable {
  public struct Field: Sendable {
    public var name: String
    public var type: StaticType
    /// What an input is where a call leaves it out; `nil`: it must be given. Inputs that may be left out come last.
    public var defaultValue: Value?

    public init(_ name: String, _ type: StaticType, default defaultValue: Value? = nil) {
      self.name = name
      self.type = type
      self.defaultValue = defaultValue
    }
  }

  /// What a call may do.
  public enum Mode: String, Sendable {
    case read = "READ"
    /// Changes the graph, so that the query is one that writes.
    case write = "WRITE"
    /// Tells of the program, not of the graph.
    case system = "DBMS"
  }

  /// A query that calls the procedure, and its answer, for the manual; a test runs each.
  public struct Example: Sendable {
    public var query: String
    public var rows: [[Value]]
    /// A statement that makes what there is to see; empty for none.
    public var setup: String

    public init(_ query: String, _ rows: [[Value]], after setup: String = "") {
      self.query = query
      self.rows = rows
      self.setup = setup
    }
  }

  /// Gives the rows for one call. It sees the graph as the running statement has it, its own changes included.
  public typealias Implementation =
    @Sendable (_ context: EvaluationContext, _ arguments: [Value]) throws(EvaluationError) -> [[Value]]

  /// With its dots, such as `db.labels`.
  public var name: String
  public var summary: String
  public var mode: Mode
  public var inputs: [Field]
  /// Empty for a procedure that is called for what it does; rows then pass it by.
  public var outputs: [Field]
  public var examples: [Example]
  /// Where else it exists.
  public var availability: DialectAvailability
  public var implementation: Implementation

  public init(
    name: String, summary: String, mode: Mode = .read, inputs: [Field] = [], outputs: [Field] = [],
    examples: [Example] = [], availability: DialectAvailability = .styrgraf, implementation: @escaping Implementation
  ) {
    self.name = name
    self.summary = summary
    self.mode = mode
    self.inputs = inputs
    self.outputs = outputs
    self.examples = examples
    self.availability = availability
    self.implementation = implementation
  }

  /// How many arguments a call gives.
  public var arity: ClosedRange<Int> { inputs.count { $0.defaultValue == nil }...inputs.count }

  /// `db.labels() :: (label :: STRING)`
  public var signature: String {
    func text(_ fields: [Field]) -> String {
      fields.map { field in
        let value = field.defaultValue.map { " = " + ExpressionText.literal($0) } ?? ""
        return "\(field.name)\(value) :: \(field.type.signature)"
      }.joined(separator: ", ")
    }
    return "\(name)(\(text(inputs))) :: (\(text(outputs)))"
  }
}
