import GraphModel

extension ScalarFunction {
  static let sign = ScalarFunction(
    name: "sign", summary: "-1, 0 or 1: the sign of a number.", parameters: [.init("number", .number)],
    result: .integer, examples: [.init("sign(-2.5)", -1)]
  ) { _, arguments throws(EvaluationError) in
    let number = try NumberArguments.float(arguments, 0, in: "sign")
    return .integer(number > 0 ? 1 : (number < 0 ? -1 : 0))
  }
}
