import Diagnostics
import Foundation
import GraphModel
import GraphWorkspace
import Interchange
import Testing

/// The tables of `graph/region` as they stand in the files.
private struct RegionTables {
  struct Relationship: Hashable {
    var from: String
    var type: String
    var to: String
  }

  /// Names by key, for each kind.
  private(set) var names: [String: [String: String]] = [:]
  private(set) var basis: [Relationship: String] = [:]

  init() throws {
    let folder = Repository.root + "/graph/region"
    for (kind, row) in try Self.rows(folder + "/nodes") {
      if let key = row["key"] { names[kind, default: [:]][key] = row["name"] ?? key }
    }
    for (type, row) in try Self.rows(folder + "/relationships") {
      guard let from = row["from"], let to = row["to"] else { continue }
      basis[Relationship(from: from, type: type, to: to)] = row["basis"] ?? ""
    }
  }

  private static func rows(_ folder: String) throws -> [(table: String, row: [String: String])] {
    var rows: [(String, [String: String])] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where file.hasSuffix(".csv") {
      let table = try CSVTable(path: folder + "/" + file, name: file, separator: nil, hasHeader: true)
      while let row = try table.next() {
        var cells: [String: String] = [:]
        for (name, cell) in zip(table.header, row.cells) { if let cell, !cell.isEmpty { cells[name] = cell } }
        rows.append((String(file.dropLast(4)), cells))
      }
    }
    return rows
  }

  /// The one end of relationships of a type from or to a key.
  func starts(of type: String, basis wanted: String? = nil) -> Set<String> {
    Set(basis.filter { $0.key.type == type && (wanted == nil || $0.value == wanted) }.map(\.key.from))
  }
}

/// What an SVG of ours shows: its lines of text, and its arrows by the keys of their ends.
private struct ShownInSVG {
  var texts: [String] = []
  var arrows: [(relationship: RegionTables.Relationship, isDashed: Bool)] = []

  init(_ bytes: [UInt8]) {
    let svg = String(decoding: bytes, as: UTF8.self)
    for match in svg.matches(of: /<text[^>]*>([^<]*)<\/text>/) { texts.append(Self.plain(match.output.1)) }
    for match in svg.matches(of: /<g id="([^"]*)" class="edge">([\s\S]*?)<\/g>/) {
      // A second one between the same ends has a number.
      let id = Self.plain(match.output.1).replacing("_5f", with: "_").replacing(/_[0-9]+$/, with: "")
      let parts = id.split(separator: "--").map(String.init)
      guard parts.count == 3 else { continue }
      arrows.append(
        (RegionTables.Relationship(from: parts[0], type: parts[1], to: parts[2]), match.output.2.contains("=\"5,2\"")))
    }
  }

  private static func plain(_ text: Substring) -> String {
    String(text).replacing("&#45;", with: "-").replacing("&#160;", with: " ").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
  }
}

/// The structure of the 2023 slides, held to the tables that were read from them.
@Suite struct StructureDiagramTests {
  private let folder: TemporaryFolder
  private let workspace: GraphWorkspace
  private let tables: RegionTables

  init() throws {
    folder = try TemporaryFolder()
    workspace = GraphWorkspace(database: folder.path + "/region.db", folder: Repository.root)
    _ = try workspace.load(Array(Repository.folders.prefix(2)), context: ChangeContext(actor: "test"))
    tables = try RegionTables()
  }

  private func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test func theTablesHoldWhatTheSlidesHold() {
    #expect(tables.names["Council"]?.count == 23)
    #expect(tables.names["ProgrammeArea"]?.count == 25)
    #expect(tables.names["ProcessTeam"]?.count == 74)
  }

