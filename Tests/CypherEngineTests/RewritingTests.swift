import CypherEngine
import CypherSemantics
import CypherSyntax
import Diagnostics
import GraphModel
import Testing

/// A query written for another dialect gives the same columns and rows as before.
@Suite struct RewritingTests {
  static let graphs: [[String]] = [
    [],
    [
      """
      CREATE (a:A {key: 1, name: 'a', size: 1}), (b:B {key: 2, name: 'b', size: 2}), (ab:A:B {key: 3, size: 3}),
        (c:C {key: 4, name: '', size: 4, list: []}), (x {key: 5}),
        (a)-[:R {w: 1}]->(b), (b)-[:R {w: 2}]->(ab), (ab)-[:S {w: 3}]->(c), (c)-[:R {w: 4}]->(a), (a)-[:S]->(c),
        (a)-[:R]->(a), (ab)-[:T]->(x), (b)-[:S {w: 5}]->(x)
      """
    ],
    [
      "UNWIND range(1, 6) AS i CREATE (:A {key: i, name: 'n' + toString(i), size: i % 3})",
      "MATCH (a:A), (b:A) WHERE b.key = a.key + 1 OR b.key = a.key * 2 CREATE (a)-[:R {w: a.key}]->(b)",
      "MATCH (a:A) WHERE a.key % 2 = 0 SET a:B", "MATCH (a:A) WHERE a.key % 3 = 0 REMOVE a:A SET a:C",
    ],
  ]

  static let queries = [
    "MATCH (n) FILTER n.size > 1 LET d = n.size * 2, t = n.name || '!' RETURN n.key AS key, d, t",
    "LET x = 1, y = [2] || [3] FOR z IN y RETURN x, z",
    "MATCH (n) RETURN n.size, count(*) AS c NEXT RETURN `n.size` AS size, c ORDER BY size OFFSET 1",
    "MATCH (n) RETURN n.key AS k UNION DISTINCT MATCH (n:A) RETURN n.key AS k",
    "MATCH (n) RETURN n.key AS k ORDER BY k DESC OFFSET 2 LIMIT 2",
    "MATCH (a)-[r:R]->{1,3}(b) RETURN a.key, b.key, size(r) AS size",
    "MATCH (a)<-[:R|S]-+(b) RETURN a.key, b.key", "MATCH (a:A)-->{,2}(b) RETURN a.key, b.key",
    "MATCH (a) (()-[r:R|S]->()){2} (b) RETURN a.key, b.key, r[0].w AS w",
    "MATCH p = SHORTEST 1 (a:A)-[:R|S]->+(b:C) WHERE a.key < 3 RETURN a.key, b.key, length(p)",
    "MATCH p = ALL SHORTEST (a:A)-[:R]->{1,4}(b:B) RETURN a.key, b.key, length(p)",
    "MATCH p = ANY SHORTEST TRAIL (a)-[:S*]->(b) RETURN a.key, b.key, length(p)",
    "MATCH p = TRAIL (a)-[*1..3]->(b) RETURN a.key, length(p)",
    "MATCH ACYCLIC (a)-[*1..3]->(b) RETURN a.key, b.key",
    "MATCH p = ACYCLIC (a)-[:R]->{1,4}(b) WHERE a.key = 1 OR b.key = 2 RETURN [n IN nodes(p) | n.key] AS keys",
    "MATCH (n:A|B) RETURN n.key", "MATCH (n:A&B) RETURN n.key", "MATCH (n:!A) RETURN n.key",
    "MATCH (n:%) RETURN n.key", "MATCH (n:(A|B)&!C) WHERE n.size > 0 OR n.key = 5 RETURN n.key",
    "MATCH (:A|C)-[r]->(:!B) RETURN r.w", "MATCH (n IS A)-[r IS R]->(m) WHERE m IS B RETURN n.key, m.key",
    "MATCH (a)-[r:!R]->(b)-[:%]->(c) RETURN a.key, c.key", "MATCH (a)-[:!S]->(b) RETURN a.key, b.key",
    "MATCH (n) RETURN n.key, n:A|B, n:A&!B AS only",
    "MATCH (n:A|B WHERE n.size > 1 OR n.key = 1)-[r:R WHERE r.w > 0]->(m WHERE m.size > n.size) RETURN n.key, m.key",
    "MATCH (n) OPTIONAL MATCH (n)-[:R]->(m:A|C WHERE m.size > 1) RETURN n.key, m.key",
    "MATCH (n) WHERE EXISTS { (n)-[:R]->(:A|C) } RETURN n.key",
    "MATCH (n) RETURN n.key, [(n)-[:R]->(m:!A WHERE m.size > 1) WHERE m.key > 1 | m.key] AS keys",
    "MATCH (n) RETURN n.key, COUNT { (n)-[:R|S]->(:A|C) }",
    "MATCH (n) WHERE COUNT { MATCH (n)-[r]->(m WHERE m.size > 1) WHERE r.w > 1 } > 0 RETURN n.key",
    "MATCH (n) RETURN n.key, COLLECT { MATCH (n)-[:R]->(m:A|B) WHERE m.size > 0 RETURN m.name } AS names",
    "MATCH (n) OPTIONAL MATCH (n)-[:T]->(m) RETURN n {.name, .key, twice: 2 * n.size}, m {.key}, n {.*} AS all",
    "MATCH (n) WHERE exists(n.name) RETURN n.key, exists(n.size)",
    "MATCH (n) RETURN n.key, isEmpty(n.name), isEmpty(n.list), char_length(upper(n.name)), nullIf(n.name, 'a')",
    "CYPHER 25 MATCH (n) FILTER n.size > 1 RETURN n.key",
    "MATCH (n:A) FOREACH (x IN [1, 2] || [n.size] | CREATE (:D {v: x}))",
    "MATCH (n:A) SET n.size = 0 FOREACH (x IN [1] | FOREACH (y IN [2, 3] | CREATE (:D {v: x + y})))",
    "INSERT (a:A&B {v: 1}) SET a IS C FINISH",
  ]

