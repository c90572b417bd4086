import GraphModel

extension ScalarFunction {
  static let type = ScalarFunction(
    name: "type", summary: "The type of a relationship.",
    parameters: [.init("relationship", .relationship)], result: .string,
    examples: [.init("type(r)", "USES", after: "CREATE (a {name: 'A'})-[r:USES]->(b {name: 'B'})")]
  ) { context, arguments throws(EvaluationError) in
    guard case .relationship(let relationship) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a relationship", in: "type")
    }
    return .string(context.graph.symbols.name(of: context.graph.type(of: relationship)))
  }
}
