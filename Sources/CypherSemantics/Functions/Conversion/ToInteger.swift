import GraphModel

extension ScalarFunction {
  static let toInteger = ScalarFunction(
    name: "toInteger", summary: "A number, or a text that writes one, as an integer; null if it writes none.",
    parameters: [.init("value", .any)], result: .integer,
    examples: [.init("toInteger('42')", 42), .init("toInteger(2.9)", 2), .init("toInteger('x')", nil)]
  ) { _, arguments throws(EvaluationError) in
    switch arguments[0] {
    case .integer: return arguments[0]
    case .float(let number): return Int64(exactly: number.rounded(.towardZero)).map { .integer($0) } ?? .null
    case .boolean(let flag): return .integer(flag ? 1 : 0)
    case .string(let text):
      let trimmed = String(text.drop { $0 == " " })
      if let number = Int64(trimmed) { return .integer(number) }
      guard let number = NumberText.float(trimmed) else { return .null }
      return Int64(exactly: number.rounded(.towardZero)).map { .integer($0) } ?? .null
    default: throw .type("InvalidArgumentValue", "toInteger expects a number or a text, not \(arguments[0].typeName)")
    }
  }
}
