import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import SeededRandom
import Testing

/// The reachability search against walking every path, on random graphs.
@Suite struct ReachabilityTests {
  static let patterns = [
    "(a)-[*]->(x)", "(a)<-[*]-(x)", "(a)-[*]-(x)", "(a)-[*0..]-(x)", "(a)-[*1..2]-(x)", "(a)-[*1..3]->(x)",
    "(a)-[:T|U*]-(x)", "(a)-[*..4]-(x)", "(a)-[:T*0..2]->(x)", "(a)-[*1..3 {w: 1}]-(x)",
  ]

  /// A search for which a row has no start keeps no place for nodes that the row before it did not know.
  @Test(arguments: [1, 1024]) func endsThatTheQueryMakesMayLieBeyondASearch(capacity: Int) throws {
    for pattern in ["-[:R*1.. {x: 1}]->", "((s)-[:R WHERE s.i = 1]->(t))+", "-[:R*1..]->"] {
      let found = try answer(
        """
        UNWIND range(1, 300) AS i
        CALL (i) {
          CREATE (n:N {i: i}) WITH n, i OPTIONAL MATCH (a:N {i: i}) WHERE i = 1 MATCH (a)\(pattern)(n)
          RETURN DISTINCT n AS m
        }
        RETURN count(m)
        """, on: GraphView(.empty()), capacity: capacity)
      #expect(found == [[0]], "\(pattern)")
    }
  }

  @Test(arguments: patterns, 0..<25)
  func agreesWithAllPaths(_ pattern: String, seed: Int) throws {
    let graph = try randomGraph(seed: seed)
    let text = "MATCH (a:N {key: 0}), \(pattern) RETURN DISTINCT x.key AS key ORDER BY key"
    let plan = try PreparedQuery(SourceText(name: "query", text: text), for: graph).plan.text
    #expect(plan.contains("Reachability"))
    #expect(try answer(text, on: graph) == answer(text, on: graph, .none))
  }

