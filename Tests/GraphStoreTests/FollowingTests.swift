import GraphModel
import SeededRandom
import Testing

@testable import GraphStore

@Suite("Following commits")
struct FollowingTests {
  /// A ledger without a schema and a list of its elements, changed at random.
  private final class RandomLedger {
    let ledger: GraphLedger
    private var random: SplitMix64
    private var nodes: [Int64] = []
    private var relationships: [(id: Int64, ends: [Int64])] = []

    init(_ ledger: GraphLedger, seed: UInt64) {
      self.ledger = ledger
      random = SplitMix64(seed: seed)
    }

    private func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

    private func properties() -> [String: Value] {
      let all: [(String, Value)] = [
        ("key", .string("k\(pick(50))")), ("a", .integer(Int64(pick(9)))), ("b", .null), ("b", ["x", 1]),
        ("c", .float(0.5)),
        ("new\(pick(3))", true),
      ]
      return Dictionary(all.filter { _ in pick(2) == 0 }) { $1 }
    }

    /// Commits up to `count` changes as one revision.
    func commit(_ count: Int) throws {
      var changes: [Change] = []
      var (gone, touched): (Set<Int64>, Set<Int64>) = ([], [])
      var ends: [[NodeReference]] = []
      var made: [NodeIndex] = []
      for number in 0..<count {
        switch pick(6) {
        case 0, 1:
          made.append(NodeIndex(UInt32(number)))
          let labels = ["A", "B", "N\(pick(4))"].filter { _ in pick(2) == 0 }
          changes.append(.createNode(.created(made[made.count - 1]), labels: labels, properties: properties()))
        case 2:
          let candidates =
            nodes.filter { !gone.contains($0) }.map { NodeReference.existing(id: $0) } + made.map { .created($0) }
          if candidates.isEmpty { continue }
          let pair = [candidates[pick(candidates.count)], candidates[pick(candidates.count)]]
          ends.append(pair)
          for case .existing(let id) in pair { touched.insert(id) }
          changes.append(
            .createRelationship(
              .created(RelationshipIndex(UInt32(number))), type: "T\(pick(3))", from: pair[0], to: pair[1],
              properties: properties()))
        case 3:
          let candidates = nodes.filter { !gone.contains($0) }
          if candidates.isEmpty { continue }
          let id = candidates[pick(candidates.count)]
          touched.insert(id)
          changes.append(
            .updateNode(
              .existing(id: id), addingLabels: pick(3) == 0 ? ["B"] : [], removingLabels: pick(3) == 0 ? ["A"] : [],
              setting: properties()))
        case 4:
          if relationships.isEmpty { continue }
          changes.append(
            .updateRelationship(.existing(id: relationships[pick(relationships.count)].id), setting: properties()))
        default:
          if pick(2) == 0, !relationships.isEmpty {
            let removed = relationships.remove(at: pick(relationships.count))
            changes.append(.deleteRelationship(.existing(id: removed.id)))
          } else if let id = nodes.first(where: { !touched.contains($0) && !gone.contains($0) }) {
            for relationship in relationships where relationship.ends.contains(id) {
              changes.append(.deleteRelationship(.existing(id: relationship.id)))
            }
            relationships.removeAll { $0.ends.contains(id) }
            gone.insert(id)
            changes.append(.deleteNode(.existing(id: id)))
          }
        }
      }
      let result = try ledger.commit(changes, context: someone, expectedRevision: ledger.revision)
      nodes = nodes.filter { !gone.contains($0) } + result.nodeIDs
      let madeIDs = Dictionary(uniqueKeysWithValues: zip(made, result.nodeIDs))
      for (id, pair) in zip(result.relationshipIDs, ends) {
        relationships.append(
          (
            id,
            pair.map { reference in
              switch reference {
              case .existing(let id): id
              case .created(let index): madeIDs[index] ?? 0
              }
            }
          ))
      }
    }
  }

  @Test(arguments: 1...12)
  func isTheSameAsBuildingAnew(seed: UInt64) throws {
    let ledger = try GraphLedger.inMemory()
    let random = RandomLedger(ledger, seed: seed)
    try random.commit(60)
    let base = GraphView(try ledger.snapshot())
    var step = base
    for _ in 0..<12 {
      try random.commit(10)
      step = try #require(try ledger.following(step, limit: 10_000))
      let anew = try ledger.snapshot()
      #expect(step.revision == anew.revision)
      #expect(step.dump() == anew.dump())
      #expect(step.nodeCount == anew.nodeCount)
      #expect(step.relationshipCount == anew.relationshipCount)
      // At once as well as step by step.
      let atOnce = try #require(try ledger.following(base, limit: 10_000))
      #expect(atOnce.dump() == anew.dump())
      try expectSameAnswers(step, GraphView(anew))
    }
    #expect(base.dump() == (try ledger.snapshot(at: base.revision)).dump())
  }

