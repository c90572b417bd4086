import Diagnostics
import GraphModel
import Testing

@testable import GraphStore

@Suite("Merging")
struct MergeTests {
  let ledger: GraphLedger

  init() throws {
    ledger = try .inMemory()
    try ledger.load(
      [
        document("a", name: "A", ["level": "local", "pages": 3]),
        document("b", line: 3, name: "B", ["level": nil, "pages": nil]),
        node("Council", "c", ["name": "C"]),
      ],
      [relationship("CITES", "a", "b", ["note": "x"]), relationship("SENT_TO", "a", "c", ["purpose": "action"])],
      schema: .sample())
  }

  @Test func aLoadIsARevisionWithItsContext() throws {
    #expect(try ledger.revision == 1)
    let set = try #require(try ledger.changeSets().first)
    #expect(set.actor == "tester")
    #expect(set.reason == "a test")
    #expect(set.caseNumber == "RS 2026-1")
    #expect(set.recordedAt.hasSuffix("Z") && set.recordedAt.utf8.count == 24)
    #expect(
      try ledger.dump() == [
        #"Council c {"name":"C"}"#, #"Document a {"level":"local","name":"A","pages":3}"#, #"Document b {"name":"B"}"#,
        #"CITES a b {"note":"x"}"#, #"SENT_TO a c {"purpose":"action"}"#,
      ])
  }

  @Test func loadingAgainChangesNothing() throws {
    let summary = try ledger.load(
      [document("a", name: "A", ["level": "local", "pages": 3])],
      [relationship("CITES", "a", "b", ["note": "x"]), relationship("SENT_TO", "a", "c", ["purpose": "action"])],
      schema: .sample())
    #expect(!summary.isChange)
    #expect(summary.nodes == [.init(name: "Document", unchanged: 1)])
    #expect(summary.relationships == [.init(name: "CITES", unchanged: 1), .init(name: "SENT_TO", unchanged: 1)])
    #expect(summary.revisionAfter == 1)
    #expect(try ledger.revision == 1)
  }

  @Test func aColumnReplacesAnEmptyCellRemovesAnAbsentColumnKeeps() throws {
    let summary = try ledger.load([document("a", name: "A2", ["level": nil])])
    #expect(summary.nodes == [.init(name: "Document", changed: 1)])
    #expect(try ledger.dump()[1] == #"Document a {"name":"A2","pages":3}"#)
    #expect(try ledger.load([document("a", name: "A2")]).isChange == false)
    try ledger.load([], [relationship("CITES", "a", "b", ["note": nil])])
    #expect(try ledger.dump()[3] == "CITES a b {}")
    try ledger.load([], [relationship("CITES", "a", "b")])
    #expect(try ledger.revision == 3)
  }

  @Test func relationshipsThatDifferInTheirIdentityAreParallel() throws {
    let summary = try ledger.load(
      [],
      [
        relationship("SENT_TO", "a", "c", line: 2, ["purpose": "information"]),
        relationship("SENT_TO", "a", "c", line: 3, ["purpose": nil]),
        relationship("SENT_TO", "a", "c", line: 4, ["purpose": "action", "valid_from": "2020"]),
      ])
    #expect(summary.relationships == [.init(name: "SENT_TO", added: 2, changed: 1)])
    #expect(
      try ledger.dump().suffix(3) == [
        #"SENT_TO a c {"purpose":"action","valid_from":"2020"}"#, #"SENT_TO a c {"purpose":"information"}"#,
        "SENT_TO a c {}",
      ])
  }

  @Test func keysAreComparedByteByByte() throws {
    try ledger.load([document("é", line: 2), document("e\u{301}", line: 3)])
    #expect(try ledger.info().nodeCount == 5)
    let relationships = [relationship("CITES", "é", "e\u{301}"), relationship("CITES", "e\u{301}", "é", line: 3)]
    #expect(try ledger.load([], relationships).relationships == [.init(name: "CITES", added: 2)])
  }

  @Test func anIntegerInAFloatPropertyIsAFloat() throws {
    try ledger.load([document("a", name: "A", ["weight": 2])])
    #expect(try ledger.load([document("a", name: "A", ["weight": 2.0])]).isChange == false)
  }

  @Test func aDryRunCountsAndLeavesEverything() throws {
    let before = try ledger.dump()
    let extended = Schema.sample(extra: [PropertyDefinition(name: "owner", type: .string)])
    let summary = try ledger.load(
      [document("d", ["owner": "x"])], [relationship("CITES", "d", "a")], schema: extended, dryRun: true)
    #expect(summary.nodes == [.init(name: "Document", added: 1)])
    #expect(summary.schemaChanged)
    #expect(summary.revisionBefore == 1)
    #expect(summary.revisionAfter == 2)
    #expect(try ledger.revision == 1)
    #expect(try ledger.dump() == before)
    #expect(try ledger.schema == .sample())
  }

  @Test func aLoadNeedsASchema() throws {
    let empty = try GraphLedger.inMemory()
    let error = #expect(throws: StoreError.self) { try empty.load([document("a")]) }
    #expect(error?.code == .noSchema)
  }

  @Test func whatTheReaderThrowsUndoesTheLoad() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try ledger.merge(context: someone) { session in
        try session.add(document("z"))
        throw Stop()
      }
    }
    #expect(try ledger.revision == 1)
    #expect(try ledger.integrityCheck().isEmpty)
    #expect(try ledger.load([document("z")]).isChange)
  }

  @Test func whatTheReaderReportsUndoesTheLoad() throws {
    let found = diagnostics {
      _ = try ledger.merge(context: someone) { session in
        session.report(Diagnostic(id: "wrong-type", message: "bad cell"))
        session.noteFaultyNode(key: "faulty", kind: "Document", place: RecordPlace(file: "f", line: 1), keyColumn: 1)
        try session.add(relationship("CITES", "a", "faulty"))
      }
    }
    #expect(found.map(\.id) == ["wrong-type"])
  }

  @Test func idsAreNeverUsedAgain() throws {
    try ledger.load([document("d")])
    let last = try #require(try ledger.rows("SELECT max(id) FROM node")[0][0].flatMap { Int($0) })
    let documents = [document("a", name: "A"), document("b", line: 3, name: "B")]
    #expect(try ledger.load(documents, sync: true).nodes == [.init(name: "Document", unchanged: 2, removed: 1)])
    try ledger.load([document("e")])
    #expect(try ledger.rows("SELECT max(id) FROM node") == [["\(last + 1)"]])
  }

  // MARK: Synchronising

  @Test func syncRemovesWhatNoFileHas() throws {
    let summary = try ledger.merge(context: someone, sync: true) { session in
      try session.add(document("b", name: "B"))
      session.willLoad(relationshipType: "CITES")
      session.willLoad(relationshipType: "SENT_TO")
    }
    #expect(summary.nodes == [.init(name: "Document", unchanged: 1, removed: 1)])
    #expect(summary.relationships == [.init(name: "CITES", removed: 1), .init(name: "SENT_TO", removed: 1)])
    #expect(try ledger.dump() == [#"Council c {"name":"C"}"#, #"Document b {"name":"B"}"#])
    #expect(try ledger.integrityCheck().isEmpty)
    #expect(try ledger.rows("SELECT count(*) FROM relationship_history") == [["2"]])
    #expect(try ledger.snapshot(at: 1).relationshipCount == 2)
  }

  @Test func aRelationshipThatStaysKeepsItsNodesFromBeingRemoved() throws {
    let before = try ledger.dump()
    let found = diagnostics { try ledger.load([document("b", name: "B")], sync: true) }
    #expect(found.map(\.id) == ["still-referenced", "still-referenced"])
    #expect(found.first?.message.contains("CITES from 'a' to 'b'") == true)
    #expect(try ledger.dump() == before)
  }

  @Test func withoutSyncNothingIsRemoved() throws {
    #expect(try ledger.load([document("b", name: "B")]).isChange == false)
    #expect(try ledger.info().nodeCount == 3)
  }
}
