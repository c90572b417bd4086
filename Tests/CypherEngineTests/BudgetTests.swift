import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import Testing

/// A query ends where its budget does, wherever it is just then, and says which limit it was.
@Suite struct BudgetTests {
  private static func table(
    _ text: String, _ budget: QueryBudget, on graph: GraphView = GraphView(.empty())
  ) throws -> ResultTable {
    try PreparedQuery(SourceText(name: "query", text: text), for: graph).run(on: graph, budget: budget).table
  }

  /// Loops that give no rows for long, or only one.
  static let longQueries = [
    "UNWIND range(1, 1000000000000) AS x RETURN count(x) AS n",
    "UNWIND range(1, 1000000000) AS x WITH x WHERE x < 0 RETURN x",
    "RETURN reduce(s = 0, x IN range(1, 1000000) | s + size([y IN range(1, 10000) | y])) AS n",
    "UNWIND range(1, 1000000) AS i WITH any(x IN range(1, 100000) WHERE x < 0) AS b RETURN count(b) AS n",
    "UNWIND range(1, 100000000) AS x WITH x % 1000 AS k, x RETURN k, sum(x), avg(x) ORDER BY k",
    "UNWIND range(1, 100000000) AS x RETURN x ORDER BY x % 7 LIMIT 3",
    "UNWIND range(1, 100000000) AS x RETURN DISTINCT x % 3 AS r",
    "UNWIND range(1, 100000) AS a OPTIONAL MATCH (n {k: a}) UNWIND range(1, 100000) AS b RETURN count(*) AS n",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ '(a+)+' AS b",
    "UNWIND range(1, 100000000) AS x RETURN count { UNWIND range(1, 1000000) AS y WITH y WHERE y < 0 RETURN y } AS n",
  ]

  @Test(arguments: longQueries) func timeIsUpEverywhere(_ text: String) throws {
    let start = ContinuousClock.now
    let table = try Self.table(text, QueryBudget(seconds: 0.2))
    #expect(table.truncation == .time(seconds: 0.2))
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test(arguments: longQueries) func cancellingStopsEverywhere(_ text: String) throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(try Self.table(text, QueryBudget(cancellation: cancellation)).truncation == .cancelled)
  }

  /// Whatever keeps more than it may.
  @Test(arguments: [
    "UNWIND range(1, 100000000) AS x RETURN collect(x) AS c",
    "UNWIND range(1, 100000000) AS x RETURN count(DISTINCT x) AS c",
    "UNWIND range(1, 100000000) AS x RETURN percentileDisc(x, 0.5) AS c",
    "UNWIND range(1, 100000000) AS x RETURN x, count(*) AS c",
    "UNWIND range(1, 100000000) AS x WITH DISTINCT x RETURN count(x) AS c",
    "UNWIND range(1, 100000000) AS x WITH x ORDER BY -x RETURN count(x) AS c",
    "UNWIND range(1, 100000000) AS x RETURN x",
    "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b RETURN a, b ORDER BY a + b",
    "RETURN range(1, 100000000) AS x", "UNWIND [1] AS a RETURN [x IN range(1, 100) | range(1, 100000)] AS l",
    "RETURN [x IN range(1, 100) | [y IN range(1, 100) | range(1, 1000)]] AS l",
    "RETURN reduce(s = 'some bytes of text', i IN range(1, 60) | s + s) AS s",
    "RETURN reduce(l = [1], i IN range(1, 60) | l + l) AS l",
    "RETURN reduce(l = [], i IN range(1, 1000) | l + [range(1, 10000)]) AS l",
    "RETURN replace(reduce(s = 'a', i IN range(1, 16) | s + s), 'a', reduce(s = 'b', i IN range(1, 16) | s + s)) AS s",
    "UNWIND range(1, 10000) AS i WITH range(1, 100000) AS l RETURN collect(l) AS c",
    "RETURN COLLECT { UNWIND range(1, 10000000) AS x RETURN x } AS c",
    "RETURN reduce(m = {}, i IN range(1, 60) | {a: m, b: m}) AS m",
    "RETURN reduce(m = {}, i IN range(1, 60) | m {.*, a: m, b: m}) AS m",
    "RETURN reduce(l = [], i IN range(1, 60) | [l, {a: l}]) AS l",
    "RETURN reduce(m = {}, i IN range(1, 300000) | {a: m}) AS m",
  ]) func memoryIsBounded(_ text: String) throws {
    let table = try Self.table(text, QueryBudget(memory: 4_000_000))
    #expect(table.truncation == .memory(bytes: 4_000_000))
  }

  /// What is let go, or stands in many rows and once in memory, does not count again and again.
  @Test(arguments: [
    "UNWIND range(1, 10000) AS i WITH i, [x IN range(1, 10) | x] AS l RETURN sum(size(l)) AS s",
    "WITH range(1, 10000) AS l UNWIND range(1, 2000) AS i WITH l, i ORDER BY -i RETURN sum(size(l)) AS s",
    "UNWIND range(1, 200000) AS i RETURN i ORDER BY -i LIMIT 10",
    "UNWIND range(1, 200000) AS i RETURN i % 10 AS k, count(*) AS n",
  ]) func memoryThatIsNotHeldIsFree(_ text: String) throws {
    #expect(try Self.table(text, QueryBudget(memory: 5_000_000)).truncation == nil)
  }

  @Test func rowsBeforeTheEndAreKept() throws {
    let table = try Self.table("UNWIND range(1, 10) AS x RETURN x", QueryBudget(rows: 3))
    #expect(table.rows == [[1], [2], [3]])
    #expect(table.truncation == .rows(limit: 3))
    #expect(try Self.table("UNWIND range(1, 3) AS x RETURN x", QueryBudget(rows: 3)).truncation == nil)
  }

  @Test(arguments: [
    "UNWIND range(1, 100000000) AS x CREATE (:N {x: x})", "UNWIND range(1, 100000000) AS x MERGE (:N {x: x})",
    "CREATE (n:N) WITH n UNWIND range(1, 100000000) AS x SET n.x = [x, x, x, x]",
  ]) func writesThatAreCutChangeNothing(_ text: String) throws {
    let failure = #expect(throws: DiagnosticsError.self) {
      try Self.table(text, QueryBudget(seconds: 20, memory: 1_000_000))
    }
    #expect(failure?.diagnostics.first?.id == "budget-exceeded")
    #expect(failure?.diagnostics.first?.hint?.contains("--max-memory") == true)
  }

  @Test func everyPathAndEveryNodeReached() throws {
    // Ten cities, all joined: about ten million paths.
    let graph = try TestGraph.made(by: [
      "UNWIND range(1, 10) AS i CREATE (:C {i: i})", "MATCH (a:C), (b:C) WHERE a.i <> b.i CREATE (a)-[:R]->(b)",
    ])
    let all = try Self.table("MATCH (a:C {i: 1})-[:R*]->(x) RETURN count(x) AS n", QueryBudget(seconds: 0.2), on: graph)
    #expect(all.truncation == .time(seconds: 0.2))
    #expect(all.truncationAdvice == .distinctEnds)
    let nodes = try Self.table(
      "MATCH (a:C {i: 1})-[:R*]->(x) RETURN count(DISTINCT x) AS n", QueryBudget(seconds: 20), on: graph)
    #expect(nodes.rows == [[10]])
  }
}
