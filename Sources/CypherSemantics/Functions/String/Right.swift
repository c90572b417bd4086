import GraphModel

extension ScalarFunction {
  static let right = ScalarFunction(
    name: "right", summary: "The last code points of a text.",
    parameters: [.init("text", .string), .init("length", .integer)], result: .string,
    examples: [.init("right('ortopedi', 4)", "pedi")]
  ) { _, arguments throws(EvaluationError) in
    let scalars = try TextArguments.text(arguments, 0, in: "right").unicodeScalars
    return TextArguments.string(scalars.suffix(try TextArguments.count(arguments, 1, in: "right")))
  }
}
