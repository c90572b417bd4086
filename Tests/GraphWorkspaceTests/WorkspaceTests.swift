import Diagnostics
import Foundation
import GraphModel
import GraphWorkspace
import Testing

private func question(_ text: String) -> QueryRequest { QueryRequest(SourceText(name: "test", text: text)) }

/// The diagnostics of what a call throws.
private func findings(_ body: () throws -> Void) -> [Diagnostic] {
  do {
    try body()
    return []
  } catch {
    return FailureReport(error).diagnostics
  }
}

@Suite struct LoadTests {
  @Test func readingMakesNoDatabase() throws {
    let folder = try TemporaryFolder()
    let workspace = GraphWorkspace(database: folder.path + "/none.db", folder: folder.path)
    for call in [
      { _ = try workspace.query(question("RETURN 1")) }, { _ = try workspace.info() },
      { _ = try workspace.find("x") }, { _ = try workspace.show("x") },
      { _ = try workspace.save(to: folder.path + "/s") },
      { _ = try workspace.impact(ImpactRequest(retired: ["x"])) },
    ] as [() throws -> Void] {
      #expect(findings(call).map(\.id) == ["no-such-file"])
    }
    #expect(!folder.exists("none.db"))
  }

  @Test func aFailedFirstLoadLeavesNothingLoaded() throws {
    let folder = try TemporaryFolder([
      "bad/schema.yaml": "version: 1\nkinds:\n  A: {properties: {name: {type: string}}}\n",
      "bad/nodes/A.csv": "key,nam\n1,x\n", "bad/nodes/B.csv": "key\n2\n",
    ])
    let workspace = GraphWorkspace(database: folder.path + "/g.db", folder: folder.path)
    let found = findings { _ = try workspace.load([folder.path + "/bad"], context: ChangeContext(actor: "t")) }
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.place != nil })
    let reading = findings { _ = try workspace.info() }
    #expect(reading.map(\.message) == ["nothing is loaded into '\(folder.path)/g.db' yet"])
  }

  /// A load that fails must not take away the file that another is writing into.
  @Test func aFailedFirstLoadLeavesTheDatabaseOfAnother() throws {
    let folder = try TemporaryFolder([
      "bad/schema.yaml": "version: 1\nkinds: {A: {}}\n", "bad/nodes/A.csv": "key,nam\n1,x\n",
      "good/schema.yaml": "version: 1\nkinds: {A: {}}\n", "good/nodes/A.csv": "key\n1\n",
    ])
    let database = folder.path + "/g.db"
    let failing = GraphWorkspace(database: database)
    let other = GraphWorkspace(database: database)
    #expect(throws: DiagnosticsError.self) {
      try failing.load([folder.path + "/bad"], context: ChangeContext(actor: "t"))
    }
    _ = try other.load([folder.path + "/good"], context: ChangeContext(actor: "t"))
    #expect(throws: DiagnosticsError.self) {
      try failing.load([folder.path + "/bad"], context: ChangeContext(actor: "t"))
    }
    #expect(try GraphWorkspace(database: database).info().nodeCount == 1)
    #expect(try failing.info().nodeCount == 1)
  }

  @Test func aDryRunWritesNothing() throws {
    let folder = try TemporaryFolder(["d/schema.yaml": "version: 1\nkinds: {A: {}}\n", "d/nodes/A.csv": "key\n1\n"])
    let workspace = GraphWorkspace(database: folder.path + "/g.db", folder: folder.path)
    let report = try workspace.load([folder.path + "/d"], context: ChangeContext(actor: "t"), dryRun: true)
    #expect(report.total(relationships: false).added == 1)
    #expect(!folder.exists("g.db"))
    _ = try workspace.load([folder.path + "/d"], context: ChangeContext(actor: "t"))
    try folder.write("key\n1\n2\n", to: "d/nodes/A.csv")
    let second = try workspace.load([folder.path + "/d"], context: ChangeContext(actor: "t"), dryRun: true)
    #expect(second.total(relationships: false).added == 1)
    #expect(try workspace.info().nodeCount == 1)
  }

  @Test func synchronisingRemovesWhatNoFileHas() throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    try folder.write("key,name\nc-1,SOR Ortopedi\n", to: "register/nodes/Council.csv")
    let kept = try workspace.load([folder.path + "/register"], context: ChangeContext(actor: "t"))
    #expect(!kept.isChange)
    let removed = try workspace.load([folder.path + "/register"], context: ChangeContext(actor: "t"), sync: true)
    #expect(removed.total(relationships: false).removed == 1)
  }

  @Test func mistakesOfReaderAndGraphComeTogether() throws {
    let folder = try TemporaryFolder(SmallRegister.files)
    try folder.write("key,name\nl-1,A\n,B\n", to: "nodes/DesignLink.csv")
    try folder.write("from,to\nl-1,d-1\nl-1,nowhere\n", to: "relationships/LINKS_TO.csv")
    let workspace = GraphWorkspace(database: folder.path + "/g.db")
    let found = findings { _ = try workspace.load([folder.path], context: ChangeContext(actor: "t")) }
    #expect(found.count == 2)
    #expect(found.contains { $0.place?.source.hasSuffix("DesignLink.csv") == true && $0.place?.line == 3 })
    #expect(found.contains { $0.place?.source.hasSuffix("LINKS_TO.csv") == true && $0.place?.line == 3 })
  }
}

