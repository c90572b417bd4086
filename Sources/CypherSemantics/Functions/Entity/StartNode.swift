import GraphModel

extension ScalarFunction {
  static let startNode = ScalarFunction(
    name: "startNode", summary: "The node at which a relationship starts.",
    parameters: [.init("relationship", .relationship)], result: .node,
    examples: [.init("startNode(r).name", "A", after: "CREATE (a {name: 'A'})-[r:USES]->(b {name: 'B'})")]
  ) { context, arguments throws(EvaluationError) in
    guard case .relationship(let relationship) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a relationship", in: "startNode")
    }
    return .node(context.graph.start(of: relationship))
  }
}
