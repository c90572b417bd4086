import GraphModel
import Temporals

/// A node of the subgraph as the picture's builder sees it.
struct DrawnNode: Sendable {
  var key: String
  var id: Int64
  var labels: [String]
  var properties: [String: Value]
  /// Whether it is there at all: of two worlds that are compared, each has nodes of its own.
  var isThere = true

  /// The kind that gives caption and style: the first label by name.
  var kind: String { labels.first ?? "" }
}

struct DrawnRelationship: Sendable {
  var type: String
  /// Numbers in `DrawnGraph.nodes`.
  var from: Int
  var to: Int
  var id: Int64
  var properties: [String: Value]
  var isThere = true
}

/// The subgraph in an order of its own: nodes by key, relationships by type and ends, so that the same content gives the
/// same picture whatever numbers it had.
struct DrawnGraph: Sendable {
  var nodes: [DrawnNode] = []
  var relationships: [DrawnRelationship] = []
  /// Types of the relationships of each node.
  var types: [Set<String>] = []
  /// Numbers of the relationships of each node.
  var touching: [[Int]] = []
  /// For the keys that a definition leaves to a parameter.
  var parameters: [String: Value] = [:]

  init(_ subgraph: Subgraph) {
    let ordered = subgraph.nodes.map { (index: $0.key, node: DrawnNode($0.value)) }.sorted { a, b in
      a.node.key.isIdenticalText(to: b.node.key) ? a.node.id < b.node.id : a.node.key.precedesByCodePoints(b.node.key)
    }
    nodes = ordered.map(\.node)
    var numbers: [NodeIndex: Int] = [:]
    for (number, entry) in ordered.enumerated() { numbers[entry.index] = number }
    types = Array(repeating: [], count: nodes.count)
    for relationship in subgraph.relationships.values {
      guard let from = numbers[relationship.start], let to = numbers[relationship.end] else { continue }
      types[from].insert(relationship.type)
      types[to].insert(relationship.type)
      relationships.append(
        DrawnRelationship(
          type: relationship.type, from: from, to: to, id: relationship.id, properties: relationship.properties))
    }
    relationships.sort { a, b in
      if !a.type.isIdenticalText(to: b.type) { return a.type.precedesByCodePoints(b.type) }
      return (a.from, a.to, a.id) < (b.from, b.to, b.id)
    }
    touching = Array(repeating: [], count: nodes.count)
    for (number, relationship) in relationships.enumerated() {
      for end in Set([relationship.from, relationship.to]) { touching[end].append(number) }
    }
  }

  /// - Parameter nodes: by key; of those that are not there nothing is drawn.
  /// - Parameter areSeenTogether: whether a node and a relationship that touches it are of one world.
  init(
    nodes: [DrawnNode], relationships: [DrawnRelationship], areSeenTogether: (_ node: Int, _ relationship: Int) -> Bool
  ) {
    self.nodes = nodes
    self.relationships = relationships
    types = Array(repeating: [], count: nodes.count)
    touching = Array(repeating: [], count: nodes.count)
    for (number, relationship) in relationships.enumerated() {
      for end in Set([relationship.from, relationship.to]) where areSeenTogether(end, number) {
        types[end].insert(relationship.type)
        touching[end].append(number)
      }
    }
  }

  /// What a definition's property means for a node: its own, or as `TYPE.property` that of its relationships, several
  /// values as a list.
  func value(_ name: String, of node: Int) -> Value {
    guard let (type, property) = RelationshipProperty.parts(of: name) else {
      return nodes[node].properties[name] ?? .null
    }
    var values: [Value] = []
    for number in touching[node] where relationships[number].type.isIdenticalText(to: type) {
      guard let value = relationships[number].properties[property], !values.contains(value) else { continue }
      values.append(value)
    }
    values.sort { $0.orderability(against: $1).isLess }
    return values.count > 1 ? .list(values) : values.first ?? .null
  }
}

/// The name of a relationship's property where a node's is asked for: `SENT_TO.item`.
enum RelationshipProperty {
  static func parts(of name: String) -> (type: String, property: String)? {
    guard let dot = name.firstIndex(of: ".") else { return nil }
    return (String(name[..<dot]), String(name[name.index(after: dot)...]))
  }
}

extension DrawnNode {
  init(_ data: NodeData) {
    labels = data.labels.sorted { $0.precedesByCodePoints($1) }
    properties = data.properties
    id = data.id
    if case .string(let key)? = data.properties["key"] { self.key = key } else { key = "#\(data.id)" }
  }

  var name: String {
    if case .string(let name)? = properties["name"], !name.isEmpty { return name }
    return key
  }
}

/// Values as people read them.
struct ValueWriter: Sendable {
  var language: CaptionLanguage
  var words: [String: Caption] = [:]

  func text(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .string(let text): words[text]?.text(in: language) ?? text
    case .boolean(let flag): language == .swedish ? (flag ? "ja" : "nej") : (flag ? "yes" : "no")
    case .integer(let number): String(number)
    case .float(let number): String(number)
    case .date(let date): date.description
    case .dateTime(let time): time.description
    case .localDateTime(let time): time.description
    case .localTime(let time): time.description
    case .time(let time): time.description
    case .duration(let duration): duration.description
    case .list(let items): items.map { text($0) }.joined(separator: ", ")
    case .map, .node, .relationship, .path: "…"
    }
  }
}

/// The order of a Swedish list: å, ä and ö last, capitals as small letters.
struct SwedishOrder: Comparable {
  private var scalars: [UInt32]

  init(_ text: String) {
    scalars = text.lowercased().unicodeScalars.map { scalar in
      switch scalar {
      case "å": 0x110001
      case "ä", "æ": 0x110002
      case "ö", "ø": 0x110003
      case "é", "è": 0x65
      default: scalar.value
      }
    }
  }

  static func < (a: SwedishOrder, b: SwedishOrder) -> Bool { a.scalars.lexicographicallyPrecedes(b.scalars) }
}
