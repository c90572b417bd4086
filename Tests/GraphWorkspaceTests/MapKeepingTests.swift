import Diagnostics
import Foundation
import GraphModel
import GraphWorkspace
import Testing

@testable import GraphStore

/// The map from one revision to the next and from one process to the next.
@Suite struct MapKeepingTests {
  private static let context = ChangeContext(actor: "test")

  private func folder() throws -> TemporaryFolder {
    let keys = (0..<200).map { "p-\($0)" }
    return try TemporaryFolder([
      "g/schema.yaml": """
      version: 1
      kinds: {Part: {properties: {name: {type: string}, size: {type: integer}}}}
      relationships: {NEEDS: {from: Part, to: Part}}
      """,
      "g/nodes/Part.csv": "key,name,size\n" + keys.enumerated().map { "\($1),Part \($0),\($0 % 5)\n" }.joined(),
      "g/relationships/NEEDS.csv": "from,to\n" + (1..<200).map { "p-\($0),p-\($0 / 2)\n" }.joined(),
    ])
  }

  private func workspace(_ folder: TemporaryFolder, usesFile: Bool = true, follows: Bool = true) -> GraphWorkspace {
    var keeping = MapKeeping(usesFile: usesFile)
    keeping.smallestFile = 100
    keeping.smallestFollowed = follows ? 100 : .max
    return GraphWorkspace(database: folder.path + "/g.db", folder: folder.path, mapKeeping: keeping)
  }

  private func ask(_ workspace: GraphWorkspace, _ text: String) throws -> ResultRows {
    try workspace.query(QueryRequest(SourceText(name: "test", text: text), writing: Self.context)).table.rows
  }

  private static let questions = [
    "MATCH (p:Part) RETURN count(*)", "MATCH ()-[r:NEEDS]->() RETURN count(r)",
    "MATCH (p:Part {key: 'p-7'})<-[:NEEDS*1..]-(q) RETURN count(DISTINCT q)",
    "MATCH (p:Part) WHERE p.size = 3 RETURN p.key ORDER BY p.key", "MATCH (p {key: 'new'}) RETURN p.name, p.size",
    "MATCH (p {key: 'p-9'})-[r]-(q) RETURN type(r), q.key ORDER BY q.key", "MATCH (p:Part) RETURN sum(p.size)",
  ]

  /// A backup is put back while a session has the database open, and as many changes are made as were lost: the same
  /// revision is another graph.
  @Test(arguments: [true, false])
  func aRestoredHistoryIsNoticed(usesFile: Bool) throws {
    let folder = try folder()
    let session = workspace(folder, usesFile: usesFile)
    _ = try session.load([folder.path + "/g"], context: Self.context)
    let path = folder.path + "/g.db"
    try GraphLedger.open(path, create: false).backup(to: folder.path + "/backup.db")
    _ = try ask(session, "MATCH (p {key: 'p-3'}) SET p.size = 77")
    let question = "MATCH (p:Part) WHERE p.size > 70 RETURN p.key, p.size"
    #expect(try ask(session, question) == [["p-3", 77]])
    let backup = try GraphLedger.open(folder.path + "/backup.db", create: false)
    try backup.connection.copy(to: Connection(path: path, fileName: path, create: false))
    // The moment of a change tells it from another, to a thousandth of a second.
    usleep(2000)
    _ = try ask(workspace(folder, usesFile: usesFile), "MATCH (p {key: 'p-4'}) SET p.size = 88")
    #expect(try ask(session, question) == [["p-4", 88]])
    _ = try ask(session, "MATCH (p {size: 88}) SET p.size = 99")
    #expect(try ask(workspace(folder, usesFile: usesFile), question) == [["p-4", 99]])
  }

  @Test(arguments: [true, false])
  func everyWorkspaceSeesEveryCommit(usesFile: Bool) throws {
    let folder = try folder()
    let writer = workspace(folder, usesFile: usesFile)
    _ = try writer.load([folder.path + "/g"], context: Self.context)
    let reader = workspace(folder, usesFile: usesFile)
    for change in [
      "MATCH (p {key: 'p-3'}) SET p.size = 77", "CREATE (:Part {key: 'new', name: 'New', size: 3})",
      "MATCH (a {key: 'new'}), (b {key: 'p-9'}) CREATE (a)-[:NEEDS]->(b)",
      "MATCH (p {key: 'new'}) SET p.name = 'Newer'",
      "MATCH (p {key: 'p-150'}) DETACH DELETE p", "MATCH (:Part {key: 'p-9'})-[r:NEEDS]->() DELETE r",
      "MATCH (p {key: 'new'}) DETACH DELETE p", "MATCH (p:Part) SET p.size = p.size + 1",
    ] {
      _ = try ask(writer, change)
      let fresh = workspace(folder, usesFile: usesFile)
      let plain = workspace(folder, usesFile: false, follows: false)
      for question in Self.questions {
        let wanted = try ask(plain, question)
        for asked in [writer, reader, fresh] { #expect(try ask(asked, question) == wanted, "\(change): \(question)") }
      }
    }
    #expect(folder.exists("g.db.map") == usesFile)
    #expect(try writer.info().mapFile?.path == (usesFile ? folder.path + "/g.db.map" : nil))
    #expect(try writer.graph().revision == 9)
  }

  /// What is found, shown and drawn comes from the map too.
  @Test func otherVerbsSeeCommits() throws {
    let folder = try folder()
    let writer = workspace(folder)
    _ = try writer.load([folder.path + "/g"], context: Self.context)
    _ = try writer.graph()
    _ = try ask(writer, "CREATE (:Part {key: 'fresh', name: 'Fridolin'})")
    #expect(try writer.find("Fridolin").count == 1)
    #expect(try writer.graph().hasOverlay)
    _ = try writer.show("fresh")
    _ = try ask(writer, "MATCH (p {key: 'fresh'}) DELETE p")
    #expect(try writer.find("Fridolin").isEmpty)
  }

  @Test func smallGraphsHaveNoFile() throws {
    let folder = try folder()
    let workspace = GraphWorkspace(database: folder.path + "/g.db", folder: folder.path)
    _ = try workspace.load([folder.path + "/g"], context: Self.context)
    _ = try ask(workspace, "MATCH (n) RETURN count(n)")
    #expect(!folder.exists("g.db.map"))
  }
}
