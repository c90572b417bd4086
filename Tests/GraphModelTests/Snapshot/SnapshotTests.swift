import Temporals
import Testing

@testable import GraphModel

@Suite("The map against plain lists")
struct SnapshotTests {
  static let graphs: [(seed: UInt64, nodes: Int, relationships: Int, spread: Int)] = [
    (1, 0, 0, 0), (2, 1, 3, 0), (3, 40, 100, 0), (4, 300, 900, 0), (5, 30, 20, 3000), (6, 200, 0, 0),
  ]

  @Test(arguments: graphs, [false, true])
  func holdsTheSame(_ shape: (seed: UInt64, nodes: Int, relationships: Int, spread: Int), fromText: Bool) throws {
    let plain = PlainGraph(
      seed: shape.seed, nodeCount: shape.nodes, relationshipCount: shape.relationships, spread: shape.spread)
    #expect(try GraphView(plain.snapshot(fromText: fromText)).lines == plain.lines)
  }

  @Test(arguments: graphs)
  func adjacencyIsTheSame(_ shape: (seed: UInt64, nodes: Int, relationships: Int, spread: Int)) throws {
    let plain = PlainGraph(
      seed: shape.seed, nodeCount: shape.nodes, relationshipCount: shape.relationships, spread: shape.spread)
    let view = GraphView(try plain.snapshot())
    for type in ["X", "Y", "Z"] {
      guard let id = view.symbols.type(type) else { continue }
      for (direction, ends) in [
        (TraversalDirection.outgoing, \PlainGraph.Relationship.start), (.incoming, \PlainGraph.Relationship.end),
      ] {
        let wanted = plain.relationships.filter { $0.type == type }.map {
          "\(plain.nodes[$0[keyPath: ends]].id) \($0.id)"
        }
        var found: [String] = []
        for node in view.nodes {
          var buffer: [Neighbour] = []
          view.appendRelationships(of: node, direction, types: [id], to: &buffer)
          found += buffer.map { "\(view.id(of: node)) \(view.id(of: $0.relationship))" }
        }
        #expect(found.sorted() == wanted.sorted())
      }
    }
  }

  @Test(arguments: graphs)
  func nodesAreFoundByEveryValue(_ shape: (seed: UInt64, nodes: Int, relationships: Int, spread: Int)) throws {
    let plain = PlainGraph(
      seed: shape.seed, nodeCount: shape.nodes, relationshipCount: shape.relationships, spread: shape.spread)
    let snapshot = try plain.snapshot()
    var values: Set<Value> = ["none", 1, 1.0, 0, 0.0, -0.0, 4.0, .float(.nan), 1.5, true, .list([6]), .integer(.max)]
    for node in plain.nodes { values.formUnion(node.properties.values) }
    for name in ["key", "text", "number", "float", "day", "flag", "list", "mixed", "rare"] {
      guard let key = snapshot.symbols.propertyKey(name) else { continue }
      for value in values {
        let wanted = plain.nodes.filter { $0.properties[name] == value }.map(\.id)
        let found = snapshot.nodes(where: key, equals: value)
        #expect(found == found.sorted())
        #expect(found.map { snapshot.nodeID($0) }.sorted() == wanted.sorted(), "\(name) = \(value)")
      }
    }
    for node in plain.nodes { #expect(snapshot.node(withID: node.id).map(snapshot.nodeID) == node.id) }
    #expect(snapshot.node(withID: 2) == nil)
    #expect(snapshot.node(withKey: "nobody") == nil)
  }

  @Test(arguments: graphs)
  func statisticsCountRightly(_ shape: (seed: UInt64, nodes: Int, relationships: Int, spread: Int)) throws {
    let plain = PlainGraph(
      seed: shape.seed, nodeCount: shape.nodes, relationshipCount: shape.relationships, spread: shape.spread)
    let snapshot = try plain.snapshot()
    for type in ["X", "Y", "Z"] {
      guard let id = snapshot.symbols.type(type) else { continue }
      for (from, to) in [(nil, nil), ("A", nil), (nil, "B"), ("A", "B"), ("C", "A")] as [(String?, String?)] {
        let wanted = plain.relationships.filter {
          $0.type == type && from.map(plain.nodes[$0.start].labels.contains) ?? true
            && to.map(plain.nodes[$0.end].labels.contains) ?? true
        }
        guard from.map({ snapshot.symbols.label($0) != nil }) ?? true,
          to.map({ snapshot.symbols.label($0) != nil }) ?? true
        else { continue }
        let found = snapshot.relationshipCount(
          type: id, from: from.flatMap(snapshot.symbols.label), to: to.flatMap(snapshot.symbols.label))
        #expect(found == wanted.count)
      }
    }
    for name in ["key", "text", "number", "float", "day", "flag", "rare"] {
      guard let key = snapshot.symbols.propertyKey(name) else { continue }
      let present = plain.nodes.compactMap { $0.properties[name] }
      guard let statistics = snapshot.statistics(ofNodeProperty: key) else {
        #expect(present.isEmpty)
        continue
      }
      #expect(statistics.present == present.count)
      let distinct = Set(present).count
      #expect(
        abs(statistics.distinct - distinct) <= (["number", "float", "day"].contains(name) ? 2 + distinct / 10 : 0),
        "\(name)")
    }
  }

