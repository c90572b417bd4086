import Diagnostics
import GraphModel
import Testing

@testable import GraphStore

@Suite("Committing changes")
struct CommitTests {
  private func schemaless() throws -> (GraphLedger, CommitResult) {
    let ledger = try GraphLedger.inMemory()
    let result = try ledger.commit(
      [
        .createNode(.created(NodeIndex(5)), labels: ["B", "A"], properties: ["key": 1, "x": .map(["~a": [1.5]])]),
        .createNode(.created(NodeIndex(6)), labels: [], properties: ["key": 1, "gone": nil]),
        .createRelationship(
          .created(RelationshipIndex(9)), type: "T", from: .created(NodeIndex(5)), to: .created(NodeIndex(6)),
          properties: ["p": true]),
      ], context: someone, expectedRevision: 0)
    return (ledger, result)
  }

  @Test func withoutASchemaAnythingGoes() throws {
    let (ledger, result) = try schemaless()
    #expect(result == CommitResult(revision: 1, nodeIDs: [1, 2], relationshipIDs: [1]))
    #expect(
      try ledger.snapshot().dump() == [
        #"1 ["A", "B"] {"key":1,"x":{"~map":{"~a":[{"~float":"1.5"}]}}}"#, #"2 [] {"key":1}"#, #"1 T 1 2 {"p":true}"#,
      ])
  }

  @Test func aNullCharacterIsRefused() throws {
    let (ledger, _) = try schemaless()
    for properties in [["x": "a\0b"], ["x": ["a", "\0"]], ["key": "\0"], ["a\0": 1], ["x": .map(["y": "\0"])]]
      as [[String: Value]]
    {
      for change in [
        .createNode(.created(NodeIndex(0)), labels: ["A"], properties: properties),
        .updateRelationship(.existing(id: 1), setting: properties),
      ] as [Change] {
        let found = diagnostics { _ = try ledger.commit([change], context: someone, expectedRevision: 1) }
        #expect(found.map(\.id) == ["null-character"])
      }
    }
    #expect(try ledger.revision == 1)
  }

  @Test func anAddressHasNoBlanks() throws {
    let ledger = try GraphLedger.inMemory()
    func schema(_ type: PropertyType) -> Schema {
      Schema(kinds: [NodeKind(name: "A", properties: [PropertyDefinition(name: "u", type: type)])])
    }
    try ledger.load([node("A", "a", ["u": "http://x"])], schema: schema(.url))
    for text in ["", "a b", "\u{A0}", "a\tb"] {
      let change = Change.updateNode(
        .existing(id: 1), addingLabels: [], removingLabels: [], setting: ["u": .string(text)])
      let found = diagnostics { _ = try ledger.commit([change], context: someone, expectedRevision: 1) }
      #expect(found.map(\.id) == ["wrong-type"])
      #expect(diagnostics { try ledger.load([node("A", "b", ["u": .string(text)])]) }.map(\.id) == ["wrong-type"])
    }
    try ledger.load([node("A", "b", ["u": "a b"])], schema: schema(.string))
    #expect(diagnostics { try ledger.load([], schema: schema(.url)) }.map(\.id) == ["schema-conflict"])
  }

  @Test func updatesAndDeletions() throws {
    let (ledger, _) = try schemaless()
    let result = try ledger.commit(
      [
        .updateNode(.existing(id: 1), addingLabels: ["C", "A"], removingLabels: ["B"], setting: ["x": nil, "y": "z"]),
        .updateRelationship(.existing(id: 1), setting: ["p": false]),
      ], context: someone, expectedRevision: 1)
    #expect(result.revision == 2)
    #expect(
      try ledger.snapshot().dump() == [#"1 ["A", "C"] {"key":1,"y":"z"}"#, #"2 [] {"key":1}"#, #"1 T 1 2 {"p":false}"#])
    _ = try ledger.commit(
      [.deleteNode(.existing(id: 2)), .deleteRelationship(.existing(id: 1))], context: someone, expectedRevision: 2)
    #expect(try ledger.snapshot().dump() == [#"1 ["A", "C"] {"key":1,"y":"z"}"#])
    #expect(try ledger.snapshot(at: 1).dump().count == 3)
    #expect(try ledger.integrityCheck().isEmpty)
  }

  @Test func whatChangesNothingMakesNoRevision() throws {
    let (ledger, _) = try schemaless()
    let result = try ledger.commit(
      [
        .updateNode(.existing(id: 1), addingLabels: ["A"], removingLabels: ["Z"], setting: ["key": 1, "q": nil]),
        .updateRelationship(.existing(id: 1), setting: ["p": true]),
        .createNode(.created(NodeIndex(0)), labels: [], properties: [:]), .deleteNode(.created(NodeIndex(0))),
      ], context: someone, expectedRevision: 1)
    #expect(result.revision == 1)
    #expect(try ledger.commit([], context: someone, expectedRevision: 1).revision == 1)
  }

  @Test func aMovedLedgerIsRefused() throws {
    let (ledger, _) = try schemaless()
    let error = #expect(throws: StoreError.self) {
      try ledger.commit([.deleteRelationship(.existing(id: 1))], context: someone, expectedRevision: 0)
    }
    #expect(error?.code == .ledgerMoved)
    #expect(try ledger.info().relationshipCount == 1)
  }

  /// As many revisions, but of another history: a backup was put back between a statement's reading and its commit.
  @Test func anotherHistoryIsRefused() throws {
    let (ledger, _) = try schemaless()
    var graph = GraphView(try ledger.snapshot())
    _ = graph.createNode(labels: ["New"], properties: [("p", Value.integer(1))])
    let history = try ledger.historyIdentity(at: 1)
    let error = #expect(throws: StoreError.self) {
      try ledger.commit(graph, context: someone, history: "another")
    }
    #expect(error?.code == .ledgerMoved)
    #expect(try ledger.revision == 1)
    #expect(try ledger.commit(graph, context: someone, history: history).revision == 2)
  }

  @Test func aConnectedNodeIsNotDeleted() throws {
    let (ledger, _) = try schemaless()
    for changes: [Change] in [
      [.deleteNode(.existing(id: 1))],
      [
        .deleteRelationship(.existing(id: 1)),
        .createRelationship(
          .created(RelationshipIndex(0)), type: "U", from: .existing(id: 1), to: .existing(id: 2), properties: [:]),
        .deleteNode(.existing(id: 2)),
      ],
    ] {
      let found = diagnostics { _ = try ledger.commit(changes, context: someone, expectedRevision: 1) }
      #expect(found.map(\.id) == ["still-connected"])
    }
    #expect(try ledger.revision == 1)
  }

  @Test func whatIsNotThereIsRefused() throws {
    let (ledger, _) = try schemaless()
    for change: Change in [
      .deleteNode(.existing(id: 99)), .deleteRelationship(.existing(id: 99)), .deleteNode(.created(NodeIndex(4))),
      .updateRelationship(.created(RelationshipIndex(4)), setting: [:]),
    ] {
      let error = #expect(throws: StoreError.self) {
        try ledger.commit([change], context: someone, expectedRevision: 1)
      }
      #expect(error?.code == .noSuchElement)
    }
    let error = #expect(throws: StoreError.self) {
      try ledger.commit(
        [.updateNode(.existing(id: 1), addingLabels: [], removingLabels: [], setting: ["n": [.node(NodeIndex(0))]])],
        context: someone, expectedRevision: 1)
    }
    #expect(error?.code == .unstorableValue)
  }

  @Test func clearBeginsAnew() throws {
    let (ledger, _) = try schemaless()
    try ledger.clear()
    #expect(try ledger.revision == 0)
    #expect(try ledger.snapshot().dump().isEmpty)
    #expect(
      try ledger.commit(
        [.createNode(.created(NodeIndex(0)), labels: ["A"], properties: [:])], context: someone, expectedRevision: 0
      ).nodeIDs == [1])
  }

  // MARK: Under a schema

  private func bound() throws -> GraphLedger {
    let ledger = try GraphLedger.inMemory()
    try ledger.load(
      [document("a", name: "A"), document("b", line: 3, name: "B"), node("Council", "c")],
      [relationship("SENT_TO", "a", "c", ["purpose": "action"]), relationship("CITES", "a", "b")], schema: .sample())
    return ledger
  }

  private func create(_ label: String, _ properties: [String: Value]) -> Change {
    .createNode(.created(NodeIndex(0)), labels: [label], properties: properties)
  }

  @Test func aNewNodeIsGivenAReadableKeyOfItsOwn() throws {
    let ledger = try bound()
    for _ in 0..<2 {
      _ = try ledger.commit(
        [
          create("Document", ["name": "Hjärtsvikt – Ärende №7, É!", "weight": 2]), create("Council", [:]),
          create("Document", ["name": "x", "key": .string("own-key-\(try ledger.revision)")]),
        ], context: someone, expectedRevision: try ledger.revision)
    }
    #expect(
      try ledger.rows("SELECT key FROM node ORDER BY id LIMIT -1 OFFSET 3") == [
        ["document-hjartsvikt-arende-7-e"], ["council"], ["own-key-1"], ["document-hjartsvikt-arende-7-e-2"],
        ["council-2"], ["own-key-2"],
      ])
    #expect(try ledger.rows("SELECT DISTINCT weight FROM Document WHERE weight IS NOT NULL") == [["2.0"]])
  }

  private func expect(
    _ ids: [String], _ changes: [Change], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let ledger = try bound()
    let before = try ledger.dump()
    let found = diagnostics { _ = try ledger.commit(changes, context: someone, expectedRevision: 1) }
    #expect(found.map(\.id) == ids, sourceLocation: sourceLocation)
    #expect(try ledger.dump() == before, sourceLocation: sourceLocation)
  }

  private func update(_ id: Int64, _ properties: [String: Value], add: [String] = [], remove: [String] = []) -> Change {
    .updateNode(.existing(id: id), addingLabels: add, removingLabels: remove, setting: properties)
  }

  private func relate(_ type: String, _ from: Int64, _ to: Int64, _ properties: [String: Value] = [:]) -> Change {
    .createRelationship(
      .created(RelationshipIndex(0)), type: type, from: .existing(id: from), to: .existing(id: to),
      properties: properties)
  }

  @Test func whatTheSchemaForbidsIsRefused() throws {
    try expect(["one-kind"], [.createNode(.created(NodeIndex(0)), labels: [], properties: [:])])
    try expect(["one-kind"], [update(1, [:], add: ["Council"])])
    try expect(["unknown-kind"], [create("Documnt", ["name": "x"])])
    try expect(["missing-required"], [create("Document", [:])])
    try expect(["missing-required"], [update(1, ["name": nil])])
    try expect(["unknown-property", "wrong-type"], [update(3, ["name": 7]), update(1, ["nome": "x"])].reversed())
    try expect(["value-not-allowed"], [update(1, ["level": "x"])])
    try expect(["key-change"], [update(1, ["key": "other"])])
    try expect(["key-change"], [update(1, ["key": nil])])
    try expect(["duplicate-key"], [create("Council", ["key": "a"])])
    try expect(["duplicate-key"], [create("Council", ["key": "z"]), create("Council", ["key": "z"])])
    try expect(["empty-key"], [create("Council", ["key": ""])])
    try expect(["empty-key"], [create("Council", ["key": 5])])
    try expect(["wrong-end"], [relate("CITES", 1, 3)])
    try expect(["unknown-relationship-type"], [relate("CITED", 1, 2)])
    try expect(["duplicate-relationship"], [relate("CITES", 1, 2)])
    try expect(["duplicate-relationship"], [relate("SENT_TO", 1, 3, ["purpose": "action"])])
    try expect(["unknown-property"], [relate("CITES", 2, 1, ["why": "x"])])
    // A change of kind may not leave relationships that the new kind cannot have.
    try expect(["wrong-end", "wrong-end"], [update(1, ["name": "x"], add: ["Council"], remove: ["Document"])])
  }

  @Test func aDeletedKeyIsFreeAgain() throws {
    let ledger = try bound()
    _ = try ledger.commit(
      [
        .deleteRelationship(.existing(id: 2)), .deleteNode(.existing(id: 2)),
        create("Document", ["key": "b", "name": "new"]),
      ], context: someone, expectedRevision: 1)
    #expect(try ledger.dump().contains(#"Document b {"name":"new"}"#))
    #expect(try ledger.snapshot().node(withKey: "b") != nil)
  }

  @Test func parallelRelationshipsThatDifferInTheirIdentityAreTaken() throws {
    let ledger = try bound()
    _ = try ledger.commit(
      [relate("SENT_TO", 1, 3, ["purpose": "information"])], context: someone, expectedRevision: 1)
    #expect(try ledger.info().relationshipCount == 3)
    // What was committed is what a load finds again.
    #expect(try ledger.load([], [relationship("SENT_TO", "a", "c", ["purpose": "information"])]).isChange == false)
  }
}

@Suite("Keys from names")
struct KeyMakerTests {
  @Test(arguments: [
    ("Document", "Hjärtsvikt", "document-hjartsvikt"),
    ("ProcessTeam", "RPT Åldrande & hälsa", "processteam-rpt-aldrande-halsa"),
    ("A", "Ærø straße Œ", "a-aero-strasse-oe"), ("A", "e\u{301}", "a-e"), ("A", "日本", "a"), ("A", "  --  ", "a"),
    ("日本", nil, "node"),
  ])
  func slugs(kind: String, name: String?, key: String) {
    #expect(KeyMaker.key(kind: kind, name: name) == key)
  }

  @Test func longNamesAreCut() {
    #expect(KeyMaker.key(kind: "A", name: String(repeating: "lång text ", count: 50)).utf8.count < 100)
  }
}