  @Test(arguments: queries, [Dialect.openCypher9, .neo4j5])
  func rowsStayTheSame(query: String, dialect: Dialect) throws {
    let report = PortabilityReport(of: QueryParser.parse(SourceText(name: "query", text: query)))
    guard case .text(let text) = report.rewritten(for: dialect) else {
      Issue.record("no words for \(query) in \(dialect.name)")
      return
    }
    #expect(dialect != .openCypher9 || text != query || query.contains("exists(n."), "\(query)")
    for statements in Self.graphs {
      let graph = try TestGraph.made(by: statements)
      guard let before = try answer(query, on: graph) else { return }
      #expect(try answer(text, on: graph) == before, "\(text)")
    }
  }

  /// Columns and rows, and what a writing query leaves; `nil` for a construct that this version does not answer.
  private func answer(_ text: String, on graph: GraphView) throws -> [String]? {
    do throws(DiagnosticsError) {
      let outcome = try PreparedQuery(SourceText(name: "query", text: text), for: graph).run(on: graph)
      let after = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
      let left = try PreparedQuery(SourceText(name: "after", text: after), for: outcome.graph).run(on: outcome.graph)
      return outcome.table.columns + AnswerText.rows(outcome.table).sorted() + AnswerText.rows(left.table).sorted()
    } catch {
      if error.diagnostics.contains(where: { $0.id.hasPrefix("unsupported-") }) { return nil }
      throw error
    }
  }

  /// The other words for a function give what its examples promise.
  @Test func functionsHaveTheSameResultInOtherWords() throws {
    let graph = GraphView(.empty())
    var count = 0
    for function in FunctionRegistry.scalars where function.portability.rewriting != nil {
      for example in function.examples {
        let query = "RETURN \(example.call) AS result"
        let report = PortabilityReport(of: QueryParser.parse(SourceText(name: "query", text: query)))
        guard case .text(let text) = report.rewritten(for: .openCypher9) else { continue }
        #expect(text != query)
        let table = try PreparedQuery(SourceText(name: "query", text: text), for: graph).run(on: graph).table
        #expect(table.rows == [[example.result]], "\(text)")
        count += 1
      }
    }
    #expect(count > 8)
  }
}
