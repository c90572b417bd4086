import GraphModel

extension ScalarFunction {
  static let toInteger = ScalarFunction(
    name: "toInteger",
    summary: "A number, or a text that writes one, as an integer, rounded toward zero; null if it writes none.",
    parameters: [.init("value", .any)], result: .integer,
    examples: [.init("toInteger('42')", 42), .init("toInteger(2.9)", 2), .init("toInteger('x')", nil)]
  ) { _, arguments throws(EvaluationError) in
    guard let result = ValueConversion.integer(arguments[0]) else {
      throw .wrongArgument(arguments[0], expected: "a number, a boolean or a text", in: "toInteger")
    }
    return result
  }
}
