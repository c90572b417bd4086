import GraphModel

extension ScalarFunction {
  static let lTrim = ScalarFunction(
    name: "lTrim", summary: "The text without blanks at its start.", parameters: [.init("text", .string)],
    result: .string, examples: [.init("lTrim('  a ')", "a ")]
  ) { _, arguments throws(EvaluationError) in
    TextArguments.trimmed(try TextArguments.text(arguments, 0, in: "lTrim"), start: true, end: false)
  }
}
