/// Builds a snapshot from nodes and relationships in any order.
///
/// Ids must be given in rising order for each set of labels, as a scan of the ledger gives them. Labels, types and
/// properties can be given by name, or, for many rows, by the numbers that `labelSet`, `type` and `propertyKey` give.
public struct GraphSnapshotBuilder {
  private let revision: Int64
  private let schema: Schema?
  private var symbols = GraphSymbols()

  private let nodeIDs: GrowingArray<Int64>
  private let nodeLabelSets: GrowingArray<UInt32>
  private var labelSets: [[LabelID]] = []
  private var labelSetNumbers: [[LabelID]: UInt32] = [:]
  private let nodeColumns = ColumnSet()
  private let nodeScanner = PropertyScanner()

  private let relationshipIDs: GrowingArray<Int64>
  private let relationshipTypes: GrowingArray<UInt32>
  private let relationshipStarts: GrowingArray<UInt32>
  private let relationshipEnds: GrowingArray<UInt32>
  private let relationshipColumns = ColumnSet()
  private let relationshipScanner = PropertyScanner()

  /// - Parameters: about how many nodes and relationships will come.
  public init(revision: Int64, schema: Schema? = nil, nodeCount: Int = 0, relationshipCount: Int = 0) {
    self.revision = revision
    self.schema = schema
    nodeIDs = GrowingArray(capacity: nodeCount)
    nodeLabelSets = GrowingArray(capacity: nodeCount)
    relationshipIDs = GrowingArray(capacity: relationshipCount)
    relationshipTypes = GrowingArray(capacity: relationshipCount)
    relationshipStarts = GrowingArray(capacity: relationshipCount)
    relationshipEnds = GrowingArray(capacity: relationshipCount)
  }

  // MARK: Names

  /// The number of a set of labels, for `addNode`.
  public mutating func labelSet(_ labels: [String]) -> UInt32 {
    let set = Set(labels.map { symbols.intern(label: $0) }).sorted()
    if let known = labelSetNumbers[set] { return known }
    let number = UInt32(labelSets.count)
    labelSets.append(set)
    labelSetNumbers[set] = number
    return number
  }

  /// The number of a relationship type, for `addRelationship`.
  public mutating func type(_ name: String) -> TypeID { symbols.intern(type: name) }

  public mutating func propertyKey(_ name: String) -> PropertyKeyID { symbols.intern(propertyKey: name) }

  // MARK: Nodes

  /// Adds a node. Null properties are *no property*.
  /// - Returns: the node's number of arrival, for `addRelationship`; not its number in the snapshot.
  @discardableResult
  public mutating func addNode(id: Int64, labels: [String], properties: some Sequence<(String, Value)>) -> UInt32 {
    let arrival = addNode(id: id, labelSet: labelSet(labels))
    for (name, value) in properties where !value.isNull {
      nodeColumns[propertyKey(name)].append(value, to: arrival)
    }
    return arrival
  }

  /// Adds a node without properties; they follow by `setNodeProperty` and `setNodeProperties`.
  public mutating func addNode(id: Int64, labelSet: UInt32) -> UInt32 {
    let arrival = unsafe UInt32(nodeIDs.count)
    nodeIDs.append(id)
    nodeLabelSets.append(labelSet)
    return arrival
  }

  /// Sets the properties of the node that came last, from a JSON object as the ledger keeps it.
  /// - Throws: `JSONError` for anything else.
  public mutating func setNodeProperties(_ json: Span<UInt8>) throws(JSONError) {
    let element = unsafe UInt32(nodeIDs.count - 1)
    let (scanner, columns) = (nodeScanner, nodeColumns)
    try unsafe json.withUnsafeBufferPointer { (bytes) throws(JSONError) in
      try unsafe scanner.scan(bytes, element: element, naming: { propertyKey($0) }, columns: columns)
    }
  }

  /// Sets a property of the node that came last to a text.
  public mutating func setNodeProperty(_ key: PropertyKeyID, _ text: Span<UInt8>) {
    let column = nodeColumns[key]
    let element = unsafe UInt32(nodeIDs.count - 1)
    unsafe text.withUnsafeBufferPointer { bytes in
      _ = unsafe column.append(text: bytes, to: element) { _ in true }
    }
  }

  // MARK: Relationships

  /// Adds a relationship between two nodes, which are named by their number of arrival.
  public mutating func addRelationship(
    id: Int64, type: String, start: UInt32, end: UInt32, properties: some Sequence<(String, Value)>
  ) {
    let arrival = unsafe UInt32(relationshipIDs.count)
    addRelationship(id: id, type: self.type(type), start: start, end: end)
    for (name, value) in properties where !value.isNull {
      relationshipColumns[propertyKey(name)].append(value, to: arrival)
    }
  }

  /// Adds a relationship without properties; they follow by `setRelationshipProperties`.
  public mutating func addRelationship(id: Int64, type: TypeID, start: UInt32, end: UInt32) {
    relationshipIDs.append(id)
    relationshipTypes.append(type.raw)
    relationshipStarts.append(start)
    relationshipEnds.append(end)
  }

