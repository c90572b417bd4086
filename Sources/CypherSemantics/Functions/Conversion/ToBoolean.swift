import GraphModel

extension ScalarFunction {
  static let toBoolean = ScalarFunction(
    name: "toBoolean", summary: "The text `true` or `false` as a boolean; null for any other text.",
    parameters: [.init("value", .any)], result: .boolean,
    examples: [.init("toBoolean('TRUE')", true), .init("toBoolean('ja')", nil)]
  ) { _, arguments throws(EvaluationError) in
    switch arguments[0] {
    case .boolean: return arguments[0]
    case .integer(let number): return .boolean(number != 0)
    case .string(let text):
      let word = text.lowercased()
      return word == "true" ? true : (word == "false" ? false : .null)
    default: throw .type("InvalidArgumentValue", "toBoolean expects a text, not \(arguments[0].typeName)")
    }
  }
}
