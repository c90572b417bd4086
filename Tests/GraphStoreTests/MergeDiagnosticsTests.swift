import Diagnostics
import GraphModel
import Testing

@testable import GraphStore

@Suite("What is wrong with a load")
struct MergeDiagnosticsTests {
  let ledger: GraphLedger

  init() throws {
    ledger = try .inMemory()
    try ledger.load(
      [document("doc-alpha"), document("doc-beta", line: 3), node("Council", "sor-ortopedi")],
      [relationship("CITES", "doc-alpha", "doc-beta")], schema: .sample())
  }

  /// One mistake, with the place and a part of its text, and nothing loaded.
  private func expect(
    _ id: String, _ place: String, _ part: String, hint: String? = nil, _ nodes: [NodeRecord],
    _ relationships: [RelationshipRecord] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try ledger.dump()
    let found = diagnostics { try ledger.load(nodes, relationships) }
    #expect(found.map(\.id) == [id], sourceLocation: sourceLocation)
    let first = found.first
    #expect(first?.place.map { "\($0.source):\($0.line)" } == place, sourceLocation: sourceLocation)
    #expect(first?.message.contains(part) == true, "\(first?.message ?? "")", sourceLocation: sourceLocation)
    if let hint { #expect(first?.hint == hint, sourceLocation: sourceLocation) }
    #expect(try ledger.dump() == before, sourceLocation: sourceLocation)
    #expect(try ledger.revision == 1, sourceLocation: sourceLocation)
  }

  @Test func kindsAndKeys() throws {
    try expect("empty-key", "nodes/Document.csv:7", "key", [document("", line: 7)])
    try expect(
      "unknown-kind", "nodes/Dokument.csv:2", "'Dokument'", hint: "did you mean 'Document'?", [node("Dokument", "x")])
    try expect(
      "duplicate-key", "nodes/Document.csv:9", "nodes/Document.csv:4",
      [document("x", line: 4), document("y", line: 5), document("x", line: 9)])
    try expect("kind-conflict", "nodes/Council.csv:2", "is a Document", [node("Council", "doc-alpha")])
  }

  @Test func properties() throws {
    try expect(
      "unknown-property", "nodes/Document.csv:2", "'levle'", hint: "did you mean 'level'?",
      [document("x", ["levle": "local"]), document("y", line: 3, ["levle": "local"])])
    try expect("wrong-type", "nodes/Document.csv:2", "not an integer", [document("x", ["pages": "three"])])
    try expect("wrong-type", "nodes/Document.csv:2", "EDTF", [document("x", ["valid_from": "last autumn"])])
    try expect("wrong-type", "nodes/Document.csv:2", "a list of string", [document("x", ["aliases": ["a", 1]])])
    try expect(
      "value-not-allowed", "nodes/Document.csv:2", "'regonal'", hint: "did you mean 'regional'?",
      [document("x", ["level": "regonal"])])
    try expect("missing-required", "nodes/Document.csv:2", "has no 'name'", [document("x", name: nil)])
    // The column is missing, and that is the header's mistake, not each row's.
    try expect(
      "missing-required", "nodes/Document.csv:1", "has no column 'name'",
      [node("Document", "x", ["pages": 1]), node("Document", "y", line: 3, ["pages": 1])])
    try expect("missing-required", "nodes/Document.csv:2", "has no 'name'", [document("doc-alpha", name: nil)])
    try expect(
      "duplicate-column", "nodes/Document.csv:2", "'pages'", [document("x", ["pages": 1, "pages": 2])])
    try expect("reserved-property", "nodes/Document.csv:2", "'key'", [document("x", ["key": "y"])])
    // A stored node has its name already.
    #expect(try ledger.load([node("Document", "doc-alpha", ["pages": 1])]).isChange)
  }

  @Test func ends() throws {
    try expect(
      "unknown-key", "relationships/CITES.csv:5", "'doc-alfa'", hint: "did you mean 'doc-alpha'?", [],
      [relationship("CITES", "doc-alfa", "doc-beta", line: 5)])
    try expect(
      "wrong-end", "relationships/CITES.csv:2", "is a Council; 'to' of CITES is Document", [],
      [relationship("CITES", "doc-alpha", "sor-ortopedi")])
    try expect("empty-key", "relationships/CITES.csv:2", "'from'", [], [relationship("CITES", "", "doc-beta")])
    try expect(
      "unknown-relationship-type", "relationships/CITED.csv:2", "'CITED'", hint: "did you mean 'CITES'?", [],
      [relationship("CITED", "doc-alpha", "doc-beta")])
    try expect(
      "duplicate-relationship", "relationships/CITES.csv:8", "relationships/CITES.csv:3", [],
      [
        relationship("CITES", "doc-beta", "doc-alpha", line: 3),
        relationship("CITES", "doc-beta", "doc-alpha", line: 8),
      ])
    try expect(
      "value-not-allowed", "relationships/SENT_TO.csv:2", "'purpose'", [],
      [relationship("SENT_TO", "doc-alpha", "sor-ortopedi", ["purpose": "fun"])])
  }

  @Test func allFindingsComeAtOnceAndTheRestIsCounted() throws {
    let records = (0..<1000).map { document("", line: $0 + 2) }
    let error = #expect(throws: DiagnosticsError.self) {
      try ledger.load(records, [relationship("CITES", "no", "doc-beta")])
    }
    #expect(error?.diagnostics.count == 100)
    #expect(error?.omitted == 901)
    #expect(error?.diagnostics.last?.place?.line == 101)
  }

