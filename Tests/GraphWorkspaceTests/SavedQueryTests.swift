import Diagnostics
import GraphModel
import GraphWorkspace
import Testing

private func workspace(_ files: [String: String]) throws -> (GraphWorkspace, TemporaryFolder) {
  let folder = try TemporaryFolder(files)
  return (GraphWorkspace(database: ":memory:", folder: folder.path), folder)
}

@Suite struct SavedQueryTests {
  @Test func headersAreRead() throws {
    let (workspace, folder) = try workspace([
      "queries/a/b.cypher": """
      // Title: with a colon
      // sv: Titel
      // description: What it says.
      // parameter status: string = 'a  b'   only in this state
      // parameter limit: integer
      // expect: no rows (minor)
      MATCH (n) RETURN n // parameter x: nonsense
      """,
      "queries/plain.cypher": "RETURN 1 AS one", "queries/.hidden.cypher": "x", "queries/note.txt": "x",
    ])
    defer { withExtendedLifetime(folder) {} }
    #expect(workspace.savedQueryNames() == ["a/b", "plain"])
    let query = try workspace.savedQuery(named: "a/b")
    #expect(query.title.texts == ["en": "Title: with a colon", "sv": "Titel"])
    #expect(query.description.texts["en"] == "What it says.")
    #expect(query.parameters.map(\.name) == ["status", "limit"])
    #expect(query.parameters[0].defaultValue == "a  b")
    #expect(query.parameters[0].description.texts["en"] == "only in this state")
    #expect(query.parameters[1].defaultValue == nil)
    #expect(query.expectsNoRows == .minor)
    #expect(query.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("// T\n// parameter x: strin", "unknown-type", 2, 17),
    ("// T\n// parameter x: integer = 'a'", "bad-default", 2, 27),
    ("// T\n// expect: nothing", "bad-expectation", 2, 12),
    ("// T\n// parameter a: any\n// parameter a: any", "bad-parameter", 3, 14),
    ("// T\n// descripton: x", "unknown-word", 2, 4),
    ("RETURN 1", "missing-title", 1, 1),
  ])
  func mistakesHaveTheirPlace(text: String, id: String, line: Int, column: Int) throws {
    let (workspace, folder) = try workspace(["queries/q.cypher": text])
    defer { withExtendedLifetime(folder) {} }
    let found = workspace.savedQueries().queries.flatMap(\.diagnostics)
    #expect(found.map(\.id) == [id])
    #expect(found.first?.place?.line == line)
    #expect(found.first?.place?.column == column)
    #expect(found.first?.place?.source.hasSuffix("queries/q.cypher") == true)
  }

  @Test func parametersAreCheckedAgainstTheirDeclaration() throws {
    let (workspace, folder) = try workspace([
      "queries/q.cypher": "// T\n// parameter n: integer\n// parameter s: string = 'x'\nRETURN $n AS n, $s AS s"
    ])
    defer { withExtendedLifetime(folder) {} }
    let query = try workspace.savedQuery(named: "q")
    func ids(_ given: [String]) throws -> [String] {
      do {
        _ = try workspace.request(query, GivenParameters(given))
        return []
      } catch let error as DiagnosticsError { return error.diagnostics.map(\.id) }
    }
    #expect(try ids([]) == ["missing-parameter"])
    #expect(try ids(["n=x"]) == ["bad-parameter"])
    #expect(try ids(["n=1", "m=2"]) == ["unknown-parameter"])
    #expect(try ids(["n=1"]) == [])
    let request = try workspace.request(query, GivenParameters(["n=1", "s=12"]))
    #expect(try workspace.query(request).table.rows == [[1, "12"]])
  }

  @Test(arguments: [("q/abc", "q/abd"), ("abd", "q/abd"), ("q/abd.cypher", "")])
  func unknownNamesSuggest(name: String, suggested: String) throws {
    let (workspace, folder) = try workspace(["queries/q/abd.cypher": "// T\nRETURN 1"])
    defer { withExtendedLifetime(folder) {} }
    do {
      _ = try workspace.savedQuery(named: name)
      #expect(suggested.isEmpty)
    } catch {
      #expect(FailureReport(error).diagnostics[0].hint?.contains(suggested) == true)
    }
  }

  @Test func namesDoNotLeaveTheFolder() throws {
    let (workspace, folder) = try workspace(["secret.cypher": "RETURN 1", "queries/a.cypher": "// T\nRETURN 1"])
    defer { withExtendedLifetime(folder) {} }
    #expect(throws: Diagnostic.self) { _ = try workspace.savedQuery(named: "../secret") }
  }
}
