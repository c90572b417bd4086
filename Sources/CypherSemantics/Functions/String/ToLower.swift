import GraphModel

extension ScalarFunction {
  static let toLower = ScalarFunction(
    name: "toLower", summary: "The text with every letter in lower case.", parameters: [.init("text", .string)],
    result: .string, examples: [.init("toLower('ÅRE')", "åre")]
  ) { _, arguments throws(EvaluationError) in
    .string(try TextArguments.text(arguments, 0, in: "toLower").lowercased())
  }
}
