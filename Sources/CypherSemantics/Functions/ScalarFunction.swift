public import GraphModel

/// A function of the query language: one value from its arguments.
///
/// The binder, the engine, the manual and the tests all read this one declaration.
public struct ScalarFunction: Sendable {
  public struct Parameter: Sendable {
    public var name: String
    public var type: StaticType
    public var isOptional: Bool

    public init(_ name: String, _ type: StaticType, isOptional: Bool = false) {
      self.name = name
      self.type = type
      self.isOptional = isOptional
    }
  }

  /// A call and what it gives, for the manual; a test runs each.
  public struct Example: Sendable {
    public var call: String
    public var result: Value

    public init(_ call: String, _ result: Value) {
      self.call = call
      self.result = result
    }
  }

  public typealias Implementation =
    @Sendable (_ context: EvaluationContext, _ arguments: [Value]) throws(EvaluationError) -> Value

  public var name: String
  public var summary: String
  public var parameters: [Parameter]
  /// Whether the last parameter may be repeated.
  public var isVariadic: Bool
  public var result: StaticType
  /// Whether a null argument makes the result null without a call.
  public var propagatesNull: Bool
  /// Whether equal arguments always give equal results.
  public var isDeterministic: Bool
  public var examples: [Example]
  public var implementation: Implementation

  public init(
    name: String, summary: String, parameters: [Parameter], isVariadic: Bool = false, result: StaticType,
    propagatesNull: Bool = true, isDeterministic: Bool = true, examples: [Example] = [],
    implementation: @escaping Implementation
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.result = result
    self.propagatesNull = propagatesNull
    self.isDeterministic = isDeterministic
    self.examples = examples
    self.implementation = implementation
  }

  /// How many arguments it takes.
  public var arity: ClosedRange<Int> {
    let required = parameters.count { !$0.isOptional }
    return required...(isVariadic ? Int.max : parameters.count)
  }

  /// `substring(text :: STRING, start :: INTEGER [, length :: INTEGER]) :: STRING`
  public var signature: String {
    var text = ""
    for (position, parameter) in parameters.enumerated() {
      let item = "\(parameter.name) :: \(parameter.type.description)"
      let separator = position == 0 ? "" : ", "
      text += parameter.isOptional ? "[\(separator)\(item)]" : separator + item
    }
    if isVariadic { text += ", …" }
    return "\(name)(\(text)) :: \(result.description)"
  }
}
