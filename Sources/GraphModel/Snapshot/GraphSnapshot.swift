/// The map: an immutable graph in columns and packed adjacency, made for reading from any number of threads.
///
/// Nodes are numbered densely so that those with the same set of labels are neighbours; relationships so that those of
/// one type are neighbours, and within a type those of one start node. A relationship's number is therefore also its
/// position in its start node's outgoing adjacency.
public final class GraphSnapshot: Sendable {
  /// The ledger's revision the map shows.
  public let revision: Int64
  public let schema: Schema?
  public let symbols: GraphSymbols
  /// Tells this snapshot from every other one that was or will be.
  public let mark = SnapshotMark()

  public let nodeIDs: ElementIDs
  public let relationshipIDs: ElementIDs
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
  /// How many relationships run from which nodes to which, by type and sets of labels.
  public let relationshipPatterns: [RelationshipPattern]
  let nodeColumns: [Column?]
  let relationshipColumns: [Column?]
  private let indexes: EqualityIndexes
  let searchMemory = SearchMemoryPool()
  private let knownLanes = KnownLanes()
  /// By label.
  private let rangesOfLabels: [[Range<UInt32>]]

  /// An object, so that who reads a single value need not take hold of all that a column consists of.
  final class Column: Sendable {
    let values: PropertyColumn
    let statistics: ColumnStatistics

    init(values: PropertyColumn, statistics: ColumnStatistics) {
      self.values = values
      self.statistics = statistics
    }

    func value(at element: UInt32) -> Value { values.value(at: element) }
  }

  /// All of a snapshot but its revision and schema.
  struct Parts {
    var symbols: GraphSymbols
    var nodeIDs: ElementIDs
    var relationshipIDs: ElementIDs
    var starts: PackedArray<UInt32>
    var ends: PackedArray<UInt32>
    var incomingRelationships: PackedArray<UInt32>
    var incomingNeighbours: PackedArray<UInt32>
    var outgoing: [Adjacency]
    var incoming: [Adjacency]
    var labelSets: [[LabelID]]
    var labelSetRanges: [Range<UInt32>]
    var typeRanges: [Range<UInt32>]
    var nodeColumns: [Column?]
    var relationshipColumns: [Column?]
    var relationshipPatterns: [RelationshipPattern]
    /// The nodes by `key`, if they are known already.
    var keyIndex: GroupedElements?
  }

  init(revision: Int64, schema: Schema?, parts: Parts) {
    self.revision = revision
    self.schema = schema
    symbols = parts.symbols
    nodeIDs = parts.nodeIDs
    relationshipIDs = parts.relationshipIDs
    starts = parts.starts
    ends = parts.ends
    incomingRelationships = parts.incomingRelationships
    incomingNeighbours = parts.incomingNeighbours
    outgoing = parts.outgoing
    incoming = parts.incoming
    labelSets = parts.labelSets
    labelSetRanges = parts.labelSetRanges
    typeRanges = parts.typeRanges
    nodeColumns = parts.nodeColumns
    relationshipColumns = parts.relationshipColumns
    relationshipPatterns = parts.relationshipPatterns
    rangesOfLabels = Self.rangesOfLabels(parts)
    indexes = EqualityIndexes(propertyCount: parts.nodeColumns.count)
    if let key = symbols.propertyKey("key"), let index = parts.keyIndex,
      case .strings(_, _, let texts)? = parts.nodeColumns[Int(key.raw)]?.values
    {
      indexes.set(index, of: texts, for: key)
    }
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

  func hasLabel(_ label: LabelID, _ node: NodeIndex) -> Bool { labelSets[labelSet(of: node)].contains(label) }

  /// The stretches of nodes that have a label, in order, with gaps between them.
  public func nodeRanges(withLabel label: LabelID) -> [Range<UInt32>] {
    Int(label.raw) < rangesOfLabels.count ? rangesOfLabels[Int(label.raw)] : []
  }

  private static func rangesOfLabels(_ parts: Parts) -> [[Range<UInt32>]] {
    var ranges = [[Range<UInt32>]](repeating: [], count: parts.symbols.labels.count)
    for (set, range) in zip(parts.labelSets, parts.labelSetRanges) {
      for label in set where Int(label.raw) < ranges.count { ranges[Int(label.raw)].append(joining: range) }
    }
    return ranges
  }

  public func nodeCount(withLabel label: LabelID) -> Int {
    nodeRanges(withLabel: label).reduce(0) { $0 + $1.count }
  }

  public func property(_ key: PropertyKeyID, of node: NodeIndex) -> Value {
    nodeColumns[Int(key.raw)]?.value(at: node.raw) ?? .null
  }

  /// `nil` for a property that no node has.
  public func nodeColumn(_ key: PropertyKeyID) -> PropertyColumn? {
    Int(key.raw) < nodeColumns.count ? nodeColumns[Int(key.raw)]?.values : nil
  }

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
    var nodes: [NodeIndex] = []
    appendNodes(where: key, equals: value, to: &nodes)
    return nodes
  }

  /// As `nodes(where:equals:)`, behind the nodes that are there.
  func appendNodes(where key: PropertyKeyID, equals value: Value, to nodes: inout [NodeIndex]) {
    indexes.appendNodes(in: self, key: key, value: value, to: &nodes)
  }

  /// The nodes by `key`, made now if they were not asked for before.
  func keyIndex() -> GroupedElements? {
    symbols.propertyKey("key").flatMap { indexes.elements(in: self, key: $0) }
  }

  /// A node by its key.
  public func node(withKey key: String) -> NodeIndex? {
    guard let property = symbols.propertyKey("key") else { return nil }
    return nodes(where: property, equals: .string(key)).first
  }

  /// What a search in a direction along some types follows.
  func lanes(_ direction: TraversalDirection, types: [TypeID]?) -> AdjacencyLanes {
    knownLanes.lanes(direction, types: types, in: self)
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

  /// `nil` for a property that no relationship has.
  public func relationshipColumn(_ key: PropertyKeyID) -> PropertyColumn? {
    Int(key.raw) < relationshipColumns.count ? relationshipColumns[Int(key.raw)]?.values : nil
  }

  /// A relationship by its durable id.
  /// - Complexity: O(*relationships*).
  public func relationship(withID id: Int64) -> RelationshipIndex? {
    relationshipIDs.firstIndex(of: id).map { RelationshipIndex(UInt32($0)) }
  }

  private func sortedPosition(of id: Int64, in ids: ElementIDs, range: Range<UInt32>) -> UInt32? {
    var low = Int(range.lowerBound)
    var high = Int(range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < Int(range.upperBound) && ids[low] == id ? UInt32(low) : nil
  }
}

extension [Range<UInt32>] {
  /// Adds a range behind the others; one that begins where the last ends makes that longer.
  public mutating func append(joining range: Range<UInt32>) {
    if range.isEmpty { return }
    if let last, last.upperBound == range.lowerBound {
      self[count - 1] = last.lowerBound..<range.upperBound
    } else {
      append(range)
    }
  }
}

/// Stands for one snapshot with whoever remembers something about it, and does not keep it alive.
public final class SnapshotMark: Sendable {
  fileprivate init() {}
}
