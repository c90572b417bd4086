import GraphModel

extension EvaluationError {
  /// A function got a value of a type that it does not take, which could not be seen before the query ran.
  /// - Source: openCypher TCK, `InvalidArgumentValue` of `type()`, `labels()` and the conversions.
  static func wrongArgument(_ value: Value, expected: String, in function: String) -> EvaluationError {
    .type("InvalidArgumentValue", "\(function) expects \(expected), not \(value.typeName)")
  }
}
