import GraphModel

/// What the mathematical functions need of their arguments, and functions of one number.
enum NumberArguments {
  static func float(_ arguments: [Value], _ position: Int, in function: String) throws(EvaluationError) -> Double {
    switch arguments[position] {
    case .integer(let number): return Double(number)
    case .float(let number): return number
    default: throw .wrongArgument(arguments[position], expected: "a number", in: function)
    }
  }
}

extension ScalarFunction {
  /// A function from one number to a float.
  static func ofOneNumber(
    _ name: String, _ summary: String, example: (call: String, result: Double),
    _ portability: FunctionPortability = .everywhere, _ body: @escaping @Sendable (Double) -> Double
  ) -> ScalarFunction {
    ScalarFunction(
      name: name, summary: summary, parameters: [.init("number", .number)], result: .float,
      examples: [.init(example.call, .float(example.result))], portability: portability
    ) { _, arguments throws(EvaluationError) in
      .float(body(try NumberArguments.float(arguments, 0, in: name)))
    }
  }
}
