import GraphModel

extension ScalarFunction {
  static let coalesce = ScalarFunction(
    name: "coalesce", summary: "The first argument that is not null.",
    parameters: [.init("value", .any)], isVariadic: true, result: .any, propagatesNull: false,
    examples: [.init("coalesce(null, 'a', 'b')", "a"), .init("coalesce(null)", nil)]
  ) { _, arguments throws(EvaluationError) in
    arguments.first { !$0.isNull } ?? .null
  }
}
