import GraphModel

extension ScalarFunction {
  static let nodes = ScalarFunction(
    name: "nodes", summary: "The nodes of a path, from its start to its end.",
    parameters: [.init("path", .path)], result: .list(of: .node),
    examples: [
      .init("[n IN nodes(p) | n.name]", ["A", "B"], after: "CREATE p = (a {name: 'A'})-[r:USES]->(b {name: 'B'})")
    ]
  ) { _, arguments throws(EvaluationError) in
    guard case .path(let path) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a path", in: "nodes")
    }
    return .list(path.nodes.map { .node($0) })
  }
}
