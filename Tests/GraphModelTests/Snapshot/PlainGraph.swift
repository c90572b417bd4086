import SeededRandom
import Temporals

@testable import GraphModel

/// A graph as lists of its elements: the slow twin of a snapshot.
struct PlainGraph {
  struct Node {
    var id: Int64
    var labels: [String]
    var properties: [String: Value]
  }

  struct Relationship {
    var id: Int64
    var type: String
    var start: Int
    var end: Int
    var properties: [String: Value]
  }

  var nodes: [Node] = []
  var relationships: [Relationship] = []

  /// - Parameter spread: many nodes without relationships and properties between, so that columns and adjacency are
  ///   kept as lists.
  init(seed: UInt64, nodeCount: Int, relationshipCount: Int, spread: Int = 0) {
    var random = SplitMix64(seed: seed)
    for number in 0..<nodeCount {
      var properties: [String: Value] = ["key": .string("n-\(number)")]
      for name in ["text", "number", "float", "day", "flag", "list", "mixed"] where random.next() % 3 > 0 {
        properties[name] = Self.value(name, &random)
      }
      if random.next() % 40 == 0 { properties["rare"] = .string("r\(random.next() % 5)") }
      let labels = [["A"], ["B"], ["A", "B"], []][Int(random.next() % 4)]
      nodes.append(Node(id: Int64(number * 2 + 1), labels: labels, properties: properties))
    }
    for number in 0..<spread { nodes.append(Node(id: Int64(1_000_000 + number), labels: ["C"], properties: [:])) }
    for number in 0..<(nodeCount == 0 ? 0 : relationshipCount) {
      var properties: [String: Value] = [:]
      if random.next() % 2 == 0 { properties["since"] = Self.value("day", &random) }
      if random.next() % 9 == 0 { properties["mixed"] = Self.value("mixed", &random) }
      let ends = (0..<2).map { _ in random.next() % 8 == 0 ? nodes.count - 1 : Int(random.next() % UInt64(nodeCount)) }
      relationships.append(
        Relationship(
          id: Int64(number + 1), type: ["X", "Y", "Z"][Int(random.next() % 3)], start: ends[0], end: ends[1],
          properties: properties))
    }
  }

  static func value(_ name: String, _ random: inout SplitMix64) -> Value {
    let number = Int64(random.next() % 20) - 5
    return switch name {
    case "text": .string(["", "å", "a\"\\\n", "a longer text than fits", "e\u{301}", "\u{E9}"][Int(abs(number)) % 6])
    case "number": .integer(number % 7 == 0 ? .max - number : number)
    case "float": .float(number == 0 ? -0.0 : number == 1 ? .nan : Double(number) / 4)
    case "day": .date(CalendarDate(daysSinceEpoch: number * 1000))
    case "flag": .boolean(number > 3)
    case "list": .list([.string("x\(number)"), "y"])
    default:
      switch number {
      case ..<0: .date(CalendarDate(daysSinceEpoch: number * 1_000_000_000))
      case ..<5: .integer(number)
      case ..<8: .float(Double(number - 3))
      case ..<11: .string("\(number)")
      default: .list([.integer(number)])
      }
    }
  }

  /// - Parameter fromText: as rows of a ledger come: properties as JSON.
  func snapshot(fromText: Bool = false, revision: Int64 = 1) throws -> GraphSnapshot {
    var builder = GraphSnapshotBuilder(revision: revision)
    for node in nodes {
      if fromText {
        _ = builder.addNode(id: node.id, labelSet: builder.labelSet(node.labels))
        try builder.setNodeProperties(Self.json(node.properties).span)
      } else {
        builder.addNode(id: node.id, labels: node.labels, properties: node.properties.map { ($0.key, $0.value) })
      }
    }
    for relationship in relationships {
      let (start, end) = (UInt32(relationship.start), UInt32(relationship.end))
      if fromText {
        builder.addRelationship(id: relationship.id, type: builder.type(relationship.type), start: start, end: end)
        try builder.setRelationshipProperties(Self.json(relationship.properties).span)
      } else {
        builder.addRelationship(
          id: relationship.id, type: relationship.type, start: start, end: end,
          properties: relationship.properties.map { ($0.key, $0.value) })
      }
    }
    return builder.build()
  }

  private static func json(_ properties: [String: Value]) -> [UInt8] {
    var bytes: [UInt8] = []
    TaggedJSON.append(.map(properties), to: &bytes)
    return bytes
  }

  /// One line per element.
  var lines: [String] {
    let nodeLines = nodes.map { Self.line("\($0.id) \($0.labels.sorted())", $0.properties) }
    let relationshipLines = relationships.map {
      Self.line("\($0.id) \($0.type) \(nodes[$0.start].id)→\(nodes[$0.end].id)", $0.properties)
    }
    return nodeLines.sorted() + relationshipLines.sorted()
  }

  static func line(_ head: String, _ properties: [String: Value]) -> String {
    head + " " + String(decoding: json(properties), as: UTF8.self)
  }
}

extension GraphView {
  /// The graph, as `PlainGraph.lines` has it.
  var lines: [String] {
    let nodeLines = nodes.map { node in
      let data = data(of: node)
      return PlainGraph.line("\(data.id) \(data.labels.sorted())", data.properties)
    }
    let relationshipLines = relationships.map { relationship in
      let data = data(of: relationship)
      return PlainGraph.line("\(data.id) \(data.type) \(data.startID)→\(data.endID)", data.properties)
    }
    return nodeLines.sorted() + relationshipLines.sorted()
  }
}
