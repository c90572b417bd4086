import GraphModel

extension ScalarFunction {
  static let toStringList = ScalarFunction(
    name: "toStringList", summary: "The items of a list as by `toString`; null for an item that cannot be converted.",
    parameters: [.init("list", .anyList)], result: .list(of: .string),
    examples: [.init("toStringList([1, true, {}])", ["1", "true", nil])],
    portability: .neo4j()
  ) { _, arguments throws(EvaluationError) in
    guard case .list(let items) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a list", in: "toStringList")
    }
    return .list(items.map { ValueConversion.string($0) ?? .null })
  }
}
