import GraphModel

extension ScalarFunction {
  static let id = ScalarFunction(
    name: "id", summary: "The number under which the ledger keeps a node or relationship.",
    parameters: [.init("element", StaticType(.element))], result: .integer,
    examples: [.init("id(a) = id(b)", false, after: "CREATE (a {name: 'A'})-[r:USES]->(b {name: 'B'})")]
  ) { context, arguments throws(EvaluationError) in
    switch arguments[0] {
    case .node(let node): .integer(context.graph.id(of: node))
    case .relationship(let relationship): .integer(context.graph.id(of: relationship))
    default: throw .wrongArgument(arguments[0], expected: "a node or a relationship", in: "id")
    }
  }
}
