import GraphModel

extension ScalarFunction {
  static let length = ScalarFunction(
    name: "length", summary: "The number of relationships of a path.",
    parameters: [.init("path", .path)], result: .integer,
    examples: [.init("length(p)", 1, after: "CREATE p = (a {name: 'A'})-[r:USES]->(b {name: 'B'})")]
  ) { _, arguments throws(EvaluationError) in
    guard case .path(let path) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a path (for text and lists there is size)", in: "length")
    }
    return .integer(Int64(path.relationships.count))
  }
}
