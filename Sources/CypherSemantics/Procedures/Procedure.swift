public import GraphModel

/// Something that `CALL` runs: rows from arguments.
public struct Procedure: Sendable {
  public struct Field: Sendable {
    public var name: String
    public var type: StaticType

    public init(_ name: String, _ type: StaticType) {
      self.name = name
      self.type = type
    }
  }

  public typealias Implementation =
    @Sendable (_ context: EvaluationContext, _ arguments: [Value]) throws(EvaluationError) -> [[Value]]

  /// With its dots, such as `db.labels`.
  public var name: String
  public var summary: String
  public var inputs: [Field]
  /// Empty for a procedure that is called for what it does; rows then pass it by.
  public var outputs: [Field]
  /// Where else it exists.
  public var availability: DialectAvailability
  public var implementation: Implementation

  public init(
    name: String, summary: String, inputs: [Field] = [], outputs: [Field] = [],
    availability: DialectAvailability = .styrgraf, implementation: @escaping Implementation
  ) {
    self.name = name
    self.summary = summary
    self.inputs = inputs
    self.outputs = outputs
    self.availability = availability
    self.implementation = implementation
  }

  /// `db.labels() :: (label :: STRING)`
  public var signature: String {
    func text(_ fields: [Field]) -> String {
      fields.map { "\($0.name) :: \($0.type.description)" }.joined(separator: ", ")
    }
    return "\(name)(\(text(inputs))) :: (\(text(outputs)))"
  }
}
