import Diagnostics
import GraphModel
import SeededRandom
import Testing

@testable import GraphStore

/// What stands around a node is found in the map; the ledger has no index for it.
@Suite("Relationships that stand")
struct StandingRelationshipTests {
  private func bound() throws -> GraphLedger {
    let ledger = try GraphLedger.inMemory()
    try ledger.load(
      (0..<8).map { document("d\($0)", line: $0) } + [node("Council", "c0"), node("Council", "c1", line: 3)],
      [
        relationship("CITES", "d0", "d1"), relationship("CITES", "d1", "d2", line: 3),
        relationship("SENT_TO", "d0", "c0", ["purpose": "action"]),
      ], schema: .sample())
    return ledger
  }

  private func indexes(_ ledger: GraphLedger) throws -> [[String?]] {
    try ledger.rows("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'relationship'")
  }

  @Test func noIndexIsMade() throws {
    let ledger = try bound()
    var view = GraphView(try ledger.snapshot())
    let (d3, d4) = (try #require(view.node(withKey: "d3")), try #require(view.node(withKey: "d4")))
    _ = view.createRelationship(type: "CITES", from: d3, to: d4, properties: [])
    _ = view.delete(try #require(view.node(withKey: "d7")))
    _ = try ledger.commit(view, context: someone)
    #expect(try indexes(ledger) == [["relationship_by_since"]])
    #expect(try ledger.info().relationshipCount == 4)
    #expect(try ledger.integrityCheck().isEmpty)
  }

  @Test func aLoadDropsTheIndexesOfEarlierVersions() throws {
    let ledger = try bound()
    try ledger.connection.execute("CREATE INDEX relationship_by_start ON relationship (start_node, end_node)")
    try ledger.connection.execute("CREATE INDEX relationship_by_end ON relationship (end_node)")
    try ledger.load([document("new")])
    #expect(try indexes(ledger) == [["relationship_by_since"]])
  }

  @Test func aParallelOneOfTheSameCommitIsTold() throws {
    let ledger = try bound()
    var view = GraphView(try ledger.snapshot())
    let (a, b) = (
      try #require(view.node(withKey: "d3")), view.createNode(labels: ["Document"], properties: [("name", "n")])
    )
    for _ in 0..<2 { _ = view.createRelationship(type: "CITES", from: a, to: b, properties: []) }
    let found = diagnostics { _ = try ledger.commit(view, context: someone) }
    #expect(!found.isEmpty && found.allSatisfy { $0.id == "duplicate-relationship" })
  }

  @Test func anIdentityMayMoveButNotOntoAnother() throws {
    let ledger = try bound()
    try ledger.load([], [relationship("SENT_TO", "d0", "c0", ["purpose": "information"])])
    var view = GraphView(try ledger.snapshot())
    let sent = view.relationships.filter { view.property("purpose", of: $0) == "information" }
    view.setProperty("purpose", of: try #require(sent.first), to: "action")
    #expect(diagnostics { _ = try ledger.commit(view, context: someone) }.map(\.id) == ["duplicate-relationship"])
    // Both at once change places.
    var swapped = GraphView(try ledger.snapshot())
    for relationship in swapped.relationships {
      switch swapped.property("purpose", of: relationship) {
      case "action": swapped.setProperty("purpose", of: relationship, to: "information")
      case "information": swapped.setProperty("purpose", of: relationship, to: "action")
      default: break
      }
    }
    #expect(try ledger.commit(swapped, context: someone).revision == 3)
  }

  /// A view that has followed many commits finds the same as a map made anew.
  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func followedMapsAndNewOnesFindTheSame(seed: UInt64) throws {
    let (ledger, twin) = (try bound(), try bound())
    var random = SplitMix64(seed: seed)
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    var view = GraphView(try ledger.snapshot())
    for _ in 0..<120 {
      var changed = view
      if changed.nodeCount < 5 { _ = changed.createNode(labels: ["Document"], properties: [("name", "y")]) }
      let nodes = Array(changed.nodes)
      for _ in 0...pick(3) {
        let (a, b) = (nodes[pick(nodes.count)], nodes[pick(nodes.count)])
        if changed.isDeleted(a) || changed.isDeleted(b) { continue }
        switch pick(7) {
        case 0, 1: _ = changed.createRelationship(type: "CITES", from: a, to: b, properties: [])
        case 2:
          _ = changed.createRelationship(
            type: "SENT_TO", from: a, to: b, properties: [("purpose", pick(2) == 0 ? "action" : "information")])
        case 3: _ = changed.delete(a)
        case 4:
          var around: [Neighbour] = []
          changed.appendRelationships(of: a, .both, types: nil, to: &around)
          for neighbour in around { _ = changed.delete(neighbour.relationship) }
          if pick(2) == 0 { _ = changed.delete(a) }
        case 5:
          changed.removeLabel("Document", from: a)
          changed.addLabel("Council", to: a)
        default: _ = changed.createNode(labels: ["Document"], properties: [("name", "x")])
        }
      }
      let expected = view.revision
      let found = diagnostics { _ = try ledger.commit(changed, context: someone) }
      let wanted = diagnostics {
        _ = try twin.commit(changed.changes(), context: someone, expectedRevision: expected)
      }
      #expect(found == wanted)
      view = try #require(try ledger.following(view, limit: 10_000))
      #expect(try ledger.dump() == twin.dump())
    }
    #expect(view.revision > 30)
    #expect(try ledger.integrityCheck().isEmpty)
  }
}
