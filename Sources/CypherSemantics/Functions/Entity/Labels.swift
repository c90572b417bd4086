import GraphModel

extension ScalarFunction {
  static let labels = ScalarFunction(
    name: "labels", summary: "The labels of a node: in a graph with a schema, its kind.",
    parameters: [.init("node", .node)], result: .list(of: .string)
  ) { context, arguments throws(EvaluationError) in
    guard case .node(let node) = arguments[0] else {
      throw .type("InvalidArgumentValue", "labels expects a node, not \(arguments[0].typeName)")
    }
    try context.requireLive(node)
    return .list(context.graph.labelNames(of: node).map { .string($0) })
  }
}
