import GraphModel

extension ScalarFunction {
  static let trim = ScalarFunction(
    name: "trim", summary: "The text without blanks at either end.",
    parameters: [.init("text", .string)], result: .string,
    examples: [.init("trim('  a b ')", "a b")]
  ) { _, arguments throws(EvaluationError) in
    try TextArguments.trimmed(arguments, start: true, end: true, in: "trim")
  }
}
