import GraphModel

extension ScalarFunction {
  static let toStringOrNull = ScalarFunction(
    name: "toStringOrNull", summary: "As `toString`, but null for a value that cannot be converted.",
    parameters: [.init("value", .any)], result: .string,
    examples: [.init("toStringOrNull(1)", "1"), .init("toStringOrNull([1])", nil)],
    portability: .neo4j()
  ) { _, arguments throws(EvaluationError) in
    ValueConversion.string(arguments[0]) ?? .null
  }
}
