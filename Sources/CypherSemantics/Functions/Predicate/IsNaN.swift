import GraphModel

extension ScalarFunction {
  static let isNaN = ScalarFunction(
    name: "isNaN", summary: "Whether a number is NaN, the result of 0.0 / 0.0.", parameters: [.init("number", .number)],
    result: .boolean, examples: [.init("isNaN(0.0 / 0.0)", true), .init("isNaN(1)", false)],
    portability: .neo4j(rewriting: "($1 <> $1)")
  ) { _, arguments throws(EvaluationError) in
    .boolean(try NumberArguments.float(arguments, 0, in: "isNaN").isNaN)
  }
}
