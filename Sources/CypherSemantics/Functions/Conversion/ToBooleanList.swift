import GraphModel

extension ScalarFunction {
  static let toBooleanList = ScalarFunction(
    name: "toBooleanList", summary: "The items of a list as by `toBoolean`; null for an item that cannot be converted.",
    parameters: [.init("list", .anyList)], result: .list(of: .boolean),
    examples: [.init("toBooleanList(['true', 0, 'ja'])", [true, false, nil])],
    portability: .neo4j()
  ) { _, arguments throws(EvaluationError) in
    guard case .list(let items) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a list", in: "toBooleanList")
    }
    return .list(items.map { ValueConversion.boolean($0) ?? .null })
  }
}
