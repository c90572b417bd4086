import Diagnostics
import GraphModel
import GraphWorkspace
import Testing

/// Columns of a query that elements are drawn by.
@Suite struct FactsTests {
  private func table(_ definition: String) throws -> [[String]] {
    let folder = try TemporaryFolder(["diagrams/one.yaml": definition])
    let workspace = try SmallRegister.workspace(in: folder)
    let picture = try workspace.picture(of: workspace.diagram(named: "one"), GivenParameters(), language: .english)
    return picture.text.tables.first?.rows ?? []
  }

  @Test func colourCaptionGroupAndOrderByWhatIsCounted() throws {
    let rows = try table(
      """
      title: T
      queries:
        - query: MATCH (d:Document) RETURN d, size([(d)--() | 1]) AS links
          facts: {d: [links]}
      order: links
      group: {property: links, order: [2, 0]}
      styles:
        nodes:
          - {where: {links: {at_least: 1}}, caption: links, note: many}
          - {where: {links: {at_most: 0}}, caption: kind, note: none}
          - {where: {links: 0, status: retired}, note: none and retired}

      """)
    #expect(
      rows == [
        ["2", "Document", "Höftfraktur", "2 · many"], ["0", "Document", "Höftfraktur", "Document · none"],
        ["0", "Document", "Ledprotes", "Document · none and retired"],
        ["0", "Document", "Ny höftfraktur", "Document · none"],
      ])
  }

  @Test func severalRowsGiveEachValueOnceInOrder() throws {
    let rows = try table(
      """
      title: T
      queries:
        - query: UNWIND [3, 1, 3, null, 2] AS x MATCH (d:Document {key} ) RETURN d, x
          facts: {d: x}
      styles: {nodes: {caption: x}}

      """.replacing("{key}", with: "WHERE d.key = 'd-1'"))
    #expect(rows == [["Document", "Höftfraktur", "1, 2, 3"]])
  }

  @Test func aNodeStandsForItsNameAndIsNotDrawn() throws {
    let rows = try table(
      """
      title: T
      queries:
        - query: "MATCH (l:DesignLink)-[:LINKS_TO]->(d) RETURN l, d, [d] AS all, null AS nothing"
          facts: {l: [d, all, nothing]}
      styles: {nodes: {caption: [d, all, nothing]}}

      """)
    #expect(rows == [["DesignLink", "Länk till höft", "Höftfraktur · Höftfraktur"]])
  }

  @Test func relationshipsAreLabelledAndStyledByFacts() throws {
    let folder = try TemporaryFolder([
      "diagrams/one.yaml": """
      title: T
      queries:
        - query: MATCH (d)-[r:OWNED_BY]->(c) RETURN d, r, c, 7 AS weight, 'fact' AS basis
          facts: {r: [weight, basis]}
      styles: {relationships: {where: {weight: {at_least: 5, at_most: 7}, basis: fact}, label: weight}}

      """
    ])
    let workspace = try SmallRegister.workspace(in: folder)
    let picture = try workspace.picture(of: workspace.diagram(named: "one"), GivenParameters(), language: .english)
    #expect(picture.text.tables[1].rows == [["Höftfraktur", "owned by", "SOR Ortopedi", "7"]])
  }

  @Test func boundsHoldForDatesAndTextsToo() throws {
    let rows = try table(
      """
      title: T
      queries:
        - query: "MATCH (d:Document) RETURN d, date('2026-01-01') AS day"
          facts: {d: day}
      styles:
        nodes:
          - {hide: true}
          - {where: {day: {at_least: 2026-01-01, at_most: '2026-12-31'}, valid_from: {at_most: '2020'}}, hide: false}

      """)
    #expect(rows.map { $0[1] } == ["Höftfraktur"])
  }

  /// The gallery's impact has the looks and words of `impact retire --format svg`.
  @Test(arguments: CaptionLanguage.allCases) func theImpactOfTheGalleryIsThatOfTheAnalysis(
    language: CaptionLanguage
  ) throws {
    let folder = try TemporaryFolder()
    let workspace = GraphWorkspace(database: folder.path + "/all.db", folder: Repository.root)
    _ = try workspace.load(Repository.folders, context: ChangeContext(actor: "test"))
    let key = "ex-doc-hoftfraktur-omhandertagande-akutmottagning"
    let answer = try workspace.impact(ImpactRequest(retired: [key]))
    let drawn = String(
      decoding: try workspace.draw(answer, as: .svg, language: language).bytes, as: UTF8.self)
    let gallery = try workspace.picture(
      of: workspace.diagram(named: "impact"), GivenParameters(["retired=\(key)"]), language: language)
    let svg = String(decoding: try gallery.drawn(as: .svg).bytes, as: UTF8.self)
    for (swedish, english) in [
      ("✖ slutar fungera", "✖ broken"), ("◔ ses över", "◔ to be reviewed"), ("⊘ tas ur bruk", "⊘ retired"),
    ] {
      let word = language == .swedish ? swedish : english
      #expect(drawn.contains(word) && svg.contains(word), "\(word)")
    }
    let looks = [##"fill="#fadcd9" stroke="#a31d1d" stroke-width="2.6""##, ##"fill="#fff1cc" stroke="#8a5a00""##]
    for look in looks {
      #expect(drawn.contains(look) && svg.contains(look), "\(look)")
    }
    // Each hit once, with its verdict and in the frame of who is responsible.
    let text = gallery.text.tables[0].rows
    for hit in answer.readings(in: language) {
      let rows = text.filter { $0.contains(hit.name) }
      for name in hit.responsible { #expect(rows.contains { $0[0].contains(name) }, "\(hit.name): \(rows)") }
    }
  }
}