  @Test func codesTellTextsApart() throws {
    let snapshot = try PlainGraph(seed: 9, nodeCount: 200, relationshipCount: 0).snapshot()
    let column = try #require(snapshot.symbols.propertyKey("text").flatMap(snapshot.nodeColumn))
    #expect(column.kind == .strings)
    // Text is compared by bytes.
    #expect(column.code(for: "e\u{301}") != column.code(for: "\u{E9}"))
    #expect(column.code(for: "nowhere") == nil)
  }

  @Test func rowsThatAreNoPropertiesAreRefused() {
    for text in [
      "", "x", "{", "{\"a\":1", "{\"a\":1}x", "{\"a\":}", "{\"a\":01}", "{\"a\":1,}", "[1]", "{\"a\":\"\u{1}\"}",
      "{\"a\" 1}",
    ] {
      var builder = GraphSnapshotBuilder(revision: 1)
      _ = builder.addNode(id: 1, labelSet: builder.labelSet([]))
      #expect(throws: JSONError.self, "\(text)") { try builder.setNodeProperties(Array(text.utf8).span) }
    }
    var builder = GraphSnapshotBuilder(revision: 1)
    _ = builder.addNode(id: 1, labelSet: builder.labelSet([]))
    #expect(throws: JSONError.self) {
      try builder.setNodeProperties([0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xFF, 0x22, 0x7D].span)
    }
  }

  @Test func rowsAreReadHoweverTheyAreWritten() throws {
    let rows = [
      #"{"a":"x","d":{"~date":"2024-02-29"},"n":1}"#, #"{"a":"y","d":{"~date":"1899-12-31"},"n":-1}"#,
      #" { "a" : "z" , "n" : 1 } "#, #"{ }"#, #"{}"#, #"{"n":12,"a":"\u00e5"}"#,
      #"{"a":"å","d":{"~date":"9999-12-31"}}"#,
      #"{"n":9223372036854775807,"t":true,"f":1.5}"#,
    ]
    var builder = GraphSnapshotBuilder(revision: 1)
    var wanted: [String] = []
    for (number, row) in rows.enumerated() {
      _ = builder.addNode(id: Int64(number), labelSet: builder.labelSet([]))
      try builder.setNodeProperties(Array(row.utf8).span)
      guard case .map(let members) = try TaggedJSON.parse(row) else { continue }
      wanted.append(PlainGraph.line("\(number) []", members))
    }
    #expect(GraphView(builder.build()).lines == wanted)
    for day in ["2023-02-29", "2024-13-01", "2024-00-10", "2024-01-32"] {
      builder = GraphSnapshotBuilder(revision: 1)
      _ = builder.addNode(id: 1, labelSet: builder.labelSet([]))
      try builder.setNodeProperties(Array(#"{"d":{"~date":"2024-01-01"}}"#.utf8).span)
      _ = builder.addNode(id: 2, labelSet: builder.labelSet([]))
      #expect(throws: JSONError.self, "\(day)") {
        try builder.setNodeProperties(Array("{\"d\":{\"~date\":\"\(day)\"}}".utf8).span)
      }
    }
  }
}
