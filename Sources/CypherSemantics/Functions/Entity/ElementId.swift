import GraphModel

extension ScalarFunction {
  static let elementId = ScalarFunction(
    name: "elementId", summary: "A text that names a node or relationship, unique in the graph.",
    parameters: [.init("element", StaticType(.element))], result: .string,
    examples: [.init("elementId(a) = elementId(b)", false, after: "CREATE (a {name: 'A'})-[r:USES]->(b {name: 'B'})")],
    portability: .neo4j()
  ) { context, arguments throws(EvaluationError) in
    switch arguments[0] {
    case .node(let node): .string("n\(context.graph.id(of: node))")
    case .relationship(let relationship): .string("r\(context.graph.id(of: relationship))")
    default: throw .wrongArgument(arguments[0], expected: "a node or a relationship", in: "elementId")
    }
  }
}
