import GraphModel

extension ScalarFunction {
  static let toFloatOrNull = ScalarFunction(
    name: "toFloatOrNull", summary: "As `toFloat`, but null for a value that cannot be converted.",
    parameters: [.init("value", .any)], result: .float,
    examples: [.init("toFloatOrNull('1.5')", 1.5), .init("toFloatOrNull(true)", nil)],
    portability: .neo4j()
  ) { _, arguments throws(EvaluationError) in
    ValueConversion.float(arguments[0]) ?? .null
  }
}
