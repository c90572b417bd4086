import GraphModel

extension ScalarFunction {
  static let properties = ScalarFunction(
    name: "properties", summary: "The properties of a node or relationship as a map; a map as it is.",
    parameters: [.init("element", StaticType([.node, .relationship, .map]))], result: .map,
    examples: [
      .init("properties({a: 1})", .map(["a": 1])),
      .init("properties(n)", .map(["name": "A"]), after: "CREATE (n {name: 'A'})"),
    ]
  ) { context, arguments throws(EvaluationError) in
    switch arguments[0] {
    case .map: return arguments[0]
    case .node(let node):
      try context.requireLive(node)
      context.ensureKey(of: node)
      return .map(context.graph.data(of: node).properties)
    case .relationship(let relationship):
      try context.requireLive(relationship)
      return .map(context.graph.data(of: relationship).properties)
    default: throw .wrongArgument(arguments[0], expected: "a node, a relationship or a map", in: "properties")
    }
  }
}
