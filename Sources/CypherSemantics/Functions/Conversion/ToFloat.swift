import GraphModel

extension ScalarFunction {
  static let toFloat = ScalarFunction(
    name: "toFloat", summary: "A number, or a text that writes one, as a float; null if it writes none.",
    parameters: [.init("value", .any)], result: .float,
    examples: [.init("toFloat('1.5')", 1.5), .init("toFloat(2)", 2.0), .init("toFloat('x')", nil)]
  ) { _, arguments throws(EvaluationError) in
    switch arguments[0] {
    case .float: arguments[0]
    case .integer(let number): .float(Double(number))
    case .string(let text): NumberText.float(text).map { .float($0) } ?? .null
    default: throw .type("InvalidArgumentValue", "toFloat expects a number or a text, not \(arguments[0].typeName)")
    }
  }
}
