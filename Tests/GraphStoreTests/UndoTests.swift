import Diagnostics
import GraphModel
import SeededRandom
import Testing

@testable import GraphStore

@Suite("Undoing a change set")
struct UndoTests {
  private func keyed(_ ledger: GraphLedger, _ key: String) throws -> NodeReference {
    let view = GraphView(try ledger.snapshot())
    return .existing(id: view.id(of: try #require(view.node(withKey: key))))
  }

  /// Two documents, one of which cites the other.
  private func ledger() throws -> GraphLedger {
    let ledger = try GraphLedger.inMemory()
    try ledger.load(
      [document("a", ["level": "local"]), document("b"), document("c")],
      [relationship("CITES", "a", "b", ["note": "old"])], schema: .sample())
    return ledger
  }

  @Test func changesAdditionsAndRemovalsAreUndone() throws {
    let ledger = try ledger()
    let before = try ledger.dump()
    var view = GraphView(try ledger.snapshot())
    let (a, b, c) = (
      try #require(view.node(withKey: "a")), try #require(view.node(withKey: "b")),
      try #require(view.node(withKey: "c"))
    )
    let ids = (view.id(of: a), view.id(of: b))
    view.setProperty("level", of: a, to: "regional")
    for relationship in Array(view.relationships) { view.delete(relationship) }
    view.delete(b)
    let new = view.createNode(labels: ["Document"], properties: [("key", "d"), ("name", "D")])
    _ = view.createRelationship(type: "CITES", from: new, to: c, properties: [])
    #expect(try ledger.commit(view, context: someone).revision == 2)
    let after = try ledger.dump()

    let result = try ledger.undo(2, context: ChangeContext(actor: "tester", reason: "a mistake"))
    #expect(result.revision == 3 && result.undone.revision == 2)
    #expect(result.nodes == ChangeCount(added: 1, changed: 1, removed: 1))
    #expect(result.relationships == ChangeCount(added: 1, changed: 0, removed: 1))
    #expect(try ledger.dump() == before)
    let restored = GraphView(try ledger.snapshot())
    #expect(restored.id(of: try #require(restored.node(withKey: "b"))) == ids.1, "the same node comes back")
    #expect(try ledger.integrityCheck().isEmpty)
    #expect(try GraphView(ledger.snapshot(at: 2)).nodeCount == 3)

    // The undo of the undo, and then the first one again: what stands is what revision 2 left.
    _ = try ledger.undo(3, context: someone)
    #expect(try ledger.dump() == after)
    _ = try ledger.undo(2, context: someone)
    #expect(try ledger.dump() == before)
    #expect(try ledger.history().map(\.changeSet.revision) == [5, 4, 3, 2, 1])
  }

  @Test func dryRunChangesNothing() throws {
    let ledger = try ledger()
    let before = try ledger.dump()
    let result = try ledger.undo(1, context: someone, dryRun: true)
    #expect(result.nodes.removed == 3 && result.relationships.removed == 1)
    #expect(try ledger.revision == 1 && ledger.dump() == before)
  }

  @Test func loadIsUndoneAndTheSchemaStays() throws {
    let ledger = try ledger()
    _ = try ledger.undo(1, context: someone)
    #expect(try ledger.dump().isEmpty)
    #expect(try ledger.schema == .sample())
    try ledger.load([document("a")])
    #expect(try ledger.dump().count == 1)
  }

  @Test func laterChangesAreConflictsAndNothingIsUndone() throws {
    let ledger = try ledger()
    try ledger.load([document("a", ["level": "regional"]), document("b", ["pages": 3])])
    try ledger.load([document("a", ["pages": 2])])
    let before = try ledger.dump()
    let found = diagnostics { _ = try ledger.undo(2, context: someone) }
    #expect(found.map(\.message) == ["'a' was touched again by revision 3"])
    #expect(found.map(\.hint) == ["undo revision 3 first"])
    #expect(try ledger.dump() == before && ledger.revision == 3)
    _ = try ledger.undo(3, context: someone)
    _ = try ledger.undo(2, context: someone)
  }

  @Test func whatWasTiedToItSinceIsAConflict() throws {
    let ledger = try ledger()
    try ledger.load([document("d")])
    try ledger.load([], [relationship("CITES", "a", "d")])
    #expect(diagnostics { _ = try ledger.undo(2, context: someone) }.map(\.id) == ["still-connected"])
  }

  @Test func keyThatIsTakenAgainIsAConflict() throws {
    let ledger = try ledger()
    _ = try ledger.commit([.deleteNode(try keyed(ledger, "c"))], context: someone, expectedRevision: 1)
    try ledger.load([document("c", name: "another")])
    #expect(diagnostics { _ = try ledger.undo(2, context: someone) }.map(\.id) == ["duplicate-key"])
  }

  @Test func relationshipWhoseEndIsGoneIsAConflict() throws {
    let ledger = try ledger()
    var view = GraphView(try ledger.snapshot())
    for relationship in Array(view.relationships) { view.delete(relationship) }
    _ = try ledger.commit(view, context: someone)
    _ = try ledger.commit([.deleteNode(try keyed(ledger, "b"))], context: someone, expectedRevision: 2)
    let found = diagnostics { _ = try ledger.undo(2, context: someone) }
    #expect(found.map(\.id) == ["undo-conflict"])
    #expect(found.first?.message == "CITES cannot come back: 'b' was removed by a later change set")
  }

  @Test func aRevisionThatIsNotThereIsRefused() throws {
    let ledger = try ledger()
    for revision: Int64 in [0, -1, 2, .max] {
      let error = #expect(throws: StoreError.self) { _ = try ledger.undo(revision, context: someone) }
      #expect(error?.code == .noSuchRevision)
    }
  }

  /// Random change sets undone from the last to the first give each earlier state, and the map can follow.
  @Test(arguments: 0..<6)
  func undoingAllOfThemGoesBackStepByStep(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let ledger = try GraphLedger.inMemory()
    try ledger.load([document("a0")], schema: .sample())
    var states = [try ledger.dump()]
    for round in 1...12 {
      let keys = (0..<8).filter { _ in Bool.random(using: &random) }.map { "a\($0)" }
      let nodes = keys.enumerated().map { line, key in
        document(key, line: line + 2, ["pages": .integer(Int64(round))])
      }
      let ends = keys.count > 1 ? [relationship("CITES", keys[0], keys[1], ["note": .string("\(round)")])] : []
      try ledger.load(nodes, ends, sync: Bool.random(using: &random) && !keys.isEmpty)
      if try ledger.revision == Int64(states.count + 1) { states.append(try ledger.dump()) }
    }
    let map = GraphView(try ledger.snapshot())
    let last = try ledger.revision
    for revision in (2...last).reversed() {
      _ = try ledger.undo(revision, context: someone)
      #expect(try ledger.dump() == states[Int(revision) - 2])
    }
    if let followed = try ledger.following(map, limit: 1_000) {
      let built = GraphView(try ledger.snapshot())
      #expect(followed.dump() == built.dump())
    }
    #expect(try ledger.integrityCheck().isEmpty)
  }

  @Test func historyCountsAndKeepsSources() throws {
    let ledger = try ledger()
    var view = GraphView(try ledger.snapshot())
    view.setProperty("pages", of: try #require(view.node(withKey: "a")), to: 7)
    _ = try ledger.commit(
      view, context: ChangeContext(actor: "tester", reason: "why", caseNumber: "RS 1", source: "title: a scenario"))
    let history = try ledger.history()
    #expect(history.map(\.nodes) == [ChangeCount(changed: 1), ChangeCount(added: 3)])
    #expect(history.map(\.relationships) == [ChangeCount(), ChangeCount(added: 1)])
    #expect(history.map(\.schemaChanged) == [false, true])
    #expect(history.map(\.source) == ["title: a scenario", nil])
    #expect(try ledger.history(limit: 5, since: 1).count == 1)
    try ledger.clear()
    #expect(try ledger.history().isEmpty)
  }
}
