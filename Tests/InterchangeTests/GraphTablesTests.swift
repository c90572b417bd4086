import Diagnostics
import GraphModel
import SeededRandom
import Testing

@testable import Interchange

/// Saving out of the map, beside the writer that is given rows in any order.
@Suite struct GraphTablesTests {
  private let schema = Schema(
    kinds: [
      NodeKind(
        name: "Document",
        properties: [
          PropertyDefinition(name: "pages", type: .integer), PropertyDefinition(name: "name", type: .string),
          PropertyDefinition(name: "tags", type: .list(of: .string)), PropertyDefinition(name: "day", type: .date),
          PropertyDefinition(name: "never", type: .string),
        ]), NodeKind(name: "Council", properties: [PropertyDefinition(name: "name", type: .string)]),
      NodeKind(name: "Empty"),
    ],
    relationshipTypes: [
      RelationshipType(
        name: "SENT_TO", from: ["Document"], to: ["Council", "Document"], identity: ["purpose", "weight"],
        properties: [
          PropertyDefinition(name: "purpose", type: .string), PropertyDefinition(name: "weight", type: .float),
        ]), RelationshipType(name: "NEVER", from: ["Document"], to: ["Document"]),
    ])

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
  func theFilesAreTheSame(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    func text() -> String {
      (0..<1 + pick(3)).map { _ in ["a", "å", "\"", ",", "\n", " ", "|", "Z", "𝄞"][pick(9)] }.joined()
    }
    var keys: Set<String> = []
    func key() -> String {
      var key = text()
      while !keys.insert(key).inserted { key += text() }
      return key
    }
    func nodeProperties(_ label: String) -> [(String, Value)] {
      let all: [(String, Value)] = [
        ("name", .string(text())), ("pages", .integer(Int64(pick(9)))), ("tags", .list([.string(text())])),
      ]
      return [("key", .string(key()))] + (label == "Council" ? [all[0]] : all).filter { _ in pick(2) == 0 }
    }
    func relationshipProperties() -> [(String, Value)] {
      [("purpose", .string(text())), ("weight", .float(Double(pick(5)) / 2))].filter { _ in pick(2) == 0 }
    }
    var builder = GraphSnapshotBuilder(revision: 1, schema: schema)
    var labels: [String] = []
    for id in 1...40 {
      labels.append(pick(4) == 0 ? "Council" : "Document")
      builder.addNode(
        id: Int64(id), labels: [labels[labels.count - 1]], properties: nodeProperties(labels[labels.count - 1]))
    }
    for id in 1...60 {
      builder.addRelationship(
        id: Int64(id), type: "SENT_TO", start: UInt32(pick(40)), end: UInt32(pick(40)),
        properties: relationshipProperties())
    }
    var graph = GraphView(builder.build())
    if seed % 2 == 0 {
      for number in 0..<20 {
        let nodes = Array(graph.nodes)
        let node = nodes[pick(nodes.count)]
        switch pick(4) {
        case 0: _ = graph.createNode(labels: ["Document"], properties: nodeProperties("Document"))
        case 1:
          _ = graph.createRelationship(
            type: "SENT_TO", from: node, to: nodes[pick(nodes.count)], properties: relationshipProperties())
        case 2: graph.setProperty("name", of: node, to: .string("changed \(number)"))
        default:
          for relationship in Array(graph.relationships).prefix(2) { _ = graph.delete(relationship) }
        }
      }
    }
    let (slow, fast) = (try TemporaryFolder(), try TemporaryFolder())
    var writer = GraphFolderWriter(directory: slow.path, schema: schema)
    func key(_ node: NodeIndex) -> String {
      if case .string(let key) = graph.property("key", of: node) { key } else { "" }
    }
    for node in graph.nodes {
      var data = graph.data(of: node)
      data.properties["key"] = nil
      try writer.addNode(kind: data.labels[0], key: key(node), properties: data.properties)
    }
    for relationship in graph.relationships {
      let data = graph.data(of: relationship)
      try writer.addRelationship(
        type: data.type, from: key(data.start), to: key(data.end), properties: data.properties)
    }
    let wanted = try writer.finish()
    let found = try GraphFolderWriter.write(graph, schema: schema, to: fast.path)
    #expect(found.nodes == wanted.nodes && found.relationships == wanted.relationships)
    #expect(try fast.files() == slow.files())
    // The next save takes away what has no rows any more.
    let empty = try GraphFolderWriter.write(GraphView(.empty()), schema: schema, to: fast.path)
    #expect(empty.nodes == 0)
    #expect(try Array(fast.files().keys) == ["schema.yaml"])
  }

  @Test func aValueThatNoCellHoldsLeavesTheOldFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("nodes/Document.csv", "old")
    let before = try folder.files()
    var builder = GraphSnapshotBuilder(revision: 1, schema: schema)
    builder.addNode(id: 1, labels: ["Document"], properties: [("key", "k"), ("name", .integer(5))])
    let graph = GraphView(builder.build())
    #expect(throws: Diagnostic.self) { try GraphFolderWriter.write(graph, schema: schema, to: folder.path) }
    #expect(try folder.files() == before)
  }
}