@Suite struct QueryTests {
  @Test func writingMustBeAskedFor() throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    let write = "MATCH (d:Document {key: 'd-1'}) SET d.status = 'retired' RETURN d.status"
    #expect(findings { _ = try workspace.query(question(write)) }.map(\.id) == ["writes-not-allowed"])
    var request = question(write)
    request.writing = ChangeContext(actor: "t", reason: "because", caseNumber: "RS 1")
    let answer = try workspace.query(request)
    #expect(answer.revision == 2)
    #expect(answer.table.changes?.propertiesSet == 1)
    #expect(try workspace.info().changes.first?.reason == "because")
    #expect(
      try workspace.query(question(write.replacing("SET d.status = 'retired' ", with: ""))).table.rows == [["retired"]])
  }

  @Test func aWriteThatTheSchemaForbidsChangesNothing() throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    for text in [
      "CREATE (:Nothing {name: 'x'})", "MATCH (d:Document {key: 'd-1'}) SET d.status = 'lost'",
      "MATCH (d:Document {key: 'd-1'}) SET d.key = 'd-2'", "CREATE (:Document)",
    ] {
      var request = question(text)
      request.writing = ChangeContext(actor: "t")
      #expect(!findings { _ = try workspace.query(request) }.isEmpty, "\(text)")
    }
    #expect(try workspace.info().revision == 1)
  }

  @Test func aNewNodeIsAnsweredWithItsIDAndKey() throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    var request = question("CREATE (d:Document {name: 'Ny rutin'}) RETURN d")
    request.writing = ChangeContext(actor: "t")
    let node = try #require(try workspace.query(request).table.elements.nodes.values.first)
    #expect(node.id > 0)
    guard case .string(let key)? = node.properties["key"] else { return #expect(Bool(false), "no key") }
    #expect(try workspace.show(key).element.name == "Ny rutin")
  }

  @Test func budgetsCut() throws {
    let workspace = GraphWorkspace(database: ":memory:")
    var request = question("UNWIND range(1, 100) AS x RETURN x")
    request.limits = QueryLimits(rows: 5)
    let answer = try workspace.query(request)
    #expect(answer.table.rows.count == 5)
    #expect(answer.table.truncation == .rows(limit: 5))
  }

  @Test func validityNarrowsTheGraph() throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    var request = question("MATCH (d:Document) RETURN d.key ORDER BY d.key")
    request.validOn = try GraphWorkspace.day("2019-01-01")
    #expect(try workspace.query(request).table.rows == [["d-2"], ["d-3"], ["d=4"]])
    request.validOn = try GraphWorkspace.day("2021-01-01")
    #expect(try workspace.query(request).table.rows == [["d-1"], ["d-3"], ["d=4"]])
    #expect(
      findings { _ = try workspace.show("d-1", validOn: GraphWorkspace.day("2019-01-01")) }.map(\.id) == [
        "not-valid-then"
      ])
  }

  @Test(arguments: ["2024-02-30", "24-01-01", "2024", "", "2024-01-01T00:00", "２０２４-01-01"])
  func whatIsNoDate(text: String) {
    #expect(throws: Diagnostic.self) { _ = try GraphWorkspace.day(text) }
  }

  @Test(arguments: [
    ("1", Value.integer(1)), ("-1.5", .float(-1.5)), ("true", .boolean(true)), ("null", .null), ("'a b'", "a b"),
    ("a b", "a b"), ("2024-05-01", "2024-05-01"), ("[1, 'x']", .list([1, "x"])), ("1 + 1", "1 + 1"), ("d-1", "d-1"),
    ("", ""), ("O'Brien", "O'Brien"), ("{a: 1}", .map(["a": 1])), ("f()", "f()"), ("a=b", "a=b"),
  ])
  func parametersAreLiteralsOrText(text: String, expected: Value) throws {
    #expect(try GivenParameters(["p=\(text)"]).values["p"] == expected)
  }

  @Test(arguments: ["p", "=1", ""])
  func whatIsNoParameter(text: String) {
    #expect(throws: Diagnostic.self) { _ = try GivenParameters([text]) }
  }
}

