import GraphModel

extension ScalarFunction {
  static let toIntegerList = ScalarFunction(
    name: "toIntegerList", summary: "The items of a list as by `toInteger`; null for an item that cannot be converted.",
    parameters: [.init("list", .anyList)], result: .list(of: .integer),
    examples: [.init("toIntegerList(['42', 2.9, 'x'])", [42, 2, nil])],
    portability: .neo4j()
  ) { _, arguments throws(EvaluationError) in
    guard case .list(let items) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a list", in: "toIntegerList")
    }
    return .list(items.map { ValueConversion.integer($0) ?? .null })
  }
}
