import GraphModel

extension ScalarFunction {
  /// The binder puts the row's number in its place behind LOAD CSV.
  static let lineNumber = ScalarFunction(
    name: "linenumber", summary: "The line of the file on which the row of LOAD CSV begins; null elsewhere.",
    parameters: [], result: .integer, examples: [.init("linenumber()", .null)], portability: .neo4j()
  ) { _, _ in .null }
}
