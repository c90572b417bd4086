import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import Testing

/// Graphs for tests, made by writing queries.
enum TestGraph {
  /// The graph after some writing queries, put into a snapshot of its own so that reads go the fast way.
  static func made(by statements: [String]) throws -> GraphView {
    var graph = GraphView(.empty())
    for statement in statements {
      graph = try PreparedQuery(SourceText(name: "setup", text: statement), for: graph).run(on: graph).graph
    }
    return GraphView(snapshot(of: graph))
  }

  /// A snapshot with the same contents.
  static func snapshot(of graph: GraphView) -> GraphSnapshot {
    var builder = GraphSnapshotBuilder(revision: 1, schema: graph.schema)
    var arrivals: [NodeIndex: UInt32] = [:]
    for raw in 0..<UInt32(graph.nodeNumberBound) where !graph.isDeleted(NodeIndex(raw)) {
      let data = graph.data(of: NodeIndex(raw))
      arrivals[NodeIndex(raw)] = builder.addNode(
        id: Int64(raw) + 1, labels: data.labels, properties: data.properties.map { ($0.key, $0.value) })
    }
    for raw in 0..<UInt32(graph.relationshipNumberBound) where !graph.isDeleted(RelationshipIndex(raw)) {
      let data = graph.data(of: RelationshipIndex(raw))
      guard let start = arrivals[data.start], let end = arrivals[data.end] else { continue }
      builder.addRelationship(
        id: Int64(raw) + 1, type: data.type, start: start, end: end,
        properties: data.properties.map { ($0.key, $0.value) })
    }
    return builder.build()
  }
}

/// Answers as text, one row a line.
enum AnswerText {
  static func rows(_ table: ResultTable) -> [String] {
    table.rows.map { row in row.map { text($0, in: table.elements) }.joined(separator: " | ") }
  }

  static func text(_ value: Value, in elements: Subgraph) -> String {
    switch value {
    case .null: return "null"
    case .string(let text): return "'\(text)'"
    case .list(let items): return "[" + items.map { Self.text($0, in: elements) }.joined(separator: ", ") + "]"
    case .map(let map):
      let entries = map.keys.sorted().map { "\($0): \(Self.text(map[$0] ?? .null, in: elements))" }
      return "{" + entries.joined(separator: ", ") + "}"
    case .node(let node):
      guard let data = elements.nodes[node] else { return "(?)" }
      return "(" + data.labels.map { ":\($0)" }.joined() + properties(data.properties, in: elements) + ")"
    case .relationship(let relationship):
      guard let data = elements.relationships[relationship] else { return "[?]" }
      return "[:\(data.type)" + properties(data.properties, in: elements) + "]"
    case .path(let path):
      var text = Self.text(.node(path.nodes[0]), in: elements)
      for (step, relationship) in path.relationships.enumerated() {
        let isForward = elements.relationships[relationship]?.start == path.nodes[step]
        text += (isForward ? "-" : "<-") + Self.text(.relationship(relationship), in: elements)
        text += (isForward ? "->" : "-") + Self.text(.node(path.nodes[step + 1]), in: elements)
      }
      return text
    default: return value.plainText ?? "?"
    }
  }

  private static func properties(_ properties: [String: Value], in elements: Subgraph) -> String {
    properties.isEmpty ? "" : " " + text(.map(properties), in: elements)
  }
}