  /// Sets the properties of the relationship that came last, from a JSON object as the ledger keeps it.
  /// - Throws: `JSONError` for anything else.
  public mutating func setRelationshipProperties(_ json: Span<UInt8>) throws(JSONError) {
    let element = unsafe UInt32(relationshipIDs.count - 1)
    let (scanner, columns) = (relationshipScanner, relationshipColumns)
    try unsafe json.withUnsafeBufferPointer { (bytes) throws(JSONError) in
      try unsafe scanner.scan(bytes, element: element, naming: { propertyKey($0) }, columns: columns)
    }
  }

  // MARK: Building

  /// - Complexity: O(nodes + relationships + properties).
  public consuming func build() -> GraphSnapshot {
    let nodeCount = unsafe nodeIDs.count
    let (nodeFinal, labelSetRanges) = GraphSnapshotBuilder.grouping(nodeLabelSets.packed(), groups: labelSets.count)
    let nodeTable = ElementIDs(nodeIDs.packed(), final: nodeFinal)

    let types = relationshipTypes.packed()
    var typeCounts = [UInt32](repeating: 0, count: symbols.types.count)
    for type in types { typeCounts[Int(type)] += 1 }
    let typeRanges = GraphSnapshotBuilder.ranges(typeCounts)
    let arrivingStarts = GraphSnapshotBuilder.renumbered(relationshipStarts, by: nodeFinal)
    let arrivingEnds = GraphSnapshotBuilder.renumbered(relationshipEnds, by: nodeFinal)
    let outgoing = RelationshipSorter(types: types, nodes: arrivingStarts, typeRanges: typeRanges)
    let final = outgoing.final
    let starts = GraphSnapshotBuilder.scattered(arrivingStarts, to: final)
    let ends = GraphSnapshotBuilder.scattered(arrivingEnds, to: final)
    let incoming = RelationshipSorter(types: nil, nodes: ends, typeRanges: typeRanges)
    let incomingRelationships = GraphSnapshotBuilder.inverse(of: incoming.final)

    let keyCount = symbols.propertyKeys.count
    return GraphSnapshot(
      revision: revision, schema: schema,
      parts: GraphSnapshot.Parts(
        symbols: symbols, nodeIDs: nodeTable, relationshipIDs: ElementIDs(relationshipIDs.packed(), final: final),
        starts: starts, ends: ends, incomingRelationships: incomingRelationships,
        incomingNeighbours: GraphSnapshotBuilder.scattered(starts, to: incoming.final),
        outgoing: outgoing.adjacency, incoming: incoming.adjacency, labelSets: labelSets,
        labelSetRanges: labelSetRanges, typeRanges: typeRanges,
        nodeColumns: GraphSnapshotBuilder.columns(nodeColumns, count: keyCount, final: nodeFinal),
        relationshipColumns: GraphSnapshotBuilder.columns(relationshipColumns, count: keyCount, final: final),
        relationshipPatterns: PatternCounter(labelSetRanges: labelSetRanges, nodeCount: nodeCount)
          .patterns(starts: starts, ends: ends, typeRanges: typeRanges)))
  }

  private static func columns(
    _ set: ColumnSet, count: Int, final: PackedArray<UInt32>?
  ) -> [GraphSnapshot.Column?] {
    (0..<count).map { number in
      guard unsafe number < set.builders.count, let built = unsafe set.builders[number].build(final: final) else {
        return nil
      }
      return GraphSnapshot.Column(values: built.column, statistics: built.statistics)
    }
  }

  /// The final number of each node, which is `nil` if they come grouped already, and the stretch of each group.
  private static func grouping(
    _ groups: PackedArray<UInt32>, groups count: Int
  ) -> (final: PackedArray<UInt32>?, ranges: [Range<UInt32>]) {
    var counts = [UInt32](repeating: 0, count: count)
    var isGrouped = true
    var last: UInt32 = 0
    for group in groups {
      counts[Int(group)] += 1
      if group < last { isGrouped = false }
      last = group
    }
    let ranges = ranges(counts)
    if isGrouped { return (nil, ranges) }
    var next = ranges.map(\.lowerBound)
    let final = unsafe PackedArray<UInt32>(count: groups.count) { final in
      for position in 0..<groups.count {
        let group = Int(groups[position])
        unsafe final[position] = next[group]
        next[group] += 1
      }
    }
    return (final, ranges)
  }

  private static func ranges(_ counts: [UInt32]) -> [Range<UInt32>] {
    var start: UInt32 = 0
    return counts.map { count in
      defer { start += count }
      return start..<start + count
    }
  }

  private static func renumbered(
    _ nodes: GrowingArray<UInt32>, by final: PackedArray<UInt32>?
  ) -> PackedArray<UInt32> {
    if let final { for position in unsafe 0..<nodes.count { nodes[position] = final[Int(nodes[position])] } }
    return nodes.packed()
  }

  private static func scattered(_ source: PackedArray<UInt32>, to final: PackedArray<UInt32>) -> PackedArray<UInt32> {
    unsafe PackedArray(count: source.count) { target in
      for position in 0..<source.count { unsafe target[Int(final[position])] = source[position] }
    }
  }

  private static func inverse(of final: PackedArray<UInt32>) -> PackedArray<UInt32> {
    unsafe PackedArray(count: final.count) { target in
      for position in 0..<final.count { unsafe target[Int(final[position])] = UInt32(position) }
    }
  }
}
