import Foundation
import GraphModel
import SeededRandom
import Temporals
import Testing

@testable import GraphStore

@Suite("Earlier states")
struct HistoryTests {
  /// Random changes on a schemaless graph: the state at every revision equals a replay in memory.
  @Test(arguments: 0..<12)
  func everyRevisionIsAsItWas(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let ledger = try GraphLedger.inMemory()
    var twin = Twin()
    var states: [[String]] = [[]]
    for _ in 0..<40 {
      let changes = twin.randomChanges(&random)
      let result = try ledger.commit(changes, context: someone, expectedRevision: Int64(states.count - 1))
      if result.revision == Int64(states.count) { states.append(twin.dump()) }
      #expect(states.last == twin.dump())
    }
    for (revision, state) in states.enumerated() {
      #expect(try ledger.snapshot(at: Int64(revision)).dump() == state)
    }
    #expect(try ledger.snapshot().dump() == states.last)
    #expect(try ledger.integrityCheck().isEmpty)
  }

  @Test func aRevisionThatIsNotThereIsRefused() throws {
    let ledger = try GraphLedger.inMemory()
    #expect(try ledger.snapshot(at: 0).nodeCount == 0)
    for revision: Int64 in [-1, 1, .max] {
      let error = #expect(throws: StoreError.self) { try ledger.snapshot(at: revision) }
      #expect(error?.code == .noSuchRevision)
    }
  }

  /// Random folders of records: merging the records of one ledger into another gives the same graph, and merging again
  /// changes nothing.
  @Test(arguments: 0..<12)
  func recordsCarryTheWholeGraph(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let first = try GraphLedger.inMemory()
    let second = try GraphLedger.inMemory()
    for _ in 0..<3 {
      let keys = (0..<30).filter { _ in Bool.random(using: &random) }.map { "d\($0)" }
      let nodes = keys.enumerated().map { line, key in
        document(
          key, line: line, name: .string("n\(Int.random(in: 0..<3, using: &random))"),
          Bool.random(using: &random)
            ? ["pages": .integer(Int64.random(in: 0..<3, using: &random)), "weight": 1]
            : ["aliases": ["a|b", "\u{0}"], "valid_from": "2018-23"])
      }
      var pairs: Set<String> = []
      let relationships = keys.flatMap { from in
        keys.compactMap { to -> RelationshipRecord? in
          guard Int.random(in: 0..<5, using: &random) == 0 else { return nil }
          pairs.insert(from + to)
          return Bool.random(using: &random)
            ? relationship("CITES", from, to, ["note": .string("\(Int.random(in: 0..<2, using: &random))")])
            : relationship("SENT_TO", from, to, ["purpose": Bool.random(using: &random) ? "action" : nil])
        }
      }
      try first.load(nodes, relationships, schema: .sample())
    }
    var nodes: [NodeRecord] = []
    var relationships: [RelationshipRecord] = []
    let view = GraphView(try first.snapshot())
    func key(_ node: NodeIndex) -> String {
      if case .string(let key) = view.property("key", of: node) { key } else { "" }
    }
    func assignments(_ properties: [String: Value]) -> [PropertyAssignment] {
      properties.filter { $0.key != "key" }.map { PropertyAssignment(name: $0, value: $1) }
    }
    for node in view.nodes {
      let data = view.data(of: node)
      nodes.append(
        NodeRecord(
          key: key(node), kind: data.labels[0], properties: assignments(data.properties),
          place: .init(file: "n", line: 1)))
    }
    for relationship in view.relationships {
      let data = view.data(of: relationship)
      relationships.append(
        RelationshipRecord(
          type: data.type, from: key(data.start), to: key(data.end), properties: assignments(data.properties),
          place: .init(file: "r", line: 1)))
    }
    try second.load(nodes, relationships, schema: .sample())
    #expect(try second.dump() == first.dump())
    #expect(try first.load(nodes, relationships, sync: true).isChange == false)
  }
}

/// The slow twin: a graph in two dictionaries.
private struct Twin {
  var nodes: [Int64: (labels: Set<String>, properties: [String: Value])] = [:]
  var relationships: [Int64: (type: String, start: Int64, end: Int64, properties: [String: Value])] = [:]
  var nextNode: Int64 = 1
  var nextRelationship: Int64 = 1

  mutating func randomChanges(_ random: inout SplitMix64) -> [Change] {
    (0..<UInt32.random(in: 0..<6, using: &random)).compactMap { randomChange(&random, number: $0) }
  }