  @Test func aMistakeDoesNotBringFurtherOnes() throws {
    // The row is wrong, but its key is there.
    let found = diagnostics {
      try ledger.load([document("x", ["pages": "three"])], [relationship("CITES", "x", "doc-beta")])
    }
    #expect(found.map(\.id) == ["wrong-type"])
  }

  @Test func aFaultyRowIsCheckedForWhatIsReadable() throws {
    let place = RecordPlace(file: "f.csv", line: 4)
    func found(_ body: @escaping (MergeSession) throws -> Void) -> [String] {
      diagnostics { _ = try ledger.merge(context: someone, body: body) }
        .map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.id)" }
    }
    func link(_ from: String?, _ to: String?) -> [String] {
      found {
        try $0.noteFaultyRelationship(
          type: "CITES", from: from, to: to, place: place, fromColumn: 3, toColumn: 9)
      }
    }
    #expect(link("doc-alpha", "no") == ["4:9 unknown-key"])
    #expect(link("sor-ortopedi", nil) == ["4:3 wrong-end"])
    #expect(
      found { session in
        try session.add(relationship("CITES", "doc-alpha", "doc-beta"))
        try session.noteFaultyRelationship(
          type: "CITES", from: "doc-alpha", to: "doc-beta", place: place, fromColumn: 3, toColumn: 9)
      } == ["4:3 duplicate-relationship"])
    #expect(
      found { session in
        session.noteFaultyNode(key: "x", kind: "Document", place: place, keyColumn: 5)
        try session.add(document("x", line: 7))
        session.noteFaultyNode(key: "x", kind: "Document", place: place, keyColumn: 5)
        session.noteFaultyNode(key: "x", kind: "Document", place: place, keyColumn: nil)
      } == ["7:1 duplicate-key", "4:5 duplicate-key"])
  }

  @Test func whatTheSchemaForbidsIsReportedWithTheRest() throws {
    var schema = Schema.sample()
    schema.kinds[1].properties = []
    schema.kinds[0].properties[1].isRequired = true
    // Row and stored element are one: what the row mends is not held against the schema.
    let found = diagnostics {
      try ledger.load(
        [document("x", ["pages": "three", "level": "local"]), document("doc-alpha", ["level": "local"])],
        schema: schema)
    }
    #expect(found.map(\.id) == ["wrong-type", "schema-conflict"])
    #expect(found.last?.notes == ["such as 'doc-beta'"])
  }

  @Test func whatIsStillNeededIsToldOncePerTypeAndEnd() throws {
    try ledger.load(
      (0..<5).map { document("d\($0)", line: $0) }, (0..<4).map { relationship("CITES", "d\($0)", "d4", line: $0) })
    let found = diagnostics { try ledger.load([document("doc-alpha")], sync: true) }
    #expect(found.map(\.id) == ["still-referenced", "still-referenced"])
    #expect(found.map(\.message).contains { $0.hasPrefix("5 relationships CITES need nodes at 'to'") })
  }

  @Test func manyUnknownKeysAreReportedQuickly() throws {
    let nodes = (0..<20_000).map { document("document-number-\($0)", line: $0) }
    let relationships = (0..<2000).map { relationship("CITES", "document-numbr-\($0)", "doc-beta", line: $0) }
    let clock = ContinuousClock()
    var found: [Diagnostic] = []
    let time = clock.measure { found = diagnostics { try ledger.load(nodes, relationships) } }
    #expect(found.count == 100)
    #expect(found[0].hint?.hasPrefix("did you mean 'document-number-") == true)
    #expect(time < .seconds(20))
  }
}
