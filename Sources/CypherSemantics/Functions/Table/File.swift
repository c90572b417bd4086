import GraphModel

extension ScalarFunction {
  /// The binder puts the file's name in its place behind LOAD CSV.
  static let file = ScalarFunction(
    name: "file", summary: "The file that LOAD CSV reads, by its path in the workspace; null elsewhere.",
    parameters: [], result: .string, examples: [.init("file()", .null)], portability: .neo4j()
  ) { _, _ in .null }
}
