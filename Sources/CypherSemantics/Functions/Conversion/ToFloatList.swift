import GraphModel

extension ScalarFunction {
  static let toFloatList = ScalarFunction(
    name: "toFloatList", summary: "The items of a list as by `toFloat`; null for an item that cannot be converted.",
    parameters: [.init("list", .anyList)], result: .list(of: .float),
    examples: [.init("toFloatList(['1.5', 2, 'x'])", [1.5, 2.0, nil])],
    portability: .neo4j()
  ) { _, arguments throws(EvaluationError) in
    guard case .list(let items) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a list", in: "toFloatList")
    }
    return .list(items.map { ValueConversion.float($0) ?? .null })
  }
}
