import GraphModel

extension ScalarFunction {
  static let endNode = ScalarFunction(
    name: "endNode", summary: "The node at which a relationship ends.",
    parameters: [.init("relationship", .relationship)], result: .node
  ) { context, arguments throws(EvaluationError) in
    guard case .relationship(let relationship) = arguments[0] else {
      throw .invalidArgument(arguments[0], expected: "a relationship", in: "endNode")
    }
    return .node(context.graph.end(of: relationship))
  }
}
