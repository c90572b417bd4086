import Diagnostics
import Foundation
import GraphModel
import GraphWorkspace
import Temporals
import Testing

/// Differences in the diagrams of the repository's own data, each in `Golden/comparison-….golden`. `RECORD=1` rewrites the
/// files, and fails so that they are read before they are committed.
@Suite struct RegionComparisonTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  /// The day on which the councils take over the responsibility.
  private static let days = (before: "2022-08-22", after: "2022-08-23")

  private struct Region {
    let temporary: TemporaryFolder
    let workspace: GraphWorkspace

    init() throws {
      temporary = try TemporaryFolder()
      workspace = GraphWorkspace(database: temporary.path + "/region.db", folder: Repository.root)
      _ = try workspace.load(Repository.folders, context: ChangeContext(actor: "test"))
    }
  }

  @Test(arguments: ["councils-and-areas", "governance", "council", "coverage", "impact"])
  func comesOutAsItIsKept(name: String) throws {
    let region = try Region()
    let diagram = try region.workspace.diagram(named: name)
    let scenario = Repository.root + "/scenarios/ledprotes.yaml"
    var lines: [String] = []
    for language in CaptionLanguage.allCases {
      for text in name == "impact" ? [scenario] : name == "council" ? [Self.days.before, scenario] : [Self.days.before]
      {
        let state = try region.workspace.comparedState(text)
        let day = text == scenario ? nil : try GraphWorkspace.day(Self.days.after)
        let picture = try region.workspace.picture(
          of: diagram, GivenParameters(), language: language, validOn: day, comparedTo: state)
        lines.append(picture.text.summary)
        for table in picture.text.tables {
          let change = ["Förändring", "Change"].contains(table.columns[0])
          lines.append("\(table.title) (\(table.rows.count)): \(table.columns.joined(separator: " | "))")
          for row in table.rows where change && !row[0].isEmpty {
            lines.append("  " + row.joined(separator: " | "))
          }
        }
        lines.append("")
      }
    }
    let text = lines.joined(separator: "\n")
    let file = Self.folder.appending(path: "comparison-\(name).golden")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.lastPathComponent); run again without RECORD")
    } else {
      #expect(text == (try? String(contentsOf: file, encoding: .utf8)))
    }
  }

  @Test func everyDiagramComparesInBothLanguages() throws {
    let region = try Region()
    let states = ["2022-08-22", Repository.root + "/scenarios/ledprotes.yaml"]
    for diagram in region.workspace.diagrams().diagrams {
      for (language, state) in zip(CaptionLanguage.allCases, states) {
        let picture = try region.workspace.picture(
          of: diagram, GivenParameters(), language: language, validOn: language == .swedish ? GraphWorkspace.day("2024-05-01") : nil,
          comparedTo: region.workspace.comparedState(state))
        #expect(picture.text.summary.hasPrefix(language == .swedish ? "Före: " : "Before: "), "\(diagram.name)")
        #expect(try !picture.drawn(as: .svg).bytes.isEmpty)
      }
    }
  }
}

