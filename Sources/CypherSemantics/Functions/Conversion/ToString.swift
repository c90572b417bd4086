import GraphModel

extension ScalarFunction {
  static let toString = ScalarFunction(
    name: "toString",
    summary: "A number, a boolean, a text or a temporal value as text.",
    parameters: [.init("value", .any)], result: .string,
    examples: [
      .init("toString(1.0)", "1.0"), .init("toString(true)", "true"),
      .init("toString(date('2024-02-29'))", "2024-02-29"),
    ]
  ) { _, arguments throws(EvaluationError) in
    guard let result = ValueConversion.string(arguments[0]) else {
      throw .wrongArgument(arguments[0], expected: "a number, a boolean, a text or a temporal value", in: "toString")
    }
    return result
  }
}
