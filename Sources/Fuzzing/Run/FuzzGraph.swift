import CypherEngine
import Diagnostics
import GraphModel
import Temporals

/// What the queries run on: a few nodes with cycles, loops, parallel relationships and every type of value.
struct FuzzGraph {
  let graph: GraphView

  static let parameters: [String: Value] = [
    "two": 2, "text": "abc", "list": [1, nil, "a", 2.5], "map": .map(["num": 1, "name": "a"]), "any": nil,
  ]

  /// - Parameter hasOverlay: whether part of the graph was written after the snapshot and lies in its overlay.
  init(hasOverlay: Bool) {
    var view = GraphView(FuzzGraph.snapshot())
    if hasOverlay {
      let setup =
        "MATCH (n:A {num: 1}), (m:B {num: 2}) CREATE (m)-[:S {num: 7}]->(:C:A {num: 3, name: 'new'}) SET n.num = 8"
        + " WITH n MATCH (:A {num: 0})-[r:S]->() DELETE r"
      let source = SourceText(name: "setup", text: setup)
      if let written = try? PreparedQuery(source, for: view).run(on: view) { view = written.graph }
    }
    graph = view
  }

  private static func snapshot() -> GraphSnapshot {
    let labels: [[String]] = [["A"], ["B"], ["A", "B"], [], ["C"], ["Område"], ["A"], ["B"], ["A", "C"], ["B"]]
    let texts = ["a", "b", "abc", "å", "a\u{30A}", "", "1", "2020-01-01", "it's", "😀"]
    var builder = GraphSnapshotBuilder(revision: 1)
    var nodes: [UInt32] = []
    for (index, names) in labels.enumerated() {
      var properties: [(String, Value)] = [
        ("num", index == 7 ? 1.5 : .integer(Int64(index))), ("name", .string(texts[index])),
        ("flag", .boolean(index % 2 == 0)), ("real", .float(index == 3 ? .nan : Double(index) / 4)),
        ("list", .list([.integer(Int64(index)), .string(texts[index])])), ("a b", .integer(1)),
      ]
      if index % 3 == 0 { properties += temporals(Int64(index)) }
      nodes.append(builder.addNode(id: Int64(index) + 1, labels: names, properties: properties))
    }
    let ends = [(0, 1), (1, 2), (2, 0), (0, 1), (3, 3), (2, 4), (4, 5), (5, 2), (6, 7), (7, 6), (1, 0), (8, 1), (0, 8)]
    for (index, (start, end)) in ends.enumerated() {
      builder.addRelationship(
        id: Int64(index) + 1, type: index % 3 == 0 ? "S" : index == 5 ? "T" : "R", start: nodes[start], end: nodes[end],
        properties: [("num", .integer(Int64(index % 4))), ("name", .string(texts[index % 10]))])
    }
    return builder.build()
  }

  private static func temporals(_ number: Int64) -> [(String, Value)] {
    let day = CalendarDate(daysSinceEpoch: 18_000 + number)
    let time = LocalTime(nanosecondOfDay: 45_000_000_000_001 &+ number)
    let local = LocalDateTime(date: day, time: time)
    return [
      ("day", .date(day)), ("time", .localTime(time)),
      ("moment", .dateTime(ZonedDateTime(local: local, offsetSeconds: 3600))), ("local", .localDateTime(local)),
    ] + ((try? CalendarDuration(parsing: "P1M\(number)DT5S")).map { [("span", .duration($0))] } ?? [])
  }

  /// Everything in a graph as one value, to see whether anything changed.
  static func fingerprint(of graph: GraphView) -> Int {
    var hasher = Hasher()
    for raw in 0..<UInt32(graph.nodeNumberBound) where !graph.isDeleted(NodeIndex(raw)) {
      hasher.combine(raw)
      hasher.combine(graph.data(of: NodeIndex(raw)))
    }
    for raw in 0..<UInt32(graph.relationshipNumberBound) where !graph.isDeleted(RelationshipIndex(raw)) {
      hasher.combine(raw)
      hasher.combine(graph.data(of: RelationshipIndex(raw)))
    }
    return hasher.finalize()
  }
}