  private func expectSameAnswers(_ a: GraphView, _ b: GraphView) throws {
    for number in 0..<50 {
      let value = Value.string("k\(number)")
      func ids(_ view: GraphView) -> [Int64] {
        (view.symbols.propertyKey("key").map { view.nodes(where: $0, equals: value) } ?? []).map(view.id(of:)).sorted()
      }
      #expect(ids(a) == ids(b))
    }
    for name in ["A", "B", "N0"] {
      func ids(_ view: GraphView) -> [Int64] {
        guard let label = view.symbols.label(name) else { return [] }
        return view.candidateRanges(label: label).joined().map { NodeIndex($0) }
          .filter { view.contains($0, label: label) }.map(view.id(of:)).sorted()
      }
      #expect(ids(a) == ids(b))
    }
    for node in b.nodes {
      let id = b.id(of: node)
      let same = try #require(a.node(withID: id))
      for direction in [TraversalDirection.outgoing, .incoming, .both] {
        func neighbours(_ view: GraphView, _ node: NodeIndex) -> [[Int64]] {
          var buffer: [Neighbour] = []
          view.appendRelationships(of: node, direction, types: nil, to: &buffer)
          return buffer.map { [view.id(of: $0.relationship), view.id(of: $0.node)] }.sorted {
            $0.lexicographicallyPrecedes($1)
          }
        }
        #expect(neighbours(a, same) == neighbours(b, node))
      }
    }
  }

  /// What is written on a view that follows is committed as on any other, and nothing twice.
  @Test(arguments: 1...6)
  func writesOnItAreCommittedAlone(seed: UInt64) throws {
    let ledger = try GraphLedger.inMemory()
    let random = RandomLedger(ledger, seed: seed)
    try random.commit(40)
    let base = GraphView(try ledger.snapshot())
    try random.commit(20)
    var view = try #require(try ledger.following(base, limit: 10_000))
    #expect(view.changes().isEmpty)
    let nodes = Array(view.nodes)
    for node in [nodes[0], nodes[nodes.count - 1]] {
      view.setProperty("written", of: node, to: 1)
      view.addLabel("Written", to: node)
      view.setProperty("a", of: node, to: .null)
    }
    let made = view.createNode(labels: ["Made"], properties: [("x", 1)])
    _ = view.createRelationship(type: "MADE", from: made, to: nodes[nodes.count - 1], properties: [])
    for relationship in Array(view.relationships.suffix(2)) where view.start(of: relationship) != made {
      view.setProperty("written", of: relationship, to: 2)
    }
    #expect(view.danglingDeletion() == nil)
    if let first = view.relationships.first(where: { _ in true }) { view.delete(first) }
    let changes = view.changes()
    #expect(changes.count <= 8)
    _ = try ledger.commit(changes, context: someone, expectedRevision: view.revision)
    let anew = try ledger.snapshot()
    #expect(try #require(try ledger.following(base, limit: 10_000)).dump() == anew.dump())
    #expect(anew.dump().contains { $0.contains("Made") })
  }

  @Test func aLoadIsFollowedAndAChangedSchemaIsNot() throws {
    let ledger = try GraphLedger.inMemory()
    try ledger.load((0..<20).map { document("d-\($0)") }, [relationship("CITES", "d-1", "d-2")], schema: .sample())
    let base = GraphView(try ledger.snapshot())
    try ledger.load([document("d-3", name: "changed"), document("new")], [relationship("CITES", "new", "d-1")])
    let followed = try #require(try ledger.following(base, limit: 100))
    #expect(followed.dump() == (try ledger.snapshot()).dump())
    #expect(followed.node(withKey: "new") != nil)
    #expect(try ledger.following(base, limit: 2) == nil)
    try ledger.load([document("d-4")], schema: .sample(level: ["local", "regional", "national"]))
    #expect(try ledger.following(base, limit: 100) == nil)
  }

  /// Following must not read whole tables.
  @Test func changesAreFoundByIndex() throws {
    let ledger = try GraphLedger.inMemory()
    try RandomLedger(ledger, seed: 1).commit(40)
    let base = GraphView(try ledger.snapshot())
    try RandomLedger(ledger, seed: 2).commit(3)
    _ = try ledger.following(base, limit: 100)
    for statement in ledger.connection.preparedStatements where statement.contains(" > ?1") {
      let plan = try ledger.rows("EXPLAIN QUERY PLAN " + statement).map { $0[3] ?? "" }
      #expect(plan.contains { $0.contains("_by_since") || $0.contains("_by_until") }, "\(statement): \(plan)")
    }
  }

  /// A file from before the indexes on revisions is followed too, and gets them with its next change.
  @Test func theIndexesAreOnlyForSpeed() throws {
    let ledger = try GraphLedger.inMemory()
    let random = RandomLedger(ledger, seed: 3)
    try random.commit(40)
    let base = GraphView(try ledger.snapshot())
    try random.commit(20)
    for name in ["node_by_since", "relationship_by_since", "node_history_by_until", "relationship_history_by_until"] {
      try ledger.connection.execute("DROP INDEX \(name)")
    }
    #expect(try #require(try ledger.following(base, limit: 1000)).dump() == (try ledger.snapshot()).dump())
    try random.commit(5)
    #expect(
      try ledger.rows("SELECT count(*) FROM sqlite_schema WHERE name LIKE '%by_since' OR name LIKE '%by_until'") == [
        ["4"]
      ])
  }
}
