import GraphModel

extension ScalarFunction {
  static let toBooleanOrNull = ScalarFunction(
    name: "toBooleanOrNull", summary: "As `toBoolean`, but null for a value that cannot be converted.",
    parameters: [.init("value", .any)], result: .boolean,
    examples: [.init("toBooleanOrNull('false')", false), .init("toBooleanOrNull([])", nil)],
    portability: .neo4j()
  ) { _, arguments throws(EvaluationError) in
    ValueConversion.boolean(arguments[0]) ?? .null
  }
}
