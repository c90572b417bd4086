import GraphModel

extension ScalarFunction {
  static let exists = ScalarFunction(
    name: "exists", summary: "Whether a property is there; `IS NOT NULL` says the same.",
    parameters: [.init("value", .any)], result: .boolean, propagatesNull: false,
    examples: [.init("exists({a: 1}.a)", true)]
  ) { _, arguments throws(EvaluationError) in
    .boolean(!arguments[0].isNull)
  }
}
