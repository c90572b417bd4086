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
    /// The clauses before RETURN that make what the call works on, such as `CREATE (n)`; empty for none.
    public var setup: String

    public init(_ call: String, _ result: Value, after setup: String = "") {
      self.call = call
      self.result = result
      self.setup = setup
    }

    /// The example as a whole query with one row and one column.
    public var query: String { setup.isEmpty ? "RETURN \(call)" : "\(setup) RETURN \(call)" }
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
  /// Where else it exists.
  public var portability: FunctionPortability
  public var implementation: Implementation

  public init(
    name: String, summary: String, parameters: [Parameter], isVariadic: Bool = false, result: StaticType,
    propagatesNull: Bool = true, isDeterministic: Bool = true, examples: [Example] = [],
    portability: FunctionPortability = .everywhere, implementation: @escaping Implementation
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.result = result
    self.propagatesNull = propagatesNull
    self.isDeterministic = isDeterministic
    self.examples = examples
    self.portability = portability
    self.implementation = implementation
  }

  /// How many arguments it takes.
  public var arity: ClosedRange<Int> {
    let required = parameters.count { !$0.isOptional }
    return required...(isVariadic ? Int.max : parameters.count)
  }

  /// `substring(text :: STRING, start :: INTEGER [, length :: INTEGER]) :: STRING`
  public var signature: String {
    Parameter.signature(name, parameters, isVariadic: isVariadic, result: result)
  }
}

extension ScalarFunction.Parameter {
  static func signature(
    _ name: String, _ parameters: [ScalarFunction.Parameter], isVariadic: Bool = false, result: StaticType
  ) -> String {
    var text = ""
    for (position, parameter) in parameters.enumerated() {
      let item = "\(parameter.name) :: \(parameter.type.signature)"
      let separator = position == 0 ? "" : ", "
      text += parameter.isOptional ? (position == 0 ? "[\(item)]" : " [\(separator)\(item)]") : separator + item
    }
    if isVariadic { text += ", …" }
    return "\(name)(\(text)) :: \(result.signature)"
  }
}

extension StaticType {
  /// The type as the standard writes it: `ANY`, `INTEGER | FLOAT`, `LIST<STRING>`.
  var signature: String {
    if members == .all { return "ANY" }
    let names: [(Members, String)] = [
      (.boolean, "BOOLEAN"), (.integer, "INTEGER"), (.float, "FLOAT"), (.string, "STRING"), (.date, "DATE"),
      (.time, "ZONED TIME"), (.localTime, "LOCAL TIME"), (.dateTime, "ZONED DATETIME"),
      (.localDateTime, "LOCAL DATETIME"), (.duration, "DURATION"), (.list, "LIST<\(listElement)>"), (.map, "MAP"),
      (.node, "NODE"), (.relationship, "RELATIONSHIP"), (.path, "PATH"),
    ]
    return names.filter { members.contains($0.0) }.map(\.1).joined(separator: " | ")
  }

  private var listElement: String { members.contains(.list) ? element.signature : "" }
}
