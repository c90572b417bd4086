public import GraphModel

/// What the answers of a definition's queries tell of elements beside their properties: a number of relationships, the
/// verdict of an analysis.
///
/// A fact is used by its name as a property is. Several rows about one element give all their values, each once, in
/// order; a list gives its items; a node stands for its name and a relationship for its type. Null tells nothing.
public struct ElementFacts: Sendable {
  private var ofNodes: [NodeIndex: [String: [Value]]] = [:]
  private var ofRelationships: [RelationshipIndex: [String: [Value]]] = [:]

  public init() {}

  /// Adds what the answer to a query tells of the elements in the columns that the query names for it.
  /// - Complexity: O(*rows* · *facts*).
  public mutating func add(_ answer: ResultTable, of query: DiagramQuery) {
    for (column, facts) in query.facts {
      guard let place = Self.place(of: column, in: answer) else { continue }
      let sources = facts.compactMap { name in Self.place(of: name, in: answer).map { (name, answer.rows.columns[$0]) }
      }
      let elements = answer.rows.columns[place]
      for row in 0..<answer.rows.count {
        for (name, source) in sources {
          var values: [Value] = []
          Self.append(source[row], of: answer.elements, to: &values)
          if !values.isEmpty { add(values, called: name, to: elements[row]) }
        }
      }
    }
  }

  /// What the answer to a query shows: the elements in its columns, but for those that only tell facts.
  public static func drawn(of answer: ResultTable, to query: DiagramQuery) -> Subgraph {
    let told = query.facts.values.joined().filter { query.facts[$0] == nil }
    let places = answer.rows.columns.indices.filter { place in
      !told.contains { $0.isIdenticalText(to: answer.columns[place]) }
    }
    if places.count == answer.rows.columns.count { return answer.elements }
    var drawn = Subgraph()
    for place in places {
      for row in 0..<answer.rows.count {
        add(answer.rows.columns[place][row], of: answer.elements, to: &drawn)
      }
    }
    return drawn
  }

  private static func add(_ value: Value, of elements: Subgraph, to drawn: inout Subgraph) {
    switch value {
    case .node(let node): drawn.nodes[node] = elements.nodes[node]
    case .relationship(let number):
      guard let relationship = elements.relationships[number] else { return }
      drawn.relationships[number] = relationship
      for end in [relationship.start, relationship.end] { drawn.nodes[end] = elements.nodes[end] }
    case .path(let path):
      for node in path.nodes { add(.node(node), of: elements, to: &drawn) }
      for relationship in path.relationships { add(.relationship(relationship), of: elements, to: &drawn) }
    case .list(let items): for item in items { add(item, of: elements, to: &drawn) }
    case .map(let members): for (_, member) in members { add(member, of: elements, to: &drawn) }
    default: break
    }
  }

  /// Gives the elements their facts; one that is called as a property stands in its place.
  public func apply(to subgraph: inout Subgraph) {
    for (node, facts) in ofNodes {
      for (name, values) in facts { subgraph.nodes[node]?.properties[name] = Self.joined(values) }
    }
    for (relationship, facts) in ofRelationships {
      for (name, values) in facts { subgraph.relationships[relationship]?.properties[name] = Self.joined(values) }
    }
  }

  private static func place(of column: String, in answer: ResultTable) -> Int? {
    // An answer without rows has no columns of values.
    guard answer.rows.count > 0 else { return nil }
    return answer.columns.firstIndex { $0.isIdenticalText(to: column) }
  }

  private mutating func add(_ values: [Value], called name: String, to element: Value) {
    switch element {
    case .node(let node): ofNodes[node, default: [:]][name, default: []] += values
    case .relationship(let relationship): ofRelationships[relationship, default: [:]][name, default: []] += values
    case .list(let items): for item in items { add(values, called: name, to: item) }
    case .path(let path):
      for node in path.nodes { add(values, called: name, to: .node(node)) }
      for relationship in path.relationships { add(values, called: name, to: .relationship(relationship)) }
    default: break
    }
  }

  private static func append(_ value: Value, of elements: Subgraph, to values: inout [Value]) {
    switch value {
    case .null, .map, .path: break
    case .list(let items): for item in items { append(item, of: elements, to: &values) }
    case .node(let node): if let data = elements.nodes[node] { values.append(.string(DrawnNode(data).name)) }
    case .relationship(let relationship):
      if let data = elements.relationships[relationship] { values.append(.string(data.type)) }
    default: values.append(value)
    }
  }

  private static func joined(_ values: [Value]) -> Value {
    var distinct: [Value] = []
    for value in values.sorted(by: { $0.orderability(against: $1).isLess })
    where distinct.last?.orderability(against: value) != .equal {
      distinct.append(value)
    }
    return distinct.count == 1 ? distinct[0] : .list(distinct)
  }
}
