/// Builds a snapshot from nodes and relationships in any order.
///
/// Ids must be given in rising order for each set of labels, as a scan of the ledger gives them.
public struct GraphSnapshotBuilder {
  private let revision: Int64
  private let schema: Schema?
  /// The ids that follow; `nil`: those after the highest ones given.
  public var nextIDs: (node: Int64, relationship: Int64)?
  private var symbols = GraphSymbols()

  private var nodeIDs: [Int64] = []
  private var nodeLabelSets: [UInt32] = []
  private var labelSets: [[LabelID]] = []
  private var labelSetNumbers: [[LabelID]: UInt32] = [:]
  private var nodeColumns: [PropertyColumnBuilder?] = []

  private var relationshipIDs: [Int64] = []
  private var relationshipTypes: [UInt32] = []
  private var relationshipStarts: [UInt32] = []
  private var relationshipEnds: [UInt32] = []
  private var relationshipColumns: [PropertyColumnBuilder?] = []

  public init(revision: Int64, schema: Schema? = nil) {
    self.revision = revision
    self.schema = schema
  }

  /// Adds a node. Null properties are *no property*.
  /// - Returns: the node's number of arrival, for `addRelationship`; not its number in the snapshot.
  @discardableResult
  public mutating func addNode(id: Int64, labels: [String], properties: some Sequence<(String, Value)>) -> UInt32 {
    let set = Set(labels.map { symbols.intern(label: $0) }).sorted()
    let number: UInt32
    if let known = labelSetNumbers[set] {
      number = known
    } else {
      number = UInt32(labelSets.count)
      labelSets.append(set)
      labelSetNumbers[set] = number
    }
    let arrival = UInt32(nodeIDs.count)
    nodeIDs.append(id)
    nodeLabelSets.append(number)
    for (name, value) in properties where !value.isNull {
      let key = Int(symbols.intern(propertyKey: name).raw)
      GraphSnapshotBuilder.append(value, to: arrival, column: key, of: &nodeColumns)
    }
    return arrival
  }

  /// Adds a relationship between two nodes, which are named by their number of arrival.
  public mutating func addRelationship(
    id: Int64, type: String, start: UInt32, end: UInt32, properties: some Sequence<(String, Value)>
  ) {
    let arrival = UInt32(relationshipIDs.count)
    relationshipIDs.append(id)
    relationshipTypes.append(symbols.intern(type: type).raw)
    relationshipStarts.append(start)
    relationshipEnds.append(end)
    for (name, value) in properties where !value.isNull {
      let key = Int(symbols.intern(propertyKey: name).raw)
      GraphSnapshotBuilder.append(value, to: arrival, column: key, of: &relationshipColumns)
    }
  }

  private static func append(
    _ value: Value, to arrival: UInt32, column: Int, of columns: inout [PropertyColumnBuilder?]
  ) {
    while columns.count <= column { columns.append(nil) }
    if columns[column] == nil { columns[column] = PropertyColumnBuilder() }
    columns[column]?.append(value, to: arrival)
  }

