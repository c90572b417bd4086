import Diagnostics
import GraphModel
import GraphWorkspace
import Testing

/// What a query is told of nodes and relationships that it makes itself is what stands after the commit.
@Suite("New elements")
struct NewElementTests {
  private func ask(_ workspace: GraphWorkspace, _ query: String) throws -> [[Value]] {
    Array(
      try workspace.query(
        QueryRequest(SourceText(name: "query", text: query), writing: ChangeContext(actor: "test"))
      ).table.rows)
  }

  @Test func idsAreThoseOfTheCommit() throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    let told = try ask(
      workspace,
      """
      CREATE (gone:Council {name: 'gone'}), (d:Document {name: 'D'})-[r:OWNED_BY]->(c:Council {name: 'C'})
      DELETE gone RETURN id(d), id(c), id(r), elementId(d), elementId(r)
      """)
    let found = try ask(
      workspace, "MATCH (d {name: 'D'})-[r]->(c) RETURN id(d), id(c), id(r), elementId(d), elementId(r)")
    #expect(told == found)
    let later = try ask(workspace, "CREATE (c:Council {name: 'E'}) RETURN id(c)")
    #expect(try ask(workspace, "MATCH (c {name: 'E'}) RETURN id(c)") == later)
    #expect(Set((told + later).flatMap(\.self)).count == 6)
  }

  @Test func aStoredIDLeadsBack() throws {
    let workspace = GraphWorkspace(database: ":memory:")
    try QuerySession(workspace, version: "1", scratch: true, context: ChangeContext(actor: "test")).open()
    _ = try ask(workspace, "UNWIND [1, 2, 3] AS i CREATE (n:N) SET n.self = id(n)")
    _ = try ask(workspace, "CREATE (n:N)-[r:R]->(m:N) SET n.self = id(n), m.self = id(m), r.self = id(r)")
    #expect(try ask(workspace, "MATCH (n:N) WHERE n.self = id(n) RETURN count(*)") == [[5]])
    #expect(try ask(workspace, "MATCH ()-[r]->() RETURN r.self = id(r)") == [[true]])
  }

  @Test(arguments: [
    ("CREATE (d:Document {name: 'X'}) RETURN d.key", ["document-x"]),
    ("CREATE (d:Document) SET d.name = 'X' RETURN properties(d).key", ["document-x"]),
    ("CREATE (d:Document {name: 'X'}) RETURN d['key']", ["document-x"]),
    ("CREATE (d:Document {name: 'X'}) RETURN d {.*}.key", ["document-x"]),
    ("CREATE (d:Document {name: 'X'}) RETURN [k IN keys(d) WHERE k = 'key'][0]", ["key"]),
    ("MERGE (d:Document {name: 'X'}) RETURN d.key", ["document-x"]),
    (
      "CREATE (d:Document {name: 'X'}), (e:Document {name: 'X'}) RETURN d.key + ' ' + e.key",
      ["document-x document-x-2"]
    ),
    ("CREATE (:Document {name: 'a', key: 'document-x'}), (d:Document {name: 'X'}) RETURN d.key", ["document-x-2"]),
    (
      "CREATE (d:Document {name: 'X'}), (e:Document {name: 'a'}) SET e.key = 'document-x' RETURN d.key",
      ["document-x-2"]
    ),
    ("CREATE (d:Document {name: 'X'}) WITH d.key AS k CREATE (e:Document {name: 'X'}) RETURN e.key", ["document-x-2"]),
    (
      "UNWIND [1, 2] AS i CALL (i) { CREATE (d:Document {name: 'X'}) RETURN d.key AS k } RETURN k",
      ["document-x", "document-x-2"]
    ),
    ("CREATE (d:Document {name: 'X', key: 'own'}) RETURN d.key", ["own"]),
  ])
  func keysAreThoseOfTheCommit(query: String, keys: [String]) throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    #expect(try ask(workspace, query).map { $0[0] } == keys.map { .string($0) })
    let stored = try ask(workspace, "MATCH (d:Document) WHERE d.key STARTS WITH 'document-' RETURN count(*)")
    #expect(keys == ["own"] || stored != [[0]])
  }

  @Test func anUnreadKeyIsMadeAtTheCommit() throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    _ = try ask(workspace, "CREATE (d:Document {name: 'X'})")
    #expect(try ask(workspace, "MATCH (d {name: 'X'}) RETURN d.key") == [["document-x"]])
    // The key of a node that goes in the same query is free.
    #expect(
      try ask(workspace, "MATCH (o {name: 'X'}) DELETE o CREATE (d:Document {name: 'X'}) RETURN d.key")
        == [["document-x"]])
  }

  @Test func withoutASchemaThereAreNoKeys() throws {
    let workspace = GraphWorkspace(database: ":memory:")
    try QuerySession(workspace, version: "1", scratch: true, context: ChangeContext(actor: "test")).open()
    #expect(try ask(workspace, "CREATE (d:Document {name: 'X'}) RETURN d.key, keys(d)") == [[.null, .list(["name"])]])
  }

  @Test(arguments: [
    "CREATE (:Made) WITH 1 AS x RETURN 1 / 0", "UNWIND [1, 0] AS i CALL (i) { CREATE (:Made {v: 1 / i}) }",
    "FOREACH (i IN [1, 0] | CREATE (:Made {v: 1 / i}))", "CALL { CREATE (:Made) } CALL { RETURN 1 / 0 AS x } RETURN x",
    "CREATE (a:Made)-[:R]->(b:Made) WITH a CALL (a) { DELETE a }",
  ])
  func aFailingQueryLeavesNothing(query: String) throws {
    let workspace = GraphWorkspace(database: ":memory:")
    try QuerySession(workspace, version: "1", scratch: true, context: ChangeContext(actor: "test")).open()
    #expect(throws: DiagnosticsError.self) { try ask(workspace, query) }
    #expect(try ask(workspace, "MATCH (n) RETURN count(n)") == [[0]])
  }
}
