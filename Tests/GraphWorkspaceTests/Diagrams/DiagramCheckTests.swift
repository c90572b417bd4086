import Diagnostics
import GraphModel
import GraphWorkspace
import Testing

@Suite struct DiagramCheckTests {
  private func findings(_ body: () throws -> Void) -> [Diagnostic] {
    do {
      try body()
      return []
    } catch {
      return FailureReport(error).diagnostics
    }
  }

  private func check(_ definition: String, withDatabase: Bool = true) throws -> [Diagnostic] {
    let folder = try TemporaryFolder(["diagrams/one.yaml": definition])
    let workspace =
      withDatabase
      ? try SmallRegister.workspace(in: folder)
      : GraphWorkspace(database: folder.path + "/none.db", folder: folder.path)
    return try workspace.checkDiagrams(named: ["one"]).diagrams[0].diagnostics
  }

  private func places(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.severity.rawValue) \($0.id)" }
  }

  @Test func tellsEverythingAtItsPlaceInTheFile() throws {
    let found = try check(
      """
      title: {en: "Links of $doc", sv: Länkar}
      parameters:
        document: {type: string, default: d-1}
        unused: {type: string, default: x}
      queries:
        - >-
          MATCH (d:Document {key: $document})
          RETUN d
        - "MATCH (d:Document {key: \\"å\\"}) RETURN d, foo"
        - |
          MATCH (d:Document)
            WHERE d.key = $documnt
          RETURN d
        - query: 'MATCH (d:Document)<-[r]-() RETURN d, count(r) AS links'
          facts: {d: [lnks], e: links, r: key}
        - CREATE (d:Document) RETURN d
      order: stauts
      styles: {nodes: {kind: Dokument, fill: blu, where: {lnks: {at_least: 1}}}}

      """)
    #expect(
      places(found) == [
        "1:13 error unknown-parameter", "4:3 warning unused-parameter", "8:5 error unexpected-token",
        "9:48 error undefined-variable", "12:21 error unknown-parameter", "15:17 error unknown-column",
        "15:24 error unknown-column", "15:34 error unknown-column", "15:37 error reserved-name",
        "16:5 error writes-not-allowed", "17:8 warning unknown-name", "18:24 warning unknown-name",
        "18:40 error unknown-value",
      ], "\(found.map { $0.rendered() }.joined(separator: "\n"))")
    #expect(found[4].hint == "did you mean 'document'?")
    #expect(found[5].hint == "did you mean 'links'?")
    #expect(found[10].hint == "did you mean 'status'?")
    #expect(found[11].hint == "did you mean 'Document'?")
    #expect(found[2].place?.excerpt?.line == "    RETUN d")
  }

  @Test func namesInQueriesAreHeldToTheDatabase() throws {
    let definition = "title: T\nqueries:\n  - MATCH (d:Dokument) RETURN d\n"
    #expect(places(try check(definition)) == ["3:14 warning unknown-label"])
    #expect(try check(definition, withDatabase: false).isEmpty)
  }

  @Test func aQueryThatYAMLTakesForAMappingIsExplained() throws {
    let found = try check("title: T\nqueries:\n  - MATCH (d:Document {key: d}) RETURN d\n")
    #expect(places(found) == ["3:5 error wrong-type"])
    #expect(found.first?.hint?.contains(">-") == true)
    let other = try check("title: T\nqueries:\n  - MATCH (d:Document {key: 'd-1'}) RETURN d\n")
    #expect(places(other) == ["3:34 error bad-yaml"])
    #expect(other.first?.hint?.contains(">-") == true)
  }

  @Test func allAreCheckedAndUnknownNamesToldOfTheNearest() throws {
    let folder = try TemporaryFolder([
      "diagrams/right.yaml": "title: T\nqueries: MATCH (n) RETURN n\n", "diagrams/wrong.yaml": "titel: T\n",
    ])
    let workspace = try SmallRegister.workspace(in: folder)
    let checked = try workspace.checkDiagrams().diagrams
    #expect(checked.map(\.name) == ["right", "wrong"])
    #expect(checked.map(\.isRight) == [true, false])
    #expect(findings { _ = try workspace.checkDiagrams(named: ["rihgt"]) }.first?.hint == "did you mean 'right'?")
  }

  @Test func aPictureOfWhatIsHiddenIsAPictureOfNothing() throws {
    let folder = try TemporaryFolder([
      "diagrams/hidden.yaml": """
      title: T
      queries: [MATCH (n:Source) RETURN n, "MATCH (n:Document {key: 'none'}) RETURN n"]
      styles: {nodes: {kind: Source, hide: true}}
      """
    ])
    let workspace = try SmallRegister.workspace(in: folder)
    let found = findings {
      _ = try workspace.picture(of: workspace.diagram(named: "hidden"), GivenParameters(), language: .english)
    }
    #expect(found.map(\.id) == ["nothing-to-draw"])
    var nothing: [String] = []
    let failed = try workspace.drawGallery(
      GivenParameters(), formats: [], language: .english, into: folder.path + "/out"
    ) { event in
      if case .nothing(let name) = event { nothing.append(name) }
    }
    #expect(failed == nil && nothing == ["hidden"])
  }

  @Test func withoutADatabaseAGalleryFailsOnce() throws {
    let folder = try TemporaryFolder([
      "diagrams/a.yaml": "title: T\nqueries: MATCH (n) RETURN n\n",
      "diagrams/b.yaml": "title: T\nqueries: MATCH (n) RETURN n\n",
    ])
    let workspace = GraphWorkspace(database: folder.path + "/none.db", folder: folder.path)
    let found = findings {
      _ = try workspace.drawGallery(
        GivenParameters(), formats: [], language: .english, into: folder.path + "/out"
      ) { _ in Issue.record("nothing is told of one diagram") }
    }
    #expect(found.count == 1)
    #expect(!folder.exists("out"))
  }
}