@Suite struct DiagramComparisonTests {
  private let folder: TemporaryFolder
  private let workspace: GraphWorkspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try SmallRegister.workspace(in: folder)
    try folder.write(
      """
      title: {en: Documents, sv: Dokument}
      queries:
        - "MATCH (d:Document) RETURN d"
        - "MATCH (l:DesignLink)-[r:LINKS_TO]->(d:Document) RETURN l, r, d"

      """, to: "diagrams/documents.yaml")
    try folder.write("title: Ny rutin\nreplace: {old: d-1, new: \"d=4\"}\n", to: "new.yaml")
    try folder.write("title: Utan ny\nretire: d-1\n", to: "gone.yaml")
    try folder.write("title: Annan dag\ndate: 2019-06-01\nretire: d-3\n", to: "day.yaml")
    try folder.write("retire: d-99\n", to: "wrong.yaml")
  }

  private func text(
    _ state: String, validOn day: String? = nil, after scenario: String? = nil
  ) throws -> PictureText {
    try workspace.picture(
      of: workspace.diagram(named: "documents"), GivenParameters(), language: .english,
      validOn: day.map(GraphWorkspace.day),
      after: scenario.map { try workspace.scenario(file: folder.path + "/" + $0) },
      comparedTo: workspace.comparedState(state.hasSuffix(".yaml") ? folder.path + "/" + state : state)
    ).text
  }

  private func changes(_ text: PictureText) -> [String] {
    (text.tables.first { $0.title == "Changes" }?.rows ?? []).map { $0.joined(separator: " | ") }
  }

  private func finding(_ body: () throws -> Void) -> Diagnostic? {
    do {
      try body()
      return nil
    } catch {
      return FailureReport(error).diagnostics.first
    }
  }

  @Test func ofTwoDaysTheEarlierOneIsBefore() throws {
    let ended = ["− removed | Document | Höftfraktur | valid to 2019-06-01"]
    let began = [
      "+ added | Document | Höftfraktur | valid from 2020", "+ added | links to | Länk till höft → Höftfraktur | ",
    ]
    for (asked, other) in [("2021-01-01", "2019-01-01"), ("2019-01-01", "2021-01-01")] {
      let text = try text(other, validOn: asked)
      #expect(text.summary.hasPrefix("Before: 2019-01-01 · After: 2021-01-01 · "))
      #expect(Set(changes(text)).isSuperset(of: ended + began))
    }
    // Without a day of its own the picture is today's.
    #expect(try text("2019-01-01").summary.hasPrefix("Before: 2019-01-01 · After: 2"))
  }

  @Test func theWorldAfterAScenarioIsAlwaysTheLaterOne() throws {
    let moved = try text("new.yaml")
    #expect(moved.summary.hasPrefix("Before: as recorded · After: the scenario “Ny rutin” · "))
    #expect(
      changes(moved) == [
        "⇄ moved | links to | Länk till höft → Ny höftfraktur | from Höftfraktur",
        "≠ changed | Document | Höftfraktur | status valid → retired",
      ])
    #expect(try text("new.yaml", validOn: "2021-01-01").summary.hasPrefix("Before: 2021-01-01 · After: the scenario"))
    // On the scenario's own day, where no other is named.
    let day = try text("2019-01-01", after: "day.yaml")
    #expect(day.summary.hasPrefix("Before: 2019-01-01 · After: the scenario “Annan dag”, 2019-06-01 · "))
    #expect(changes(day) == ["− removed | Document | Höftfraktur | valid to 2019-06-01"])
  }

  @Test func twoScenariosAreHeldAgainstEachOther() throws {
    let text = try text("gone.yaml", after: "new.yaml")
    #expect(text.summary.hasPrefix("Before: the scenario “Utan ny” · After: the scenario “Ny rutin” · "))
    #expect(changes(text) == ["⇄ moved | links to | Länk till höft → Ny höftfraktur | from Höftfraktur"])
  }

  @Test func anEarlierRevisionIsBefore() throws {
    var request = QueryRequest(
      SourceText(
        name: "q", text: "MATCH (d {key: 'd-3'}) SET d.name = 'Knäprotes' CREATE (:Document {key: 'd-5', name: 'Ny'})"))
    request.writing = ChangeContext(actor: "test")
    _ = try workspace.query(request)
    let text = try text("revision:1")
    #expect(text.summary.hasPrefix("Before: revision 1 · After: revision 2 · "))
    #expect(
      changes(text) == ["+ added | Document | Ny | ", "≠ changed | Document | Knäprotes | name Ledprotes → Knäprotes"])
    #expect(finding { _ = try self.text("revision:7") }?.id == "no-such-revision")
    #expect(finding { _ = try self.text("revision:2") }?.id == "compared-with-itself")
  }

  @Test func mistakesAreToldWithWhatIsMeant() throws {
    let unknown = finding { _ = try text("snart") }
    #expect(unknown?.id == "unknown-state")
    #expect(unknown?.hint?.contains("a day such as 2024-05-01") == true && unknown?.hint?.contains("scenario") == true)
    #expect(finding { _ = try text("missing.yaml") }?.id == "unknown-state")
    #expect(finding { _ = try text("2024-13-01") }?.id == "bad-date")
    #expect(finding { _ = try text("2024-05-01", validOn: "2024-05-01") }?.id == "compared-with-itself")
    #expect(finding { _ = try text("today") }?.id == "compared-with-itself")
    #expect(finding { _ = try text("new.yaml", after: "new.yaml") }?.id == "compared-with-itself")
    #expect(finding { _ = try text("wrong.yaml") }?.message.contains("d-99") == true)
  }

  @Test func aComparisonChangesNothing() throws {
    let before = try workspace.history().count
    _ = try text("new.yaml")
    #expect(try workspace.history().count == before)
    #expect(try text("2021-01-01", validOn: "2021-01-02").summary.contains("no difference in the picture"))
  }
}
