import GraphModel

extension ScalarFunction {
  static let toFloat = ScalarFunction(
    name: "toFloat",
    summary: "A number, or a text that writes one, as a float; null if it writes none.",
    parameters: [.init("value", .any)], result: .float,
    examples: [.init("toFloat('1.5')", 1.5), .init("toFloat(2)", 2.0), .init("toFloat('x')", nil)]
  ) { _, arguments throws(EvaluationError) in
    guard let result = ValueConversion.float(arguments[0]) else {
      throw .wrongArgument(arguments[0], expected: "a number or a text", in: "toFloat")
    }
    return result
  }
}