  /// From several starts at once, with and without a condition on the labels of what is reached.
  @Test(arguments: patterns, 0..<6)
  func agreesWithAllPathsFromSeveralStarts(_ pattern: String, seed: Int) throws {
    let graph = try randomGraph(seed: seed)
    for (starts, condition) in [("a:N", ""), ("a", "WHERE x:M"), ("a:M", "WHERE x:!M"), ("a:N", "WHERE x:N&M")] {
      let match = "MATCH (\(starts)) WHERE a.key <> 1 MATCH \(pattern) \(condition)"
      for result in [
        "RETURN DISTINCT x.key AS key ORDER BY key", "WITH DISTINCT x RETURN x.key AS key ORDER BY key",
        "RETURN count(DISTINCT x) AS n", "RETURN count(DISTINCT x) AS n, max(x.key) AS last",
        "RETURN a.key AS key, count(DISTINCT x) AS n ORDER BY key",
        "RETURN x.key AS key, count(DISTINCT x) AS n ORDER BY key",
      ] {
        let text = "\(match) \(result)"
        let expected = try answer(text, on: graph, .none)
        for capacity in [2, 1024] {
          #expect(try answer(text, on: graph, capacity: capacity) == expected, "\(text)")
          #expect(
            try answer(text, on: graph, .all.without("shared-reachability"), capacity: capacity) == expected, "\(text)")
        }
      }
    }
  }

  /// A subquery begins anew for each row, whatever the rows before reached.
  @Test(arguments: patterns, 0..<10)
  func agreesWithAllPathsInSubqueries(_ pattern: String, seed: Int) throws {
    let graph = try randomGraph(seed: seed)
    for text in [
      "MATCH (a:N) CALL (a) { MATCH \(pattern) RETURN count(DISTINCT x) AS n } RETURN a.key AS key, n ORDER BY key",
      "MATCH (a:N) RETURN a.key AS key, COUNT { MATCH \(pattern) RETURN DISTINCT x } AS n ORDER BY key",
      "MATCH (a:N) OPTIONAL MATCH \(pattern) WHERE x:M RETURN count(DISTINCT x) AS n, count(DISTINCT a) AS m",
    ] {
      let expected = try answer(text, on: graph, .none)
      for capacity in [1, 1024] { #expect(try answer(text, on: graph, capacity: capacity) == expected, "\(text)") }
    }
  }

  /// The counts that go column by column, over columns of every kind.
  @Test(arguments: 0..<10)
  func countsAgreeWithLists(seed: Int) throws {
    let graph = try randomGraph(seed: seed)
    for match in [
      "MATCH (x)-[r]->(y)", "MATCH (x) OPTIONAL MATCH (x)-[r:T]->(y:M)", "MATCH (x:M) OPTIONAL MATCH (y:None)-[r]-(x)",
      "MATCH (x)-[r]-() WITH x, r, head([n IN [x] WHERE n:M]) AS y",
    ] {
      let counted = try answer(
        "\(match) RETURN count(*), count(x), count(y), count(r), count(DISTINCT x), count(DISTINCT y), count(DISTINCT r)",
        on: graph, capacity: 3)
      let listed = try answer(
        """
        \(match) WITH collect(1) AS rows, collect(x) AS xs, collect(y) AS ys, collect(r) AS rs,
          collect(DISTINCT x) AS dx, collect(DISTINCT y) AS dy, collect(DISTINCT r) AS dr
        RETURN size(rows), size(xs), size(ys), size(rs), size(dx), size(dy), size(dr)
        """, on: graph)
      #expect(counted == listed, "\(match)")
    }
  }

  /// Above an overlay that makes, deletes and relabels, with each rewrite left out in turn.
  @Test(arguments: patterns + ["(a)((s)-[:T]->(t))+(x)", "(a)-[:T]->*(x)", "ACYCLIC (a)-[*]-(x)"], 0..<4)
  func agreesWithAllPathsAboveAnOverlay(_ pattern: String, seed: Int) throws {
    var graph = try randomGraph(seed: seed)
    var random = SplitMix64(seed: UInt64(seed) &+ 99)
    func key() -> Int { Int(random.next() % 6) }
    for statement in [
      "MATCH (a:N {key: \(key())})-[r]-() WITH r LIMIT 1 DELETE r",
      "MATCH (a:N {key: \(key())}), (b:N {key: \(key())}) CREATE (a)-[:T {w: 1}]->(b)",
      "MATCH (a:N {key: \(key())}) CREATE (a)-[:V]->(:N:M {key: 6})-[:T]->(a)",
      "MATCH (a:N {key: \(key())}) SET a:M REMOVE a:N", "MATCH (a:N {key: \(key())}) SET a.name = 'n1'",
      "MATCH (a:N {key: \(key())}) DETACH DELETE a",
      "MATCH (a:N {key: \(key())}), (b:N {key: \(key())}) CREATE (b)-[:U]->(a)",
    ] where random.next() % 3 > 0 {
      graph = try PreparedQuery(SourceText(name: "write", text: statement), for: graph).run(on: graph).graph
    }
    for (starts, condition) in [
      ("a {key: 0}", ""), ("a {key: 2}", "WHERE x:M"), ("a:N", "WHERE x:N AND x.key > 0"),
      ("a {key: 0}", "WHERE x.name <> 'n1'"), ("a:N", "WHERE x.name = 'n2' OR NOT x:M"),
    ] {
      for result in ["DISTINCT x.key AS key ORDER BY key", "count(DISTINCT x) AS n", "count(DISTINCT x), max(x.key)"] {
        let text = "MATCH (\(starts)) MATCH \(pattern) \(condition) RETURN \(result)"
        let expected = try answer(text, on: graph, .none)
        for rewrite in ["", "shared-reachability", "end-labels", "counted-reachability"] {
          for capacity in [1, 2, 1024] {
            let found = try answer(text, on: graph, .all.without(rewrite), capacity: capacity)
            #expect(found == expected, "\(text) without \(rewrite)")
          }
        }
      }
    }
  }

  /// Conditions that come to stretches of node numbers, such as must be asked of each node, and such as may fail.
  @Test(arguments: patterns + ["(a)((s)-[:T]->(t))+(x)", "(a)-[:T*1..3 {w: 1}]->(x)"], 0..<6)
  func countsByConditionsOnEndsAgreeWithAllPaths(_ pattern: String, seed: Int) throws {
    let graph = try randomGraph(seed: seed)
    for condition in [
      "x.name <> 'n1'", "x.name = 'n1'", "x.name <> 'none'", "NOT x.name = 'n2' AND x:M", "x.name = 'n0' OR x:!M",
      "x.none = 1", "x.none IS NULL", "x.name IN ['n0', 'n3']", "x.key % 2 = 0 AND x.name <> 'n2'", "x.name <> $name",
      "x.key <> 1 AND x.name STARTS WITH 'n'", "x.name <> a.name", "x <> a", "rand() >= 0 AND x.key > 0",
    ] {
      for starts in ["a:N {key: 0}", "a:N"] {
        let text = "MATCH (\(starts)) MATCH \(pattern) WHERE \(condition) RETURN count(DISTINCT x) AS n"
        let expected = try answer(text, on: graph, .none)
        for capacity in [1, 2, 1024] {
          #expect(try answer(text, on: graph, capacity: capacity) == expected, "\(text)")
        }
      }
    }
    let failing = "MATCH (a:N {key: 0}), \(pattern) WHERE 1 / (x.key - 1) > 0 RETURN count(DISTINCT x) AS n"
    let expected = try? answer(failing, on: graph, .none)
    #expect((try? answer(failing, on: graph)) == expected)
  }

  /// As many nodes as fill many words of marks, of which one batch after the other is asked.
  @Test func countsManyNodesByConditions() throws {
    let graph = try TestGraph.made(by: [
      "CREATE (a:N {name: 'n0', key: 0}) WITH a UNWIND range(1, 700) AS i CREATE (a)-[:T]->(:N {name: 'n' + toString(i), key: i})",
      "MATCH (n:N) WHERE n.key % 10 = 0 SET n:M",
    ])
    for (condition, count) in [
      ("x.name <> 'n7'", 699), ("x.name <> 'n7' AND x:M", 70), ("x.name <> 'n70' AND x:M", 69), ("x.key > 100", 600),
      ("x.key > 100 AND NOT x:M", 540), ("x.name <> 'n0'", 700),
    ] {
      let text = "MATCH (a:N {key: 0})-[*1..3]-(x) WHERE \(condition) RETURN count(DISTINCT x)"
      for capacity in [64, 1024] {
        #expect(try answer(text, on: graph, capacity: capacity) == [[.integer(Int64(count))]], "\(condition)")
      }
    }
  }

  /// Properties that an overlay alone changed, of nodes that are else as the map has them.
  @Test func countsByPropertiesOfTheOverlay() throws {
    var graph = try TestGraph.made(by: [
      "CREATE (a:N {name: 'n0', key: 0}) WITH a UNWIND range(1, 9) AS i CREATE (a)-[:T]->(:N {name: 'n' + toString(i), key: i})"
    ])
    for statement in ["MATCH (n:N {key: 4}) SET n.name = 'other'", "MATCH (n:N {key: 5}) SET n.fresh = true"] {
      graph = try PreparedQuery(SourceText(name: "write", text: statement), for: graph).run(on: graph).graph
    }
    for (condition, count) in [
      ("x.name <> 'n4'", 9), ("x.name <> 'other'", 8), ("x.name = 'other'", 1), ("x.fresh IS NOT NULL", 1),
      ("x.fresh IS NULL AND x.key > 3", 5),
    ] {
      let text = "MATCH (a:N {key: 0})-[:T*1..3]->(x) WHERE \(condition) RETURN count(DISTINCT x)"
      #expect(try answer(text, on: graph) == [[.integer(Int64(count))]], "\(condition)")
    }
  }

  /// What the rewrites of a search for nodes make of it.
  @Test(arguments: [
    ("(a)-[:T*]->(x:M) RETURN count(DISTINCT x) AS n", "[:T*1..]->(x:M) counted"),
    ("(a)-[*..2]-(x:M|N WHERE x:!M) RETURN count(DISTINCT x) AS n", "(x:(M|N)&!M) counted"),
    ("(a)-[:T*]->(x) WHERE x:M AND x.key > 1 RETURN count(DISTINCT x) AS n", "[:T*1..]->(x:M) counted WHERE x.key > 1"),
    ("(a)-[:T*]->(x) WHERE x.key <> $k RETURN count(DISTINCT x) AS n", "[:T*1..]->(x) counted WHERE x.key <> $k"),
    ("(a)-[:T*]->(x) WHERE x.key <> a.key RETURN count(DISTINCT x) AS n", "[:T*1..]->(x)"),
    ("(a)-[:T*]->(x) WHERE x.key > rand() RETURN count(DISTINCT x) AS n", "[:T*1..]->(x)"),
    ("(a)-[:T]->+(x:M) RETURN count(DISTINCT x) AS n", "(x:M) counted"),
    ("(a)-[:T*]->(x:M) RETURN DISTINCT x", "[:T*1..]->(x:M)"),
    ("(a)-[:T*]->(x:M) RETURN count(DISTINCT x.key) AS n", "[:T*1..]->(x:M)"),
  ])
  func searchesTakeInWhatIsAskedOfTheirEnds(_ query: String, _ words: String) throws {
    let graph = try TestGraph.made(by: ["CREATE (:N {key: 0})-[:T]->(:M {key: 1})"])
    let text = "MATCH (a:N {key: 0}) MATCH \(query)"
    let plan = try PreparedQuery(SourceText(name: "query", text: text), for: graph).plan.text
    #expect(plan.contains(words), "\(plan)")
    #expect(plan.contains("counted") == words.contains("counted"), "\(plan)")
    #expect(!plan.contains("x:M\n"), "\(plan)")
  }

  private func answer(
    _ text: String, on graph: GraphView, _ rewrites: PlanRewrites = .all, capacity: Int = 1024
  ) throws -> ResultRows {
    try PreparedQuery(SourceText(name: "query", text: text), for: graph, rewrites: rewrites)
      .run(on: graph, parameters: ["name": "n1"], options: RunOptions(batchCapacity: capacity)).table.rows
  }

  /// Up to six nodes, some with a second label, and up to seven relationships, loops and parallel ones among them.
  private func randomGraph(seed: Int) throws -> GraphView {
    var random = SplitMix64(seed: UInt64(seed) &* 7919 &+ 1)
    let nodes = 2 + Int(random.next() % 5)
    let relationships = Int(random.next() % 8)
    var parts = (0..<nodes).map { "(n\($0):N\(random.next() % 3 == 0 ? ":M" : "") {key: \($0), name: 'n\($0)'})" }
    for _ in 0..<relationships {
      let (from, to) = (Int(random.next() % UInt64(nodes)), Int(random.next() % UInt64(nodes)))
      parts.append("(n\(from))-[:\(random.next() % 2 == 0 ? "T" : "U") {w: \(random.next() % 2)}]->(n\(to))")
    }
    return try TestGraph.made(by: ["CREATE " + parts.joined(separator: ", ")])
  }
}
