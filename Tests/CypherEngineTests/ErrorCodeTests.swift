import CypherEngine
import Diagnostics
import GraphModel
import Testing

/// The query language's own names for mistakes, which other programs rely on.
@Suite struct ErrorCodeTests {
  static let expected: [(query: String, code: String)] = [
    ("WITH 1 AS list RETURN list[0]", "TypeError compile InvalidArgumentType"),
    ("WITH 'text' AS list, 0 AS index RETURN list[index]", "TypeError compile InvalidArgumentType"),
    ("WITH [1] AS list RETURN list['a']", "TypeError runtime ListElementAccessByNonInteger"),
    ("RETURN {a: 1}[0]", "TypeError runtime MapElementAccessByNonString"),
    ("CALL db.labels() RETURN label", "SyntaxError compile UndefinedVariable"),
    ("CALL db.labels() YIELD * RETURN label", "SyntaxError compile UnexpectedSyntax"),
    ("CALL db.labels RETURN 1", "SyntaxError compile InvalidArgumentPassingMode"),
    ("UNWIND [1] AS x RETURN DISTINCT x ORDER BY count(*)", "SyntaxError compile InvalidAggregation"),
    ("UNWIND [1] AS x WITH DISTINCT x ORDER BY x + count(x) RETURN x", "SyntaxError compile InvalidAggregation"),
    ("RETURN count(*) AS n ORDER BY sum(1)", "SyntaxError compile UndefinedVariable"),
    ("UNWIND [1] AS x RETURN x, count(*) AS n ORDER BY avg(2)", "SyntaxError compile UndefinedVariable"),
  ]

  @Test(arguments: expected.indices)
  func mistakeHasItsName(index: Int) {
    let (query, code) = Self.expected[index]
    #expect(Self.code(of: query) == code, "\(query)")
  }

  private static func code(of query: String) -> String? {
    let graph = GraphView(.empty())
    do {
      _ = try PreparedQuery(SourceText(name: "query", text: query), for: graph).run(on: graph)
      return nil
    } catch {
      return error.diagnostics.first?.queryError.map { "\($0.type) \($0.phase) \($0.detail)" }
    }
  }
}
