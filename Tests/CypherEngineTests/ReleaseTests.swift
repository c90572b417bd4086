import CypherEngine
import Diagnostics
import GraphModel
import Testing

/// A query that is over holds nothing: neither its rows nor the graph that it was asked of.
@Suite struct ReleaseTests {
  @Test(arguments: [
    "MATCH (n) RETURN count(n) AS n",
    "MATCH (n) WHERE EXISTS { (n)-->() } RETURN n",
    "MATCH (n) RETURN COUNT { (n)-->(m) WHERE COUNT { (m)-->() } > 0 } AS n",
    "MATCH (n) RETURN COLLECT { MATCH (n)-[*]->(m) RETURN m.name } AS names",
    "MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN count(m) AS c } RETURN c",
    "MATCH (a)-[:R*]->(b) RETURN DISTINCT b",
    "MATCH p = SHORTEST 1 (a)-[:R]->+(b) RETURN p",
    "UNWIND [1] AS x RETURN x NEXT MATCH (n) RETURN x, n",
    "MATCH (n) WHERE EXISTS { (n)-->() } RETURN 1 / 0 AS x",
    "MATCH (n) FOREACH (x IN [1] | CREATE (n)-[:S]->(:B)) RETURN n",
  ]) func graphIsLetGo(_ text: String) throws {
    weak var held: GraphSnapshot?
    try autoreleased {
      var builder = GraphSnapshotBuilder(revision: 1)
      let a = builder.addNode(id: 1, labels: ["A"], properties: [("name", Value.string("a"))])
      let b = builder.addNode(id: 2, labels: ["A"], properties: [("name", Value.string("b"))])
      builder.addRelationship(id: 1, type: "R", start: a, end: b, properties: [])
      let snapshot = builder.build()
      held = snapshot
      let query = try PreparedQuery(SourceText(name: "query", text: text), for: GraphView(snapshot))
      _ = try? query.run(on: GraphView(snapshot))
      _ = try? query.run(on: GraphView(snapshot), options: RunOptions(isProfiling: true))
    }
    #expect(held == nil)
  }

  /// Everything made inside is gone when it returns.
  @inline(never)
  private func autoreleased(_ body: () throws -> Void) rethrows { try body() }
}