  /// - Complexity: O(nodes + relationships + properties).
  public consuming func build() -> GraphSnapshot {
    let (nodeOrder, labelSetRanges) = order(by: nodeLabelSets, groups: labelSets.count)
    let nodeFinal = inverse(of: nodeOrder)
    let starts = relationshipStarts.map { nodeFinal[Int($0)] }
    let ends = relationshipEnds.map { nodeFinal[Int($0)] }
    // Least significant first: by start node, then stably by type.
    let byStart = order(by: starts, groups: nodeIDs.count).order
    let (byTypeOfStart, typeRanges) = order(
      by: byStart.map { relationshipTypes[Int($0)] }, groups: symbols.types.count)
    let relationshipOrder = byTypeOfStart.map { byStart[Int($0)] }
    let relationshipFinal = inverse(of: relationshipOrder)
    let finalStarts = relationshipOrder.map { starts[Int($0)] }
    let finalEnds = relationshipOrder.map { ends[Int($0)] }

    let byEnd = order(by: finalEnds, groups: nodeIDs.count).order
    let finalTypes = relationshipOrder.map { relationshipTypes[Int($0)] }
    let byTypeOfEnd = order(by: byEnd.map { finalTypes[Int($0)] }, groups: symbols.types.count).order
    let incoming = byTypeOfEnd.map { byEnd[Int($0)] }
    let incomingEnds = incoming.map { finalEnds[Int($0)] }

    let keyCount = symbols.propertyKeys.count
    let ids = nodeIDs
    let relIDs = relationshipIDs
    return GraphSnapshot(
      revision: revision, schema: schema, nextNodeID: nextIDs?.node ?? (ids.max() ?? 0) + 1,
      nextRelationshipID: nextIDs?.relationship ?? (relIDs.max() ?? 0) + 1, symbols: symbols,
      nodeIDs: PackedArray(nodeOrder.map { ids[Int($0)] }),
      relationshipIDs: PackedArray(relationshipOrder.map { relIDs[Int($0)] }),
      starts: PackedArray(finalStarts), ends: PackedArray(finalEnds),
      incomingRelationships: PackedArray(incoming),
      incomingNeighbours: PackedArray(incoming.map { finalStarts[Int($0)] }),
      outgoing: typeRanges.map { adjacency(of: finalStarts, in: $0) },
      incoming: typeRanges.map { adjacency(of: incomingEnds, in: $0) },
      labelSets: labelSets, labelSetRanges: labelSetRanges, typeRanges: typeRanges,
      nodeColumns: columns(nodeColumns, count: keyCount) { nodeFinal[Int($0)] },
      relationshipColumns: columns(relationshipColumns, count: keyCount) { relationshipFinal[Int($0)] })
  }

  private func columns(
    _ builders: [PropertyColumnBuilder?], count: Int, final: (UInt32) -> UInt32
  ) -> [PropertyColumn?] {
    (0..<count).map { $0 < builders.count ? builders[$0]?.build(final: final) : nil }
  }

  /// A stable counting sort: positions in order of their group, and the stretch of each group.
  private func order(by groups: [UInt32], groups count: Int) -> (order: [UInt32], ranges: [Range<UInt32>]) {
    var offsets = [UInt32](repeating: 0, count: count + 1)
    for group in groups { offsets[Int(group) + 1] += 1 }
    for group in 0..<count { offsets[group + 1] += offsets[group] }
    let ranges = (0..<count).map { offsets[$0]..<offsets[$0 + 1] }
    var order = [UInt32](repeating: 0, count: groups.count)
    for (position, group) in groups.enumerated() {
      order[Int(offsets[Int(group)])] = UInt32(position)
      offsets[Int(group)] += 1
    }
    return (order, ranges)
  }

  private func inverse(of order: [UInt32]) -> [UInt32] {
    var inverse = [UInt32](repeating: 0, count: order.count)
    for (position, element) in order.enumerated() { inverse[Int(element)] = UInt32(position) }
    return inverse
  }

  /// - Parameter nodes: the node of each position, rising within `range`.
  private func adjacency(of nodes: [UInt32], in range: Range<UInt32>) -> Adjacency {
    guard !range.isEmpty else { return Adjacency(first: 0, offsets: PackedArray([])) }
    let first = nodes[Int(range.lowerBound)]
    let last = nodes[Int(range.upperBound) - 1]
    var offsets = [UInt32](repeating: 0, count: Int(last - first) + 2)
    var position = range.lowerBound
    for node in first...last {
      offsets[Int(node - first)] = position
      while position < range.upperBound, nodes[Int(position)] == node { position += 1 }
    }
    offsets[offsets.count - 1] = range.upperBound
    return Adjacency(first: first, offsets: PackedArray(offsets))
  }
}
