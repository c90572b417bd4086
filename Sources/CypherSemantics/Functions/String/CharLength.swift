import GraphModel

extension ScalarFunction {
  static let charLength = ScalarFunction(
    name: "char_length", summary: "The number of code points of a text.", parameters: [.init("text", .string)],
    result: .integer, examples: [.init("char_length('väg')", 3), .init("character_length('')", 0)],
    portability: .neo4j(13, rewriting: "size($1)")
  ) { _, arguments throws(EvaluationError) in
    .integer(Int64(try TextArguments.text(arguments, 0, in: "char_length").unicodeScalars.count))
  }
}
