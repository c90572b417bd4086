import GraphModel

extension ScalarFunction {
  static let left = ScalarFunction(
    name: "left", summary: "The first code points of a text.",
    parameters: [.init("text", .string), .init("length", .integer)], result: .string,
    examples: [.init("left('ortopedi', 4)", "orto")]
  ) { _, arguments throws(EvaluationError) in
    let scalars = try TextArguments.text(arguments, 0, in: "left").unicodeScalars
    return TextArguments.string(scalars.prefix(try TextArguments.count(arguments, 1, in: "left")))
  }
}
