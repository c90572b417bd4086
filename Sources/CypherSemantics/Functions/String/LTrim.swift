import GraphModel

extension ScalarFunction {
  static let lTrim = ScalarFunction(
    name: "lTrim", summary: "The text without blanks, or without certain characters, at its start.",
    parameters: [.init("text", .string), .init("characters", .string, isOptional: true)], result: .string,
    examples: [.init("lTrim('  a ')", "a "), .init("lTrim('00123', '0')", "123")],
    portability: FunctionPortability(.everywhere, withOptionalArguments: .neo4j(20))
  ) { _, arguments throws(EvaluationError) in
    try TextArguments.trimmed(arguments, start: true, end: false, in: "lTrim")
  }
}