  private mutating func randomChange(_ random: inout SplitMix64, number: UInt32) -> Change? {
    let properties: [String: Value] = [
      ["a", "b"].randomElement(using: &random)!: .integer(Int64.random(in: 0..<2, using: &random))
    ]
    switch Int.random(in: 0..<7, using: &random) {
    case 0, 1:
      let labels = ["A", "B", "C"].filter { _ in Bool.random(using: &random) }
      nodes[nextNode] = (Set(labels), properties)
      nextNode += 1
      return .createNode(.created(NodeIndex(number)), labels: labels, properties: properties)
    case 2:
      // Only nodes of earlier lists: those of this one go by their number.
      guard let start = nodes.keys.sorted().first, let end = nodes.keys.sorted().dropLast(6).last else { return nil }
      relationships[nextRelationship] = ("T", start, end, properties)
      nextRelationship += 1
      guard start < nextNode - 6 else {
        relationships[nextRelationship - 1] = nil
        nextRelationship -= 1
        return nil
      }
      return .createRelationship(
        .created(RelationshipIndex(number)), type: "T", from: .existing(id: start), to: .existing(id: end),
        properties: properties)
    case 3:
      guard let id = nodes.keys.sorted().dropLast(6).randomElement(using: &random) else { return nil }
      nodes[id]?.labels.insert("D")
      let removed = properties.keys.first == "a" ? "b" : "a"
      nodes[id]?.properties[removed] = nil
      nodes[id]?.properties.merge(properties) { $1 }
      return .updateNode(
        .existing(id: id), addingLabels: ["D"], removingLabels: [],
        setting: properties.merging([removed: .null]) { $1 })
    case 4:
      guard let id = relationships.keys.sorted().dropLast(6).randomElement(using: &random) else { return nil }
      relationships[id]?.properties.merge(properties) { $1 }
      return .updateRelationship(.existing(id: id), setting: properties)
    case 5:
      guard let id = relationships.keys.sorted().dropLast(6).randomElement(using: &random) else { return nil }
      relationships[id] = nil
      return .deleteRelationship(.existing(id: id))
    default:
      let connected = Set(relationships.values.flatMap { [$0.start, $0.end] })
      guard let id = nodes.keys.sorted().dropLast(6).filter({ !connected.contains($0) }).randomElement(using: &random)
      else { return nil }
      nodes[id] = nil
      return .deleteNode(.existing(id: id))
    }
  }

  func dump() -> [String] {
    func written(_ properties: [String: Value]) -> String {
      text(properties.map { PropertyAssignment(name: $0.key, value: $0.value) })
    }
    return nodes.map { "\($0.key) \($0.value.labels.sorted()) \(written($0.value.properties))" }.sorted()
      + relationships.map {
        "\($0.key) \($0.value.type) \($0.value.start) \($0.value.end) \(written($0.value.properties))"
      }
      .sorted()
  }
}

@Suite("Valid on a day")
struct ValidityTests {
  @Test func onlyWhatIsValidIsThere() throws {
    let ledger = try GraphLedger.inMemory()
    try ledger.load(
      [
        document("always"), document("old", line: 3, ["valid_from": "2010", "valid_to": "2020-05"]),
        document("new", line: 4, ["valid_from": "2020-05", "valid_to": nil]),
      ],
      [
        relationship("CITES", "always", "old"), relationship("CITES", "new", "always"),
        relationship("SENT_TO", "always", "always", ["valid_from": "2021-06-01"]),
      ], schema: .sample())
    func keys(_ date: String) throws -> ([String], Int) {
      let snapshot = try ledger.snapshot(validOn: try CalendarDate(parsing: date))
      let view = GraphView(snapshot)
      let keys = (0..<UInt32(snapshot.nodeCount)).map { view.property("key", of: NodeIndex($0)) }
      return (keys.map { if case .string(let key) = $0 { key } else { "" } }.sorted(), snapshot.relationshipCount)
    }
    #expect(try keys("2009-12-31") == (["always"], 0))
    #expect(try keys("2020-04-30") == (["always", "old"], 1))
    #expect(try keys("2020-05-01") == (["always", "new"], 1))
    #expect(try keys("2021-06-01") == (["always", "new"], 2))
    #expect(try ledger.snapshot().nodeCount == 3)
  }
}
