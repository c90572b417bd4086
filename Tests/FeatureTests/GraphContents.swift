import GraphModel

/// What a graph holds, for telling what a query changed.
/// - Source: openCypher TCK, *Observability of side effects*: nodes, relationships, properties as triples of entity, key
///   and value, and the distinct labels.
struct GraphContents {
  private struct Property: Hashable {
    var isOfNode: Bool
    var element: Int64
    var key: String
    var value: Value
  }

  private var nodes: Set<Int64> = []
  private var relationships: Set<Int64> = []
  private var labels: Set<String> = []
  private var properties: Set<Property> = []

  init() {}

  init(_ graph: GraphView) {
    for number in 0..<UInt32(graph.snapshot.nodeCount) {
      let node = graph.data(of: NodeIndex(number))
      nodes.insert(node.id)
      labels.formUnion(node.labels)
      add(node.properties, of: node.id, isOfNode: true)
    }
    for number in 0..<UInt32(graph.snapshot.relationshipCount) {
      let relationship = graph.data(of: RelationshipIndex(number))
      relationships.insert(relationship.id)
      add(relationship.properties, of: relationship.id, isOfNode: false)
    }
  }

  private mutating func add(_ properties: [String: Value], of element: Int64, isOfNode: Bool) {
    for (key, value) in properties {
      self.properties.insert(Property(isOfNode: isOfNode, element: element, key: key, value: value))
    }
  }

  /// `+nodes`, `-labels` and so on, without those that are 0.
  func effects(since before: GraphContents) -> [String: Int] {
    var effects: [String: Int] = [:]
    func count<Item>(_ name: String, _ now: Set<Item>, _ then: Set<Item>) {
      effects["+" + name] = now.subtracting(then).count
      effects["-" + name] = then.subtracting(now).count
    }
    count("nodes", nodes, before.nodes)
    count("relationships", relationships, before.relationships)
    count("labels", labels, before.labels)
    count("properties", properties, before.properties)
    return effects.filter { $0.value != 0 }
  }
}
