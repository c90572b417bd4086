import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import Testing

/// What is counted by degrees and statistics against counting row by row.
@Suite struct CountingTests {
  static let counted = [
    "MATCH (n)", "MATCH (n:M)", "MATCH (n:None)", "UNWIND [1, 2] AS x MATCH (n:M)", "MATCH (n:M), (m:N)",
    "MATCH (n)-[r]->(m)", "MATCH (n)<-[r:T]-(m)", "MATCH (n)-[r]-(m)", "MATCH (n:M)-[r:T|U]-(m)",
    "MATCH (n)-[r:None]->(m)",
    "MATCH (n)-[r]->(m:M)", "MATCH (n)-[r]-(m:N)", "MATCH (n)<-[r:U]-(m:N|M)", "MATCH (n)-[r]-(m:!M)",
    "MATCH (n)-[r]->(m:None)", "MATCH (x)-[:T]->(n)-[r:U]-(m)", "OPTIONAL MATCH (n)-[r:T]->(m:M)",
    "MATCH (x:M) OPTIONAL MATCH (x)-->(n) WITH n MATCH (n)-[r]-(m)",
  ]

  @Test(arguments: counted, 0..<3)
  func agreesWithRows(_ match: String, seed: Int) throws {
    for graph in try MixedGraphs.made(seed: seed) {
      var results = ["count(*)", "count(n)", "count(*) AS a, count(DISTINCT 1) AS b, max(1) AS c"]
      if match.contains("[r") {
        results += ["n.name, count(*)", "n, count(r), count(m)", "n.size, count(*), max(n.name)"]
      }
      for result in results {
        let text = "\(match) RETURN \(result)"
        for capacity in [1, 2, 1024] {
          let expected = try rows(text, on: graph, .all.without("counts"), capacity)
          #expect(try rows(text, on: graph, .all, capacity) == expected, "\(text)")
          #expect(try rows(text, on: graph, .none, capacity) == expected, "\(text)")
        }
      }
    }
  }

  @Test func explainShowsWhatIsCounted() throws {
    let graph = try TestGraph.made(by: ["CREATE (:A)-[:T]->(:B)"])
    func plan(_ text: String) throws -> String {
      try PreparedQuery(SourceText(name: "query", text: text), for: graph).plan.text
    }
    #expect(try plan("MATCH (a:A) RETURN count(*)").contains("NodeCount"))
    #expect(try plan("MATCH (a:A)-[:T]->(b) RETURN a, count(*)").contains("RelationshipCount"))
    for text in [
      "MATCH (a:A)-[r:T]->(b) RETURN a, b, count(*)", "MATCH (a {x: 1})-[:T]->(b {x: 1}) RETURN count(*)",
      "MATCH (a)-[r:T]->(b) RETURN count(*), sum(r.w)", "MATCH (a:A) RETURN count(a.x)",
      "MATCH (a)-[:T]->()-[:T]->(b) RETURN count(*)", "MATCH (a:A) SET a.x = 1 RETURN count(*)",
      "MATCH (a:A) RETURN count(*), sum(1)",
    ] {
      #expect(try !plan(text).contains("RelationshipCount") && !plan(text).contains("NodeCount"), "\(text)")
    }
  }

  private func rows(
    _ text: String, on graph: GraphView, _ rewrites: PlanRewrites, _ capacity: Int
  ) throws -> ResultRows {
    try PreparedQuery(SourceText(name: "query", text: text), for: graph, rewrites: rewrites)
      .run(on: graph, options: RunOptions(batchCapacity: capacity)).table.rows
  }
}
