import Diagnostics
import GraphModel
import GraphWorkspace
import Testing

@Suite struct ShellCompletionTests {
  private let folder: TemporaryFolder
  private let shell: Shell

  init() throws {
    folder = try TemporaryFolder([
      "graph/schema.yaml": """
      version: 1
      kinds:
        Document: {properties: {name: {type: string}, status: {type: string}}}
        DesignItem: {properties: {name: {type: string}, size: {type: integer}}}
        Område: {properties: {name: {type: string}}}
      relationships:
        USES: {from: DesignItem, to: Document, properties: {since: {type: date}}}
        CITES: {from: Document, to: Document}
      """,
      "graph/nodes/Document.csv": "key,name\nd-1,One\n",
      "queries/checks/all.cypher":
        "// All\n// parameter least: integer = 0\nMATCH (d:Document) WHERE d.name <> $least RETURN d.name AS name",
    ])
    let workspace = GraphWorkspace(database: folder.path + "/g.db", folder: folder.path)
    _ = try workspace.load([folder.path + "/graph"], context: ChangeContext(actor: "test"))
    shell = Shell(
      workspace, isWriting: false, format: .table, limits: .interactive, validOn: nil,
      context: ChangeContext(actor: "test"))
  }

  private func complete(_ line: String, after pending: String = "") -> [String] {
    shell.completion(pending: pending, line: line).candidates
  }

  @Test(arguments: [
    ("MATCH (d:", ["DesignItem", "Document", "Område"]), ("MATCH (d:do", ["Document"]),
    ("MATCH (:områ", ["Område"]), ("MATCH (d:Document|o", ["Område"]),
    ("MATCH (d:Document&!D", ["DesignItem", "Document"]),
    ("MATCH ()-[:", ["CITES", "USES"]), ("MATCH ()-[r:CITES|u", ["USES"]), ("MATCH ()-[:c", ["CITES"]),
    ("MATCH (d:Document) WHERE d.", ["key", "name", "status"]), ("MATCH (d:Document) WHERE d.st", ["status"]),
    ("MATCH ()-[r:USES]->() RETURN r.", ["since"]), ("RETURN x.s", ["since", "size", "status"]),
    ("MATCH (d:Document {", ["key", "name", "status"]), ("MATCH (d:Document {name: 'x', st", ["status"]),
    ("CALL db.l", ["db.labels("]), ("CALL db.rel", ["db.relationshipTypes("]),
    ("MATCH (document:Document) RETURN docu", ["document"]), ("ret", ["return"]), ("RET", ["RETURN"]),
    ("RETURN toUp", ["toUpper("]), ("RETURN 'MAT", []), ("MATCH (d) RETURN d.name AS n", []),
  ]) func offersWhatMayStandThere(_ line: String, _ wanted: [String]) {
    #expect(complete(line) == wanted, "\(line)")
  }

  @Test func linesBeforeCount() {
    #expect(complete("WHERE d.st", after: "MATCH (d:Document)") == ["status"])
    #expect(complete("  n", after: "RETURN 'open") == [])
  }

  @Test func directivesAndTheirArguments() throws {
    #expect(complete(":q") == ["queries", "quit"])
    #expect(complete(":run ") == ["checks/all"])
    #expect(complete(":run checks/all l") == ["least="])
    #expect(complete(":format j") == ["json", "jsonl"])
    #expect(complete(":write o") == ["on", "off"])
    #expect(complete(":explain MATCH (d:Doc") == ["Document"])
    #expect(complete(":schema Doc") == ["Document"])
  }

  @Test func parametersAreKnown() throws {
    _ = try answer(":param council = 'SOR'")
    #expect(complete("RETURN $co") == ["$council"])
  }

  @Test func theCommonPartIsFoundByCharacters() {
    let completion = ShellCompletion(replacedCount: 1, candidates: ["Åre", "Årsta"])
    #expect(completion.commonPrefix == "År")
  }

  // MARK: The shell itself

  private func answer(_ text: String) throws -> Shell.Reply {
    var input = ShellInput(endsAtEmptyLine: true)
    let statement = try #require((input.add(text) + input.finish()).first)
    return try shell.answer(statement, source: "query", cancellation: nil)
  }

  private func rows(_ text: String) throws -> ResultRows {
    guard case .answer(let answer, _, _) = try answer(text) else { return [] }
    return answer.table.rows
  }

  @Test func settingsHoldBetweenStatements() throws {
    #expect(throws: DiagnosticsError.self) { try answer("CREATE (:Document {key: 'd-2', name: 'Two'});") }
    _ = try answer(":write on")
    _ = try answer("CREATE (:Document {key: 'd-2', name: 'Two'});")
    #expect(try rows("MATCH (d:Document) RETURN count(d);") == [[2]])
    _ = try answer(":param name = Two")
    #expect(try rows("MATCH (d:Document {name: $name}) RETURN d.key;") == [["d-2"]])
    _ = try answer(":limits rows=1 timeout=none memory=1MB")
    #expect(shell.limits == QueryLimits(seconds: nil, rows: 1, memory: 1_000_000))
    #expect(try rows("MATCH (d:Document) RETURN d.key;").count == 1)
    #expect(try rows(":run checks/all least=5").count == 1)
  }

  @Test func commitsOfOthersAreSeen() throws {
    #expect(try rows("MATCH (d:Document) RETURN count(d);") == [[1]])
    let other = GraphWorkspace(database: folder.path + "/g.db", folder: folder.path)
    var request = QueryRequest(SourceText(name: "q", text: "CREATE (:Document {key: 'd-3', name: 'Three'})"))
    request.writing = ChangeContext(actor: "other")
    _ = try other.query(request)
    #expect(try rows("MATCH (d:Document) RETURN count(d);") == [[2]])
  }

  @Test(arguments: [
    ":nonsense", ":format xml", ":write maybe", ":param x", ":run", ":limits rows=many", ":valid-on soon",
  ])
  func mistakesAreTold(_ line: String) {
    #expect(throws: Diagnostic.self) { try answer(line) }
  }

  @Test func cancelledWritesChangeNothing() throws {
    let cancellation = Cancellation()
    var request = QueryRequest(SourceText(name: "q", text: "CREATE (:Document {key: 'd-9', name: 'Nine'})"))
    request.writing = ChangeContext(actor: "test")
    request.cancellation = cancellation
    cancellation.cancel()
    #expect(throws: DiagnosticsError.self) { try shell.workspace.query(request) }
    #expect(try rows("MATCH (d:Document) RETURN count(d);") == [[1]])
  }
}
