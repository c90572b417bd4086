import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import SeededRandom
import Testing

/// Statistics choose the plan and never the answer: a query planned for one graph gives the same rows on another as one
/// planned for that other.
@Suite struct PlanChoiceTests {
  static let queries = [
    "MATCH (a:A)-[:T]->(b:B)-[:U]->(c) RETURN a.key, b.key, c.key",
    "MATCH (a:A {w: 1})-[:T]->(b)<-[:U]-(c:C {w: 0}) RETURN a.key, b.key, c.key",
    "MATCH (a)-[r:T|U]-(b:B), (b)-[s]->(c) WHERE a.w = c.w RETURN a.key, b.key, c.key, type(r), type(s)",
    "MATCH (a:A), (b:B {w: a.w}), (c:C) WHERE b.key < c.key RETURN a.key, b.key, c.key",
    "MATCH (a:A)-[:T*1..2]->(b)-[:U]->(c:C) RETURN a.key, b.key, c.key",
    "MATCH (a:A) OPTIONAL MATCH (a)-[:T]->(b:B)<-[:U]-(c:C) RETURN a.key, b.key, c.key",
    "MATCH (a:B)-->(b:C) WITH a, b MATCH (c:A {w: 1})-->(a), (b)--(d) RETURN a.key, b.key, c.key, d.key",
    "MATCH (a:A)-->(b)-->(c)-->(a) RETURN a.key, b.key, c.key",
    "MATCH (a:A) WHERE NOT EXISTS { (a)-->(:B)-->(:C {w: 1}) } RETURN a.key",
  ]

  private static func graph(seed: UInt64, _ weights: [String: UInt64]) throws -> GraphView {
    var random = SplitMix64(seed: seed &* 104_729 &+ 3)
    var nodes: [String] = []
    for (label, count) in weights.sorted(by: { $0.key < $1.key }) {
      for _ in 0..<count { nodes.append("(n\(nodes.count):\(label) {key: \(nodes.count), w: \(random.next() % 3)})") }
    }
    var parts = nodes
    for _ in 0..<(nodes.count * 2) {
      let (from, to) = (random.next() % UInt64(nodes.count), random.next() % UInt64(nodes.count))
      parts.append("(n\(from))-[:\(random.next() % 3 == 0 ? "U" : "T")]->(n\(to))")
    }
    return try TestGraph.made(by: ["CREATE " + parts.joined(separator: ", ")])
  }

  @Test(arguments: queries, UInt64(0)..<4)
  func statisticsDoNotChangeAnswers(_ text: String, seed: UInt64) throws {
    let graph = try Self.graph(seed: seed, ["A": 3, "B": 6, "C": 4])
    let others = [
      GraphView(.empty()), try Self.graph(seed: seed + 10, ["A": 30, "B": 1, "C": 2]),
      try Self.graph(seed: seed + 20, ["A": 1, "B": 2, "C": 30]),
    ]
    func rows(plannedFor other: GraphView) throws -> [String] {
      let query = try PreparedQuery(SourceText(name: "query", text: text), for: other)
      return AnswerText.rows(try query.run(on: graph).table).sorted()
    }
    let expected = try rows(plannedFor: graph)
    for other in others { #expect(try rows(plannedFor: other) == expected) }
  }

  /// The scan of the rarer label comes first, whichever end of the pattern it is.
  @Test(arguments: [["A": UInt64(2), "B": 40], ["A": 40, "B": 2]])
  func startsWhereThereIsLess(_ weights: [String: UInt64]) throws {
    let graph = try Self.graph(seed: 1, weights)
    let query = try PreparedQuery(
      SourceText(name: "query", text: "MATCH (a:A)-[:T]->(b:B) RETURN a.key, b.key"), for: graph)
    let first = weights["A"] == 2 ? "(a:A)" : "(b:B)"
    #expect(query.plan.text.contains("NodeByLabelScan  \(first)"), "\(query.plan.text)")
  }

  /// A value that most nodes have is looked for in their column; one that few have is sought by index.
  @Test func seeksWhatIsRare() throws {
    let graph = try TestGraph.made(by: [
      "UNWIND range(1, 4000) AS i CREATE (:A {key: toString(i), common: i % 3, rare: CASE WHEN i % 400 = 0 THEN 1 ELSE 0 END})"
    ])
    func plan(_ condition: String) throws -> String {
      try PreparedQuery(
        SourceText(name: "query", text: "MATCH (a:A) WHERE \(condition) RETURN a.key"), for: graph
      ).plan(on: graph).text
    }
    #expect(try plan("a.common = 1").contains("NodeByLabelScan  (a:A) WHERE a.common = 1"))
    #expect(try plan("a.rare = 1").contains("NodeIndexSeek"))
    #expect(try plan("a.common = 1 AND a.rare = 1").contains("NodeIndexSeek  (a:A) a.rare = 1"))
    #expect(try plan("a.key = '17'").contains("NodeIndexSeek"))
  }

  /// Where the pattern is walked from follows from how often a value comes, not only from how many values there are.
  @Test func startsAtTheRareValue() throws {
    let graph = try TestGraph.made(by: [
      "UNWIND range(1, 3000) AS i CREATE (:A {key: i, top: CASE WHEN i % 500 = 0 THEN 1 ELSE 0 END})-[:T]->(:B {key: i, kind: i % 2})"
    ])
    let query = try PreparedQuery(
      SourceText(name: "query", text: "MATCH (b:B {kind: 1})<-[:T]-(a:A {top: 1}) RETURN b.key"), for: graph)
    #expect(query.plan.text.contains("NodeIndexSeek  (a:A) a.top = 1"), "\(query.plan.text)")
    #expect(query.plan.text.contains("Expand         (a)-[:T]->(b) WHERE b:B AND b.kind = 1"), "\(query.plan.text)")
  }

  /// A sample of the nodes tells how many rows a condition lets through.
  @Test(arguments: [
    ("a.number < 30", 300), ("a.number >= 30", 2700), ("a.name CONTAINS 'ab'", 1000), ("a.name IN ['ab', 'cd']", 2000),
    ("a.number <> 7", 2990), ("a.odd IS NULL", 1500), ("a.name STARTS WITH 'e' OR a.number < 30", 1200),
  ])
  func estimatesAreNearTheTruth(_ condition: String, _ truth: Int) throws {
    let graph = try TestGraph.made(by: [
      "UNWIND range(0, 2999) AS i CREATE (a:A {number: i * 7 % 300, name: ['ab', 'cd', 'ef'][i % 3]}) FOREACH (x IN CASE WHEN i % 2 = 1 THEN [1] ELSE [] END | SET a.odd = x)"
    ])
    let query = try PreparedQuery(
      SourceText(name: "query", text: "MATCH (a:A) WHERE \(condition) RETURN a.number"), for: graph)
    let table = try query.run(on: graph).table
    #expect(table.rows.count == truth)
    let estimated = try #require(query.plan(on: graph).estimatedRows)
    #expect(estimated > Double(truth) / 2 && estimated < Double(truth) * 2, "\(estimated)")
  }

  /// Hundreds of parts are planned and run all the same.
  @Test func largePatterns() throws {
    let graph = try TestGraph.made(by: ["CREATE (:A {key: 1})"])
    let parts = (0..<300).map { "(a)-[:T]->(b\($0) {w: \($0)})" }
    let query = try PreparedQuery(
      SourceText(name: "query", text: "MATCH " + parts.joined(separator: ", ") + " RETURN count(*) AS n"), for: graph)
    #expect(try query.run(on: graph).table.rows == [[.integer(0)]])
    #expect(query.plan(on: graph).lines.count > 300)
  }
}