  @Test(arguments: ["governance", "councils-and-areas"], CaptionLanguage.allCases)
  func showsEveryCouncilAreaAndTeamAndNothingElse(name: String, language: CaptionLanguage) throws {
    let diagram = try workspace.diagram(named: name)
    let picture = try workspace.picture(of: diagram, GivenParameters(), language: language)
    let text = picture.text
    let shown = ShownInSVG(try picture.drawn(as: .svg).bytes)
    let content = try #require(text.tables.first)
    let column = try #require(content.columns.firstIndex(of: language == .swedish ? "Namn" : "Name"))
    let names = Set(tables.names.values.flatMap(\.values))

    // All of the slides, in the text and in the drawing, where a name may stand on several lines.
    let told = Set(content.rows.map { $0[column] })
    let drawn = letters(shown.texts.joined())
    for kind in ["Council", "ProgrammeArea", "ProcessTeam"] {
      for name in try #require(tables.names[kind]).values {
        #expect(told.contains(name), "\(name)")
        let isDrawn = drawn.contains(letters(name))
        #expect(isDrawn, "\(name)")
      }
    }

    // Nothing that is not in the tables, the schema's captions or the definition itself.
    for row in content.rows { #expect(names.contains(row[column]), "\(row[column])") }
    let file = try String(contentsOfFile: Repository.root + "/diagrams/\(name).yaml", encoding: .utf8)
    let schema = try String(contentsOfFile: Repository.root + "/graph/schema.yaml", encoding: .utf8)
    let known = letters(([file, schema, text.title, text.footer ?? ""] + names).joined(separator: "\n"))
    for line in shown.texts {
      let words = letters(line).drop { "•◦·–".contains($0) }
      if words.isEmpty || ["Teckenförklaring", "Legend"].contains(String(words)) { continue }
      let isKnown = known.contains(words)
      #expect(isKnown, "\(line)")
    }

    // Every arrow is a relationship of the tables, dashed where it is inferred and only there.
    #expect(!shown.arrows.isEmpty)
    for (relationship, isDashed) in shown.arrows {
      let basis = try #require(tables.basis[relationship], "\(relationship)")
      #expect(isDashed == (basis == "inferred"), "\(relationship)")
    }
  }

  @Test(arguments: ["governance", "councils-and-areas"], CaptionLanguage.allCases)
  func teamsWhoseAreaIsInferredAreInItalicsAndNoOthers(name: String, language: CaptionLanguage) throws {
    let picture = try workspace.picture(
      of: workspace.diagram(named: name), GivenParameters(), language: language)
    let content = try #require(picture.text.tables.first)
    let column = try #require(content.columns.firstIndex(of: language == .swedish ? "Namn" : "Name"))
    let detail = try #require(content.columns.firstIndex(of: language == .swedish ? "Uppgift" : "Detail"))
    let inferred = tables.starts(of: "BELONGS_TO", basis: "inferred")
    #expect(inferred.count == 41)
    let teams = try #require(tables.names["ProcessTeam"])
    for (key, team) in teams {
      // Some areas and teams have one name; a team's row names the box in which it stands.
      let rows = content.rows.filter { $0[column] == team }
      let marked = rows.contains { !$0[detail].isEmpty && !$0[0].isEmpty }
      #expect(marked == inferred.contains(key), "\(team): \(rows)")
    }
    let svg = String(decoding: try picture.drawn(as: .svg).bytes, as: UTF8.self)
    // One more stands in the legend.
    #expect(svg.matches(of: /◦/).count == inferred.count + 1)
  }

  @Test func theResponsibilitiesAreThoseOfTheTables() throws {
    let picture = try workspace.picture(
      of: workspace.diagram(named: "councils-and-areas"), GivenParameters(), language: .swedish)
    let shown = ShownInSVG(try picture.drawn(as: .svg).bytes)
    let drawn = Set(shown.arrows.map(\.relationship).filter { $0.type == "RESPONSIBLE_FOR" })
    #expect(drawn == Set(tables.basis.keys.filter { $0.type == "RESPONSIBLE_FOR" }))
  }
}
