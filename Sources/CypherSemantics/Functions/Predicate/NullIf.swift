import GraphModel

extension ScalarFunction {
  static let nullIf = ScalarFunction(
    name: "nullIf", summary: "Null if two values are equivalent, else the first of them.",
    parameters: [.init("value", .any), .init("unwanted", .any)], result: .any, propagatesNull: false,
    examples: [.init("nullIf('', '')", nil), .init("nullIf('a', '')", "a")],
    portability: .neo4j(14, rewriting: "CASE WHEN $1 = $2 THEN null ELSE $1 END")
  ) { _, arguments throws(EvaluationError) in
    arguments[0] == arguments[1] ? .null : arguments[0]
  }
}
