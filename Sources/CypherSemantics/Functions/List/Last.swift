import GraphModel

extension ScalarFunction {
  static let last = ScalarFunction(
    name: "last", summary: "The last item of a list, null if it is empty.",
    parameters: [.init("list", .anyList)], result: .any, examples: [.init("last([1, 2])", 2)]
  ) { _, arguments throws(EvaluationError) in
    guard case .list(let items) = arguments[0] else {
      throw .wrongArgument(arguments[0], expected: "a list", in: "last")
    }
    return items.last ?? .null
  }
}
