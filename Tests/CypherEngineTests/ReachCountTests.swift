import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import SeededRandom
import Testing

/// Counts of what each group of starts reaches, against searching from every row, on random graphs.
@Suite struct ReachCountTests {
  static let patterns = [
    "(a)-[*]->(x)", "(a)<-[*]-(x)", "(a)<-[:T*]-(x)", "(a)-[:T|U*0..]->(x)", "(a)<-[*0..]-(x)", "(a)<-[:None*0..]-(x)",
  ]

  static let results = [
    "RETURN a.key, count(DISTINCT x)", "RETURN a.group AS g, count(DISTINCT x) AS n",
    "RETURN a, count(DISTINCT x), count(DISTINCT x) AS again", "RETURN a.missing, count(DISTINCT x)",
    "RETURN a.group, a.key > 1, count(DISTINCT x)", "RETURN a.key, count(DISTINCT x) AS n ORDER BY n, a.key LIMIT 2",
    "WITH a, x RETURN a.key, a.group, 1 AS one, count(DISTINCT x)",
  ]

  @Test(arguments: patterns, 0..<4)
  func agreesWithSearches(_ pattern: String, seed: Int) throws {
    let (graph, changed) = try randomGraphs(seed: seed)
    for condition in ["", "WHERE x:M", "WHERE x:M|!N", "WHERE x:M AND a:N"] {
      for start in ["MATCH (a)", "MATCH (a:M)", "OPTIONAL MATCH (a:None)", "MATCH (b) OPTIONAL MATCH (b)-[:U]->(a)"] {
        for result in Self.results {
          let text = "\(start) MATCH \(pattern) \(condition) \(result)"
          // What the ledger committed since, and the graph as it was stored.
          for graph in [graph, changed] {
            let expected = try answer(text, on: graph, .all.without("reach-count"))
            for capacity in [2, 1024] {
              #expect(try answer(text, on: graph, capacity: capacity) == expected, "\(text)")
            }
          }
        }
      }
    }
  }

  /// A subquery begins anew for each row.
  @Test(arguments: patterns, 0..<4)
  func agreesWithSearchesInSubqueries(_ pattern: String, seed: Int) throws {
    let (graph, _) = try randomGraphs(seed: seed)
    for text in [
      "MATCH (b:N) CALL (b) { MATCH (b)-[:U]-(a) MATCH \(pattern) RETURN a.group AS g, count(DISTINCT x) AS n } RETURN *",
      "MATCH (a:N) RETURN a.key, COLLECT { MATCH \(pattern) WITH a.group AS g, count(DISTINCT x) AS n RETURN n }",
      "MATCH (a:N) RETURN COUNT { MATCH \(pattern) WITH a.key AS k, count(DISTINCT x) AS n RETURN k }",
    ] {
      let expected = try answer(text, on: graph, .all.without("reach-count"))
      #expect(try answer(text, on: graph) == expected, "\(text)")
    }
  }

  @Test func thePlanSaysSo() throws {
    let graph = try randomGraphs(seed: 1).stored
    let counted = "MATCH (a:M) MATCH (a)<-[:T|U*]-(x:M) RETURN a.key, count(DISTINCT x) AS n ORDER BY n DESC LIMIT 3"
    #expect(try plan(counted, graph).contains("ReachCount"))
    #expect(try plan(counted, graph).contains("(a)<-[:T|U*1..]-(x), x:M"))
    for other in [
      "MATCH (a:N)<-[:T*1..4]-(x) RETURN a.key, count(DISTINCT x)",
      "MATCH (a:N)-[:T*]-(x) RETURN a.key, count(DISTINCT x)",
      "MATCH (a:N)<-[:T*]-(x) RETURN a.key, count(DISTINCT x.key)",
      "MATCH (a)<-[:T*]-(x) RETURN x.key, count(DISTINCT x)",
      "MATCH (a:N)<-[:T*]-(x) RETURN a.key, count(x)", "MATCH (a:N)<-[:T*]-(x) RETURN count(DISTINCT x)",
      "MATCH (a:N)<-[:T*]-(x) RETURN 1 / a.key, count(DISTINCT x)",
      "MATCH (a:N)<-[:T*]-(x) WHERE x.key > 1 RETURN a.key, count(DISTINCT x)",
      "MATCH (a:N)<-[:T*]-(x) RETURN a.key, count(DISTINCT x), max(x.key)",
    ] {
      #expect(try !plan(other, graph).contains("ReachCount"), "\(other)")
    }
  }

  @Test func theMemoryLimitHolds() throws {
    let graph = try TestGraph.made(by: ["UNWIND range(1, 3000) AS k CREATE (:N {key: k})-[:T]->(:M {key: k})"])
    let query = try PreparedQuery(
      SourceText(name: "query", text: "MATCH (a:N)-[:T*]->(x:M) RETURN a.key, count(DISTINCT x)"), for: graph)
    let cut = try query.run(on: graph, budget: QueryBudget(memory: 20_000)).table
    #expect(cut.truncation != nil)
    #expect(try query.run(on: graph, budget: QueryBudget(memory: 50_000_000)).table.rows.count == 3000)
  }

  private func plan(_ text: String, _ graph: GraphView) throws -> String {
    try PreparedQuery(SourceText(name: "query", text: text), for: graph).plan.text
  }

  private func answer(
    _ text: String, on graph: GraphView, _ rewrites: PlanRewrites = .all, capacity: Int = 1024
  ) throws -> [[Value]] {
    try PreparedQuery(SourceText(name: "query", text: text), for: graph, rewrites: rewrites)
      .run(on: graph, options: RunOptions(batchCapacity: capacity)).table.rows.map(\.self)
  }

  /// A graph as stored, and with changes on it that are not stored yet.
  private func randomGraphs(seed: Int) throws -> (stored: GraphView, changed: GraphView) {
    var random = SplitMix64(seed: UInt64(seed) &* 7919 &+ 1)
    // The larger ones have few starts among many nodes.
    let nodes = seed % 4 == 3 ? 60 : 2 + Int(random.next() % 6)
    let relationships = Int(random.next() % UInt64(2 * nodes))
    var parts = (0..<nodes).map {
      "(n\($0):N\(random.next() % 3 == 0 ? ":M" : "") {key: \($0), group: \(random.next() % 2 == 0 ? "1" : "1.0")})"
    }
    for _ in 0..<relationships {
      let (from, to) = (Int(random.next() % UInt64(nodes)), Int(random.next() % UInt64(nodes)))
      parts.append("(n\(from))-[:\(random.next() % 2 == 0 ? "T" : "U")]->(n\(to))")
    }
    let stored = try TestGraph.made(by: ["CREATE " + parts.joined(separator: ", ")])
    var changed = stored
    for change in [
      "MATCH (a {key: 1}) SET a:M REMOVE a:N",
      "MATCH (a {key: 0}) CREATE (a)-[:T]->(:M {key: 100})-[:U]->(:N {key: 101})",
      "MATCH (a {key: 2}) DETACH DELETE a", "MATCH (a {key: 3}), (b {key: 100}) CREATE (b)-[:T]->(a)",
      "MATCH ({key: 0})-[r:U]->() DELETE r",
    ] {
      changed = try PreparedQuery(SourceText(name: "change", text: change), for: changed).run(on: changed).graph
    }
    return (stored, changed)
  }
}
