import GraphModel

extension ScalarFunction {
  static let split = ScalarFunction(
    name: "split", summary: "The parts of a text between the occurrences of a separator, or of any of several.",
    parameters: [.init("text", .string), .init("separator", StaticType([.string, .list]))],
    result: .list(of: .string),
    examples: [
      .init("split('a,b,,c', ',')", ["a", "b", "", "c"]), .init("split('a,b;c', [',', ';'])", ["a", "b", "c"]),
    ]
  ) { _, arguments throws(EvaluationError) in
    let text = try TextArguments.text(arguments, 0, in: "split")
    var separators: [String] = []
    if case .list(let items) = arguments[1] {
      for position in items.indices { separators.append(try TextArguments.text(items, position, in: "split")) }
    } else {
      separators = [try TextArguments.text(arguments, 1, in: "split")]
    }
    return .list(TextArguments.split(text, at: separators).map { .string($0) })
  }
}
