import GraphModel

extension ScalarFunction {
  static let toString = ScalarFunction(
    name: "toString", summary: "A value as text.",
    parameters: [.init("value", .any)], result: .string,
    examples: [.init("toString(1.0)", "1.0"), .init("toString(true)", "true")]
  ) { _, arguments throws(EvaluationError) in
    guard let text = arguments[0].plainText else {
      throw .type("InvalidArgumentValue", "toString cannot write \(arguments[0].typeName)")
    }
    return .string(text)
  }
}
