public import GraphModel

/// A function over the rows of a group: `count`, `sum`, `collect` …
public struct AggregateFunction: Sendable {
  public typealias Example = ScalarFunction.Example

  public var name: String
  public var summary: String
  public var parameters: [ScalarFunction.Parameter]
  public var result: StaticType
  /// Whether leaving out repeated values changes nothing: `min`, `max`.
  public var ignoresDuplicates: Bool
  /// Whether it keeps the values until the group ends: `collect`, percentiles.
  public var keepsValues: Bool
  public var examples: [Example]
  /// Where else it exists.
  public var portability: FunctionPortability
  /// A new, empty accumulator.
  public var makeAccumulator: @Sendable () -> any AggregateAccumulator

  public init(
    name: String, summary: String, parameters: [ScalarFunction.Parameter], result: StaticType,
    ignoresDuplicates: Bool = false, keepsValues: Bool = false, examples: [Example] = [],
    portability: FunctionPortability = .everywhere,
    makeAccumulator: @escaping @Sendable () -> any AggregateAccumulator
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.result = result
    self.ignoresDuplicates = ignoresDuplicates
    self.keepsValues = keepsValues
    self.examples = examples
    self.portability = portability
    self.makeAccumulator = makeAccumulator
  }

  /// `sum(number :: INTEGER | FLOAT) :: INTEGER | FLOAT`
  public var signature: String { ScalarFunction.Parameter.signature(name, parameters, result: result) }
}

/// Takes the values of a group one after the other. Null values are never given to it.
public protocol AggregateAccumulator: AnyObject {
  /// - Parameter arguments: the further arguments of the call, such as the percentile.
  func add(_ value: Value, arguments: [Value]) throws(EvaluationError)
  func result() throws(EvaluationError) -> Value
}
