import GraphModel

extension ScalarFunction {
  static let labels = ScalarFunction(
    name: "labels", summary: "The labels of a node: in a graph with a schema, its kind.",
    parameters: [.init("node", .node)], result: .list(of: .string),
    examples: [.init("labels(n)", ["Council"], after: "CREATE (n:Council)")]
  ) { context, arguments throws(EvaluationError) in
    guard case .node(let node) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a node", in: "labels")
    }
    try context.requireLive(node)
    return .list(context.graph.labelNames(of: node).map { .string($0) })
  }
}
