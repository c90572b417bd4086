import GraphModel

extension ScalarFunction {
  static let toBoolean = ScalarFunction(
    name: "toBoolean",
    summary: "A text `true` or `false`, or an integer that is 0 or not, as a boolean; null for any other text.",
    parameters: [.init("value", .any)], result: .boolean,
    examples: [.init("toBoolean('TRUE')", true), .init("toBoolean('ja')", nil)]
  ) { _, arguments throws(EvaluationError) in
    guard let result = ValueConversion.boolean(arguments[0]) else {
      throw .wrongArgument(arguments[0], expected: "a boolean, an integer or a text", in: "toBoolean")
    }
    return result
  }
}
