import GraphModel

extension ScalarFunction {
  static let endNode = ScalarFunction(
    name: "endNode", summary: "The node at which a relationship ends.",
    parameters: [.init("relationship", .relationship)], result: .node,
    examples: [.init("endNode(r).name", "B", after: "CREATE (a {name: 'A'})-[r:USES]->(b {name: 'B'})")]
  ) { context, arguments throws(EvaluationError) in
    guard case .relationship(let relationship) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a relationship", in: "endNode")
    }
    return .node(context.graph.end(of: relationship))
  }
}
