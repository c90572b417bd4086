import GraphModel

extension ScalarFunction {
  static let tail = ScalarFunction(
    name: "tail", summary: "A list without its first item.",
    parameters: [.init("list", .anyList)], result: .anyList, examples: [.init("tail([1, 2, 3])", [2, 3])]
  ) { _, arguments throws(EvaluationError) in
    guard case .list(let items) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a list", in: "tail")
    }
    return .list(Array(items.dropFirst()))
  }
}
