import GraphModel

extension ScalarFunction {
  static let size = ScalarFunction(
    name: "size", summary: "The number of items of a list, or of code points of a text.",
    parameters: [.init("value", StaticType([.string, .list]))], result: .integer,
    examples: [.init("size([1, null])", 2), .init("size('väg')", 3)]
  ) { _, arguments throws(EvaluationError) in
    switch arguments[0] {
    case .string(let text): .integer(Int64(text.unicodeScalars.count))
    case .list(let items): .integer(Int64(items.count))
    default: throw .wrongArgument(arguments[0], expected: "a text or a list (for paths there is length)", in: "size")
    }
  }
}