@Suite struct FindTests {
  @Test(arguments: [
    ("höft", ["d-1", "d-2", "l-1", "d=4"]), ("HOFTFRAKTUR", ["d-1", "d-2", "d=4"]), ("oron", ["c-2"]),
    ("o\u{308}ron", ["c-2"]), ("ortopedirådet", ["c-1"]), ("fraktur ny", ["d=4"]), ("D-3", ["d-3"]), ("xyz", []),
    ("  ", []),
  ])
  func findsAnyPart(text: String, keys: [String]) throws {
    let workspace = try SmallRegister.workspace(in: TemporaryFolder())
    #expect(try workspace.find(text).map(\.key) == keys)
  }

  @Test func bestNamesComeFirstAndRecordNumbersMayBeWrittenOtherwise() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      key,name,diarienummer,address
      a,Hjärtkirurgi och kärlkirurgi vid sjukhuset,,
      b,SOR Hjärta/kärl,,
      c,Ohjärtlig okarl,RS 2023-04258,funktion@example.org
      d,Magnus Kullbratt,,

      """, to: "r/nodes/Thing.csv")
    try folder.write(
      """
      version: 1
      kinds:
        Thing:
          properties:
            name: {type: string, required: true}
            diarienummer: {type: string}
            address: {type: string}

      """, to: "r/schema.yaml")
    let workspace = GraphWorkspace(database: folder.path + "/graph.db", folder: folder.path)
    _ = try workspace.load([folder.path + "/r"], context: ChangeContext(actor: "test"))
    #expect(try workspace.find("hjart karl").map(\.key) == ["b", "a", "c"])
    for text in ["RS2023-04258", "RS+2023-04258", "rs 2023–04258", "RS 2023-04258", "2023-04258"] {
      #expect(try workspace.find(text).map(\.key) == ["c"], "\(text)")
    }
    #expect(try workspace.find("RS 2023-04259").isEmpty)
    #expect(try workspace.find("funktion@").map(\.key) == ["c"])
    #expect(try workspace.findSuggestion(for: "magnus Kulbratt") == "magnus Kullbratt")
    #expect(try workspace.findSuggestion(for: "hjrata") == "Hjärta")
    #expect(try workspace.findSuggestion(for: "zzzzzz") == nil)
  }

  @Test func aPictureOfNothingIsAMistake() throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    try folder.write(
      """
      title: {en: Links, sv: Länkar}
      parameters:
        document: {type: string, default: d-1}
      queries:
        - "MATCH (l:DesignLink)-[r:LINKS_TO]->(d:Document {key: $document}) RETURN l, r, d"

