/// A piece of a graph taken out of it: nodes and relationships with their data, for diagrams and for results.
public struct Subgraph: Sendable {
  /// By number in the snapshot they came from.
  public var nodes: [NodeIndex: NodeData]
  public var relationships: [RelationshipIndex: RelationshipData]

  public init(nodes: [NodeIndex: NodeData] = [:], relationships: [RelationshipIndex: RelationshipData] = [:]) {
    self.nodes = nodes
    self.relationships = relationships
  }
}

/// A node with its data, apart from any graph.
public struct NodeData: Hashable, Sendable {
  /// The durable id: the row id of the ledger.
  public var id: Int64
  public var labels: [String]
  public var properties: [String: Value]

  public init(id: Int64, labels: [String], properties: [String: Value]) {
    self.id = id
    self.labels = labels
    self.properties = properties
  }
}

/// A relationship with its data, apart from any graph.
public struct RelationshipData: Hashable, Sendable {
  public var id: Int64
  public var type: String
  public var start: NodeIndex
  public var end: NodeIndex
  public var startID: Int64
  public var endID: Int64
  public var properties: [String: Value]

  public init(
    id: Int64, type: String, start: NodeIndex, end: NodeIndex, startID: Int64, endID: Int64,
    properties: [String: Value]
  ) {
    self.id = id
    self.type = type
    self.start = start
    self.end = end
    self.startID = startID
    self.endID = endID
    self.properties = properties
  }
}
