import GraphModel

extension ScalarFunction {
  static let head = ScalarFunction(
    name: "head", summary: "The first item of a list, null if it is empty.",
    parameters: [.init("list", .anyList)], result: .any, examples: [.init("head([1, 2])", 1), .init("head([])", nil)]
  ) { _, arguments throws(EvaluationError) in
    guard case .list(let items) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a list", in: "head")
    }
    return items.first ?? .null
  }
}
