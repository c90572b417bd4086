import GraphModel

extension ScalarFunction {
  static let rTrim = ScalarFunction(
    name: "rTrim", summary: "The text without blanks, or without certain characters, at its end.",
    parameters: [.init("text", .string), .init("characters", .string, isOptional: true)], result: .string,
    examples: [.init("rTrim(' a  ')", " a"), .init("rTrim('1.500', '0')", "1.5")],
    portability: FunctionPortability(.everywhere, withOptionalArguments: .neo4j(20))
  ) { _, arguments throws(EvaluationError) in
    try TextArguments.trimmed(arguments, start: false, end: true, in: "rTrim")
  }
}
