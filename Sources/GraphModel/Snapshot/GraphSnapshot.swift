/// The map: an immutable graph in columns and packed adjacency, made for reading from any number of threads.
///
/// Nodes are numbered densely so that those with the same set of labels are neighbours; relationships so that those of
/// one type are neighbours, and within a type those of one start node. A relationship's number is therefore also its
/// position in its start node's outgoing adjacency.
public final class GraphSnapshot: Sendable {
  /// The ledger's revision the map shows.
  public let revision: Int64
  public let schema: Schema?
  /// The ids that the next node and the next relationship of the ledger get, if it is still at this revision.
  public let nextNodeID: Int64
  public let nextRelationshipID: Int64
  public let symbols: GraphSymbols

  public let nodeIDs: PackedArray<Int64>
  public let relationshipIDs: PackedArray<Int64>
  /// Start and end node of each relationship.
  public let starts: PackedArray<UInt32>
  public let ends: PackedArray<UInt32>
  /// The relationships in order of type and end node, and the start node of each.
  public let incomingRelationships: PackedArray<UInt32>
  public let incomingNeighbours: PackedArray<UInt32>
  /// By type.
  public let outgoing: [Adjacency]
  public let incoming: [Adjacency]

  /// The distinct sets of labels, each sorted, and the nodes that have each.
  public let labelSets: [[LabelID]]
  public let labelSetRanges: [Range<UInt32>]
  /// By type: the relationships of that type.
  public let typeRanges: [Range<UInt32>]
  let nodeColumns: [PropertyColumn?]
  let relationshipColumns: [PropertyColumn?]
  private let indexes = EqualityIndexes()

  init(
    revision: Int64, schema: Schema?, nextNodeID: Int64, nextRelationshipID: Int64, symbols: GraphSymbols,
    nodeIDs: PackedArray<Int64>,
    relationshipIDs: PackedArray<Int64>, starts: PackedArray<UInt32>, ends: PackedArray<UInt32>,
    incomingRelationships: PackedArray<UInt32>, incomingNeighbours: PackedArray<UInt32>, outgoing: [Adjacency],
    incoming: [Adjacency], labelSets: [[LabelID]], labelSetRanges: [Range<UInt32>], typeRanges: [Range<UInt32>],
    nodeColumns: [PropertyColumn?], relationshipColumns: [PropertyColumn?]
  ) {
    self.revision = revision
    self.schema = schema
    self.nextNodeID = nextNodeID
    self.nextRelationshipID = nextRelationshipID
    self.symbols = symbols
    self.nodeIDs = nodeIDs
    self.relationshipIDs = relationshipIDs
    self.starts = starts
    self.ends = ends
    self.incomingRelationships = incomingRelationships
    self.incomingNeighbours = incomingNeighbours
    self.outgoing = outgoing
    self.incoming = incoming
    self.labelSets = labelSets
    self.labelSetRanges = labelSetRanges
    self.typeRanges = typeRanges
    self.nodeColumns = nodeColumns
    self.relationshipColumns = relationshipColumns
  }

  /// A graph with nothing in it.
  public static func empty(revision: Int64 = 0, schema: Schema? = nil) -> GraphSnapshot {
    GraphSnapshotBuilder(revision: revision, schema: schema).build()
  }

  public var nodeCount: Int { nodeIDs.count }
  public var relationshipCount: Int { relationshipIDs.count }

  // MARK: Nodes

  /// The durable id: the row id of the ledger.
  public func nodeID(_ node: NodeIndex) -> Int64 { nodeIDs[Int(node.raw)] }

  /// - Complexity: O(log *label sets* + log *nodes*).
  public func labelSet(of node: NodeIndex) -> Int {
    var low = 0
    var high = labelSetRanges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if labelSetRanges[middle].lowerBound <= node.raw { low = middle } else { high = middle }
    }
    return low
  }

  public func labels(of node: NodeIndex) -> [LabelID] { labelSets[labelSet(of: node)] }

  /// The stretches of nodes that have a label.
  public func nodeRanges(withLabel label: LabelID) -> [Range<UInt32>] {
    zip(labelSets, labelSetRanges).filter { $0.0.contains(label) }.map(\.1)
  }

  public func nodeCount(withLabel label: LabelID) -> Int {
    nodeRanges(withLabel: label).reduce(0) { $0 + $1.count }
  }

  public func property(_ key: PropertyKeyID, of node: NodeIndex) -> Value {
    nodeColumns[Int(key.raw)]?.value(at: node.raw) ?? .null
  }

  public func nodeColumn(_ key: PropertyKeyID) -> PropertyColumn? { nodeColumns[Int(key.raw)] }

  /// A node by its durable id.
  /// - Complexity: O(*label sets* · log *nodes*).
  public func node(withID id: Int64) -> NodeIndex? {
    for range in labelSetRanges {
      if let position = sortedPosition(of: id, in: nodeIDs, range: range) { return NodeIndex(position) }
    }
    return nil
  }

  /// The nodes whose property equals a value (in the sense of DISTINCT), in order of number.
  /// The index for the property is built at its first use and kept.
  public func nodes(where key: PropertyKeyID, equals value: Value) -> [NodeIndex] {
    indexes.nodes(in: self, key: key, value: value)
  }

  /// A node by its key.
  public func node(withKey key: String) -> NodeIndex? {
    guard let property = symbols.propertyKey("key") else { return nil }
    return nodes(where: property, equals: .string(key)).first
  }

  // MARK: Relationships

  public func relationshipID(_ relationship: RelationshipIndex) -> Int64 { relationshipIDs[Int(relationship.raw)] }
  public func start(of relationship: RelationshipIndex) -> NodeIndex { NodeIndex(starts[Int(relationship.raw)]) }
  public func end(of relationship: RelationshipIndex) -> NodeIndex { NodeIndex(ends[Int(relationship.raw)]) }

  /// - Complexity: O(log *types*).
  public func type(of relationship: RelationshipIndex) -> TypeID {
    var low = 0
    var high = typeRanges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if typeRanges[middle].lowerBound <= relationship.raw { low = middle } else { high = middle }
    }
    return TypeID(UInt32(low))
  }

  public func property(_ key: PropertyKeyID, of relationship: RelationshipIndex) -> Value {
    relationshipColumns[Int(key.raw)]?.value(at: relationship.raw) ?? .null
  }

  /// A relationship by its durable id.
  /// - Complexity: O(*relationships*).
  public func relationship(withID id: Int64) -> RelationshipIndex? {
    relationshipIDs.firstIndex(of: id).map { RelationshipIndex(UInt32($0)) }
  }

  private func sortedPosition(of id: Int64, in ids: PackedArray<Int64>, range: Range<UInt32>) -> UInt32? {
    var low = Int(range.lowerBound)
    var high = Int(range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < Int(range.upperBound) && ids[low] == id ? UInt32(low) : nil
  }
}
