import GraphModel

extension ScalarFunction {
  static let toUpper = ScalarFunction(
    name: "toUpper", summary: "The text with every letter in upper case.", parameters: [.init("text", .string)],
    result: .string, examples: [.init("toUpper('Åre')", "ÅRE")]
  ) { _, arguments throws(EvaluationError) in
    .string(try TextArguments.text(arguments, 0, in: "toUpper").uppercased())
  }
}
