import GraphModel

extension ScalarFunction {
  static let rTrim = ScalarFunction(
    name: "rTrim", summary: "The text without blanks at its end.", parameters: [.init("text", .string)],
    result: .string, examples: [.init("rTrim(' a  ')", " a")]
  ) { _, arguments throws(EvaluationError) in
    TextArguments.trimmed(try TextArguments.text(arguments, 0, in: "rTrim"), start: false, end: true)
  }
}
