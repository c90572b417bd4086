import GraphModel

extension ScalarFunction {
  static let substring = ScalarFunction(
    name: "substring", summary: "A part of a text: from a position, counted from 0, for a number of code points.",
    parameters: [.init("text", .string), .init("start", .integer), .init("length", .integer, isOptional: true)],
    result: .string,
    examples: [.init("substring('samordning', 2)", "mordning"), .init("substring('samordning', 0, 3)", "sam")]
  ) { _, arguments throws(EvaluationError) in
    let scalars = try TextArguments.text(arguments, 0, in: "substring").unicodeScalars
    let start = try TextArguments.count(arguments, 1, in: "substring")
    let length = arguments.count > 2 ? try TextArguments.count(arguments, 2, in: "substring") : Int.max
    return TextArguments.string(scalars.dropFirst(start).prefix(length))
  }
}
