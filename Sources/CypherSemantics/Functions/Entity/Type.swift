import GraphModel

extension ScalarFunction {
  static let type = ScalarFunction(
    name: "type", summary: "The type of a relationship.",
    parameters: [.init("relationship", .relationship)], result: .string
  ) { context, arguments throws(EvaluationError) in
    guard case .relationship(let relationship) = arguments[0] else {
      throw .type("InvalidArgumentValue", "type expects a relationship, not \(arguments[0].typeName)")
    }
    return .string(context.graph.symbols.name(of: context.graph.type(of: relationship)))
  }
}
