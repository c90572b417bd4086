import Diagnostics
import FoundationEssentials
import GraphModel
import GraphWorkspace
import Testing

@Suite struct QueryCheckTests {
  /// The repository that holds this file.
  private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  @Test func everySavedQueryRunsInWhatItDeclares() throws {
    let workspace = GraphWorkspace(database: ":memory:", folder: Self.repository)
    let (checks, mistakes) = try workspace.checkSavedQueries()
    #expect(mistakes.map { $0.rendered() } == [])
    #expect(checks.count >= 60)
    for check in checks {
      #expect(check.isDeclared, "\(check.name) declares no dialect")
      #expect(check.keepsItsWord, "\(check.name): \(check.findings.map(\.id))")
    }
  }

  private func check(_ text: String, heldTo dialect: String? = nil) throws -> QueryCheck {
    let folder = try TemporaryFolder(["queries/q.cypher": text])
    defer { withExtendedLifetime(folder) {} }
    return try GraphWorkspace(database: ":memory:", folder: folder.path).check(text: "q", file: nil, heldTo: dialect)
  }

  @Test(arguments: [
    ("// T\nMATCH (n) RETURN n", "openCypher9", false, true),
    ("// T\nMATCH (n:A|B) RETURN n", "openCypher9", false, false),
    ("// T\n// dialect: Neo4j 5\nMATCH (n:A|B) RETURN n", "neo4j5", true, true),
    ("// T\n// dialect: Neo4j 5\nMATCH (n) FILTER n.x RETURN n", "neo4j5", true, false),
    ("// T\nCYPHER 25 MATCH (n) FILTER n.x RETURN n", "cypher25", true, true),
    ("// T\n// dialect: Styrgraf\nRETURN validOn('2018', null, date()) AS valid", "styrgraf", true, true),
  ])
  func declarationsCount(text: String, code: String, isDeclared: Bool, keeps: Bool) throws {
    let check = try check(text)
    #expect(check.code == code)
    #expect(check.isDeclared == isDeclared)
    #expect(check.keepsItsWord == keeps)
  }

  @Test func aQueryCanBeHeldToAnotherDialect() throws {
    let text = "// T\n// dialect: Neo4j 5\nMATCH (n:A|B) RETURN n"
    #expect(try !check(text, heldTo: "openCypher 9").keepsItsWord)
    #expect(throws: Diagnostic.self) { try check(text, heldTo: "SQL") }
  }

  @Test func mistakesAreToldTogether() throws {
    do {
      _ = try check("// T\nMATCH (n:A|B) RETURN m, k")
      Issue.record("no mistake")
    } catch let error as DiagnosticsError { #expect(error.diagnostics.count == 2) }
  }

  @Test func unknownDialectsHaveTheirPlace() throws {
    do {
      _ = try check("// T\n// dialect: openCyper 9\nRETURN 1 AS x")
      Issue.record("no mistake")
    } catch let error as DiagnosticsError {
      #expect(error.diagnostics.map(\.id) == ["unknown-dialect"])
      #expect(error.diagnostics.first?.place?.line == 2)
      #expect(error.diagnostics.first?.place?.column == 13)
      #expect(error.diagnostics.first?.hint == "did you mean 'openCypher 9'?")
    }
  }

  @Test func rewritingKeepsTheHeadAndDeclaresTheDialect() throws {
    let text = "// T\n// dialect:  Cypher 25\n// sv: Å\n// a note\nMATCH (n) // all\nFILTER n.x RETURN n"
    let folder = try TemporaryFolder(["queries/q.cypher": text])
    defer { withExtendedLifetime(folder) {} }
    let workspace = GraphWorkspace(database: ":memory:", folder: folder.path)
    let check = try workspace.check(text: "q", file: nil)
    #expect(
      try workspace.rewritten(check, for: "openCypher9")
        == "// T\n// dialect:  openCypher 9\n// sv: Å\n// a note\nMATCH (n) // all\nWITH * WHERE n.x RETURN n")
    let stubborn = try workspace.check(text: "RETURN validOn(null, null, date()) AS x", file: nil)
    #expect(throws: DiagnosticsError.self) { try workspace.rewritten(stubborn, for: "neo4j5") }
  }
}
