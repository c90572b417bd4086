import GraphModel

extension ScalarFunction {
  static let isEmpty = ScalarFunction(
    name: "isEmpty", summary: "Whether a text, a list or a map has nothing in it.",
    parameters: [.init("value", StaticType([.string, .list, .map]))], result: .boolean,
    examples: [.init("isEmpty('')", true), .init("isEmpty([0])", false)],
    portability: .neo4j(rewriting: "($1 IN ['', [], {}])")
  ) { _, arguments throws(EvaluationError) in
    switch arguments[0] {
    case .string(let text): .boolean(text.utf8.isEmpty)
    case .list(let items): .boolean(items.isEmpty)
    case .map(let map): .boolean(map.isEmpty)
    default: throw .wrongArgument(arguments[0], expected: "a text, a list or a map", in: "isEmpty")
    }
  }
}
