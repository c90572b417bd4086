import GraphModel

extension ScalarFunction {
  static let keys = ScalarFunction(
    name: "keys", summary: "The names of the properties of a node, a relationship or a map.",
    parameters: [.init("element", StaticType([.node, .relationship, .map]))], result: .list(of: .string),
    examples: [
      .init("keys({a: 1, b: null})", ["a", "b"]),
      .init("keys(n)", ["name"], after: "CREATE (n {name: 'A', age: null})"),
    ]
  ) { context, arguments throws(EvaluationError) in
    switch arguments[0] {
    case .map(let map): return .list(map.keys.sorted { $0.precedesByCodePoints($1) }.map { .string($0) })
    case .node(let node):
      try context.requireLive(node)
      context.ensureKey(of: node)
      return .list(context.graph.properties(of: node).map { .string(context.graph.symbols.name(of: $0.key)) })
    case .relationship(let relationship):
      try context.requireLive(relationship)
      return .list(
        context.graph.properties(of: relationship).map { .string(context.graph.symbols.name(of: $0.key)) })
    default: throw .wrongArgument(arguments[0], expected: "a node, a relationship or a map", in: "keys")
    }
  }
}
