import GraphModel

extension ScalarFunction {
  static let relationships = ScalarFunction(
    name: "relationships", summary: "The relationships of a path, from its start to its end.",
    parameters: [.init("path", .path)], result: .list(of: .relationship),
    examples: [
      .init(
        "[r IN relationships(p) | type(r)]", ["USES"], after: "CREATE p = (a {name: 'A'})-[r:USES]->(b {name: 'B'})")
    ]
  ) { _, arguments throws(EvaluationError) in
    guard case .path(let path) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a path", in: "relationships")
    }
    return .list(path.relationships.map { .relationship($0) })
  }
}