      """, to: "diagrams/links.yaml")
    func draw(_ parameters: [String]) throws {
      _ = try workspace.draw(
        workspace.diagram(named: "links"), GivenParameters(parameters), as: .svg, language: .english)
    }
    try draw([])
    let unknown = findings { try draw(["document=d-99"]) }
    #expect(unknown.map(\.id) == ["nothing-to-draw"])
    #expect(unknown.first?.hint?.contains("'document'") == true)
    #expect(
      findings { try draw(["document=d-3"]) }.first?.hint?.contains("has nothing of what the diagram shows") == true)
  }

  @Test func showTellsBothWaysAndWhoIsResponsible() throws {
    let workspace = try SmallRegister.workspace(in: TemporaryFolder())
    let document = try workspace.show("d-1")
    #expect(document.groups.map(\.type) == ["OWNED_BY", "LINKS_TO"])
    #expect(document.groups.map(\.isOutgoing) == [true, false])
    #expect(document.groups[0].relationships[0].provenance.isInferred)
    #expect(document.responsible?.councils.map(\.key) == ["c-1"])
    #expect(document.responsible?.restsOnInference == true)
    #expect(document.provenance.lines == "L1")
    #expect(try workspace.show("sor ortopedi").element.key == "c-1")
    #expect(try workspace.show("Ortopedirådet").element.key == "c-1")
    #expect(findings { _ = try workspace.show("Höftfraktur") }.map(\.id) == ["ambiguous-name"])
    // A document may have an owner and has none; no rule reaches a source.
    #expect(try workspace.show("d-3").responsible?.councils.isEmpty == true)
    #expect(try workspace.show("s-1").responsible == nil)
    let unknown = findings { _ = try workspace.show("Ledprotess") }
    #expect(unknown.map(\.id) == ["unknown-node"])
    #expect(unknown[0].hint?.contains("Ledprotes") == true)
  }
}

@Suite struct ImpactTests {
  @Test func retiringBreaksTheLink() throws {
    let workspace = try SmallRegister.workspace(in: TemporaryFolder())
    let answer = try workspace.impact(ImpactRequest(retired: ["d-1"]))
    #expect(answer.contains(atLeast: "broken"))
    let reading = try #require(answer.readings(in: .english).first)
    #expect(reading.key == "l-1")
    #expect(reading.responsible == ["SOR Ortopedi"])
  }

  @Test func aKeyMayHaveAnEqualsSign() throws {
    let workspace = try SmallRegister.workspace(in: TemporaryFolder())
    let answer = try workspace.impact(ImpactRequest(retired: [], replacements: ["d-1=d=4"]))
    #expect(answer.readings(in: .english).map(\.effect) == ["repoint"])
    #expect(!answer.contains(atLeast: "review"))
  }

  @Test func allMistakesAtOnce() throws {
    let workspace = try SmallRegister.workspace(in: TemporaryFolder())
    let found = findings {
      _ = try workspace.impact(ImpactRequest(retired: ["nope", "Höftfraktur"], replacements: ["x", "d-1=nope"]))
    }
    #expect(found.map(\.id) == ["unknown-node", "ambiguous-name", "bad-replacement", "unknown-node"])
  }
}

@Suite struct WritingFilesTests {
  @Test func aLinkStaysAndWhatItLeadsToIsWritten() throws {
    let folder = try TemporaryFolder(["real.svg": "old"])
    let link = folder.path + "/link.svg"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path + "/real.svg")
    try GraphWorkspace.write(Array("new".utf8), to: link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == folder.path + "/real.svg")
    #expect(try String(contentsOfFile: folder.path + "/real.svg", encoding: .utf8) == "new")
  }

  @Test func aDeviceTakesTheBytesAndTellsThatItIsFull() throws {
    try GraphWorkspace.write(Array("new".utf8), to: "/dev/null")
    #expect(throws: (any Error).self) { try GraphWorkspace.write(Array("new".utf8), to: "/dev/full") }
    let kind = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(kind == .typeCharacterSpecial)
  }
}
