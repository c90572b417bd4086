import GraphModel

extension ScalarFunction {
  static let bTrim = ScalarFunction(
    name: "btrim", summary: "The text without blanks, or without certain characters, at either end.",
    parameters: [.init("text", .string), .init("characters", .string, isOptional: true)], result: .string,
    examples: [.init("btrim('  a ')", "a"), .init("btrim('--a-b--', '-')", "a-b")],
    portability: .neo4j(20, rewriting: "trim($1)")
  ) { _, arguments throws(EvaluationError) in
    try TextArguments.trimmed(arguments, start: true, end: true, in: "btrim")
  }
}
