import CypherSemantics
import Diagnostics
import Foundation
import GraphModel
import Testing

@testable import CypherEngine

/// A prepared query that is asked again answers as if it were asked for the first time, whatever became of its runs
/// before.
@Suite struct KeptRunTests {
  /// Queries whose operators are used again, each with the rows that it gives on `graph()` for `$k` = 3.
  static let queries = [
    "MATCH (n:N {key: $k}) RETURN n.name AS name",
    "MATCH (n:N {key: $k}) RETURN n",
    "MATCH (n:N {key: $k})-[:R*1..]->(m:N) RETURN count(DISTINCT m) AS c",
    "MATCH (n:N {key: $k})-[:R*1..]->(m:N) WHERE m.key > 2 * $k AND m.name <> 'n10' RETURN count(DISTINCT m) AS c",
    "MATCH (n:N {key: $k})-[:R*0..2]->(m) RETURN DISTINCT m.key AS key",
    "MATCH (n:N) WHERE n.key IN [$k, 5, 7] RETURN n.key AS key, 60 / (n.key - $zero) AS q ORDER BY q LIMIT 2",
    "MATCH (n:N) WHERE n.key IN [$k, 5, 7] RETURN n.key AS key ORDER BY n.name SKIP 1",
    "MATCH (n:N {key: $k}) RETURN n.name =~ 'n[0-9]' AS b, [x IN range(1, n.key) | x * $k] AS l",
    "MATCH (n:N {key: $k}) RETURN EXISTS { (n)-[:R]->(:N {key: 4}) } AS b, datetime() > datetime('2000-01-01') AS now",
    "MATCH (n:N {key: $k})-[:R*1..]->(m:N) RETURN m.group AS g, count(DISTINCT m) AS c",
  ]

  static func graph(_ count: Int = 20) throws -> GraphView {
    try TestGraph.made(by: [
      "UNWIND range(1, \(count)) AS i CREATE (:N {key: i, name: 'n' + toString(i), group: i % 3})",
      "MATCH (a:N), (b:N) WHERE b.key = a.key + 1 OR b.key = a.key + 5 CREATE (a)-[:R]->(b)",
    ])
  }

  private static func prepared(_ text: String, for graph: GraphView) throws -> PreparedQuery {
    try PreparedQuery(SourceText(name: "query", text: text), for: graph)
  }

  private static func rows(
    _ query: PreparedQuery, _ k: Int64, on graph: GraphView, budget: QueryBudget = .unlimited, capacity: Int = 1024
  ) throws -> [String] {
    let outcome = try query.run(
      on: graph, parameters: ["k": .integer(k), "zero": .integer(0)], budget: budget,
      options: RunOptions(batchCapacity: capacity))
    return AnswerText.rows(outcome.table)
  }

  @Test(arguments: queries) func answersAsTheFirstTime(_ text: String) throws {
    let graph = try Self.graph()
    let query = try Self.prepared(text, for: graph)
    for k in [3, 19, 3, 77, 4] as [Int64] {
      let fresh = try Self.rows(Self.prepared(text, for: graph), k, on: graph)
      for capacity in [1, 2, 1024] { #expect(try Self.rows(query, k, on: graph, capacity: capacity) == fresh) }
    }
  }

  /// With an overlay, then another graph, then the first.
  @Test(arguments: queries) func answersOnOtherGraphs(_ text: String) throws {
    let graph = try Self.graph()
    let query = try Self.prepared(text, for: graph)
    let write = "MATCH (a:N {key: 3}), (b:N {key: 20}) CREATE (a)-[:R]->(b) SET a.name = 'x' REMOVE b:N"
    let changed = try Self.prepared(write, for: graph).run(on: graph).graph
    for graph in [graph, changed, try Self.graph(9), changed, graph] {
      #expect(try Self.rows(query, 3, on: graph) == Self.rows(Self.prepared(text, for: graph), 3, on: graph))
    }
  }

  @Test(arguments: queries) func answersAfterRunsThatStopped(_ text: String) throws {
    let graph = try Self.graph()
    let query = try Self.prepared(text, for: graph)
    let expected = try Self.rows(Self.prepared(text, for: graph), 3, on: graph)
    let cancelled = Cancellation()
    cancelled.cancel()
    for budget in [
      QueryBudget(rows: 0), QueryBudget(rows: 1), QueryBudget(memory: 1), QueryBudget(seconds: 0),
      QueryBudget(cancellation: cancelled),
    ] {
      _ = try Self.rows(query, 4, on: graph, budget: budget)
      #expect(try Self.rows(query, 3, on: graph) == expected)
    }
    // Without a parameter, and with one that makes the division or the regular expression fail.
    _ = try? query.run(on: graph)
    #expect(try Self.rows(query, 3, on: graph) == expected)
    for wrong in [["k": Value.list([])], ["k": .integer(3), "zero": .integer(5)]] as [[String: Value]] {
      _ = try? query.run(on: graph, parameters: wrong)
      #expect(try Self.rows(query, 3, on: graph) == expected)
    }
  }

  @Test(arguments: queries) func answersOnSeveralThreads(_ text: String) throws {
    let graph = try Self.graph()
    let query = try Self.prepared(text, for: graph)
    let expected = try (1...20).map { try Self.rows(Self.prepared(text, for: graph), $0, on: graph) }
    let group = DispatchGroup()
    for thread in 0..<6 {
      DispatchQueue.global().async(group: group) {
        for turn in 0..<200 {
          let k = (thread * 7 + turn) % 20
          let found = try? Self.rows(query, Int64(k) + 1, on: graph)
          #expect(found == expected[k])
        }
      }
    }
    group.wait()
  }

  /// What waits for the next run keeps neither the graph nor what was asked.
  @Test(arguments: queries) func keepsNoGraph(_ text: String) throws {
    weak var held: GraphSnapshot?
    weak var asked: Cancellation?
    func ask() throws -> PreparedQuery {
      let graph = try Self.graph()
      held = graph.snapshot
      let cancellation = Cancellation()
      asked = cancellation
      let query = try Self.prepared(text, for: graph)
      _ = try Self.rows(query, 3, on: graph, budget: QueryBudget(cancellation: cancellation))
      return query
    }
    let query = try ask()
    #expect(held == nil)
    #expect(asked == nil)
    let graph = try Self.graph()
    #expect(try Self.rows(query, 3, on: graph) == Self.rows(Self.prepared(text, for: graph), 3, on: graph))
  }

  /// A query that nobody asks any more is gone, with what waits for its next run.
  @Test(arguments: queries) func keepsNoQuery(_ text: String) throws {
    weak var held: RunnableQuery?
    func ask() throws {
      let graph = try Self.graph()
      let query = RunnableQuery(try Self.prepared(text, for: graph).planned)
      held = query
      let ready = query.start(
        on: graph, parameters: ["k": .integer(3), "zero": .integer(0)], budget: BudgetMeter(), options: RunOptions())
      while try ready.root.next() != nil {}
      ready.isDone = true
      query.finish(ready)
    }
    try ask()
    #expect(held == nil)
  }
}
