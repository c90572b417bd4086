import GraphModel

extension ScalarFunction {
  static let toIntegerOrNull = ScalarFunction(
    name: "toIntegerOrNull", summary: "As `toInteger`, but null for a value that cannot be converted.",
    parameters: [.init("value", .any)], result: .integer,
    examples: [.init("toIntegerOrNull('42')", 42), .init("toIntegerOrNull({})", nil)],
    portability: .neo4j()
  ) { _, arguments throws(EvaluationError) in
    ValueConversion.integer(arguments[0]) ?? .null
  }
}
