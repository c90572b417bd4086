import Diagnostics
import Foundation
import GraphModel
import GraphWorkspace
import Testing

/// The repository's own data, loaded once for all tests here.
private struct Region {
  let folder: TemporaryFolder
  let workspace: GraphWorkspace
  let report: LoadReport

  init() throws {
    folder = try TemporaryFolder()
    workspace = GraphWorkspace(database: folder.path + "/region.db", folder: Repository.root)
    report = try workspace.load(Repository.folders, context: ChangeContext(actor: "test"))
  }

  func integer(_ query: String) throws -> Int64? {
    let answer = try workspace.query(QueryRequest(SourceText(name: "test", text: query)))
    guard case .integer(let number)? = answer.table.rows.first?.first else { return nil }
    return number
  }
}

@Suite struct RegionTests {
  @Test(arguments: [
    ("MATCH (c:Council) RETURN count(c)", Int64(23)),
    ("MATCH (a:ProgrammeArea) RETURN count(a)", 25),
    ("MATCH (t:ProcessTeam) RETURN count(t)", 74),
    ("MATCH (t:ProcessTeam) WHERE t.annotation IS NOT NULL RETURN count(t)", 33),
    ("MATCH (:Council)-[r:RESPONSIBLE_FOR]->(:ProgrammeArea) RETURN count(r)", 24),
    ("MATCH (a:ProgrammeArea) WHERE NOT (a)<-[:RESPONSIBLE_FOR]-(:Council) RETURN count(a)", 3),
    ("MATCH (:Organisation)-[h:HOSTS]->(:ProgrammeArea) RETURN count(h)", 5),
    ("MATCH (s:Source) RETURN count(s)", 5),
  ])
  func plainQuestions(query: String, expected: Int64) throws {
    #expect(try Region().integer(query) == expected)
  }

  @Test func loadingTwiceChangesNothing() throws {
    let region = try Region()
    #expect(region.report.isChange)
    let again = try region.workspace.load(Repository.folders, context: ChangeContext(actor: "test"), sync: true)
    #expect(!again.isChange)
    #expect(again.revision == region.report.revision)
    #expect(again.total(relationships: false).unchanged == region.report.total(relationships: false).added)
  }

  @Test func savedLoadedAndSavedAgainIsTheSame() throws {
    let region = try Region()
    _ = try region.workspace.save(to: region.folder.path + "/one")
    let copy = GraphWorkspace(database: region.folder.path + "/copy.db")
    _ = try copy.load([region.folder.path + "/one"], context: ChangeContext(actor: "test"))
    _ = try copy.save(to: region.folder.path + "/two")
    #expect(try region.folder.contents(of: "one") == region.folder.contents(of: "two"))
  }

  @Test func everySavedQueryRunsWithItsDefaults() throws {
    let region = try Region()
    let (queries, unreadable) = region.workspace.savedQueries()
    #expect(unreadable.isEmpty)
    #expect(queries.count >= 20)
    for query in queries {
      #expect(query.diagnostics.isEmpty, "\(query.name)")
      #expect(query.title.texts["sv"] != nil && query.title.texts["en"] != nil, "\(query.name)")
      do {
        let answer = try region.workspace.query(region.workspace.request(query, GivenParameters()))
        #expect(answer.warnings.isEmpty, "\(query.name): \(answer.warnings.map { $0.rendered() })")
      } catch {
        Issue.record("\(query.name): \(FailureReport(error).diagnostics.map { $0.rendered() })")
      }
    }
  }

  @Test func everyDiagramIsDrawn() throws {
    let region = try Region()
    let (diagrams, unreadable) = region.workspace.diagrams()
    #expect(unreadable.isEmpty)
    for diagram in diagrams {
      #expect(diagram.diagnostics.isEmpty, "\(diagram.name)")
      for language in CaptionLanguage.allCases {
        let picture = try region.workspace.picture(of: diagram, GivenParameters(), language: language)
        let svg = String(decoding: try picture.drawn(as: .svg).bytes, as: UTF8.self)
        let size = try #require(svg.firstMatch(of: /width="(\d+)pt" height="(\d+)pt"/))
        let ratio = try #require(Double(size.output.1)) / #require(Double(size.output.2))
        #expect(diagram.isWide || (0.5...2).contains(ratio), "\(diagram.name) in \(language) is \(ratio)")
        #expect(picture.text.notes.isEmpty && picture.text.tables.count >= 1, "\(diagram.name)")
      }
    }
  }

  @Test func theGalleryHasAPageThatLeadsToEveryFile() throws {
    let region = try Region()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gallery-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let failed = try region.workspace.drawGallery(
      GivenParameters(), formats: [.svg, .mermaid], language: .swedish, into: folder.path
    ) { _ in }
    #expect(failed == nil)
    let index = try String(contentsOf: folder.appendingPathComponent("index.html"), encoding: .utf8)
    for diagram in region.workspace.diagrams().diagrams {
      for ending in ["svg", "mmd"] {
        let file = "\(diagram.name).\(ending)"
        #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent(file).path), "\(file)")
        #expect(index.contains("href=\"./\(file)\""), "\(file)")
      }
    }
    #expect(throws: DiagnosticsError.self) {
      try region.workspace.drawGallery(
        GivenParameters(["nobody=x"]), formats: [], language: .swedish, into: folder.path
      ) { _ in }
    }
  }

  @Test func fromATitleToWhoMustAct() throws {
    let region = try Region()
    let found = try region.workspace.find("antibiotikaprofylax ledprotes")
    let document = try #require(found.first { $0.kind == "Document" })
    let description = try region.workspace.show(document.key)
    #expect(description.responsible?.councils.isEmpty == false)
    let impact = try region.workspace.impact(ImpactRequest(retired: [document.key]))
    #expect(impact.affectedCount > 0)
    #expect(!impact.sentence(in: .swedish).isEmpty)
    let picture = try region.workspace.draw(impact, as: .svg, language: .english)
    #expect(String(decoding: picture.bytes, as: UTF8.self).contains("<svg"))
  }
}
