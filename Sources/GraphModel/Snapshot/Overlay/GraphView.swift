/// A graph to read and, for one statement or scenario, to change: a snapshot, and an overlay once something differs.
///
/// While nothing differs every read goes straight to the snapshot.
public struct GraphView: Sendable {
  public let snapshot: GraphSnapshot
  /// Behind a reference, so that a view is cheap to copy; copied itself when it is changed while shared.
  var storage: OverlayStorage?
  private var reservedIDs: ReservedIDs?

  public init(_ snapshot: GraphSnapshot) {
    self.snapshot = snapshot
  }

  /// A graph with nothing in it: what stands where a graph was let go of.
  public static let empty = GraphView(.empty())

  /// What differs from the snapshot; `nil` while nothing does.
  public var overlay: GraphOverlay? { storage?.overlay }

  /// The snapshot's names, and those that the overlay added.
  public var symbols: GraphSymbols { storage?.overlay.symbols ?? snapshot.symbols }

  /// How many names there are, of all kinds.
  public var symbolCount: Int { storage?.overlay.symbols.count ?? snapshot.symbols.count }

  /// Whether anything differs from the snapshot.
  public var hasOverlay: Bool { storage != nil }

  /// Whether two views show the same state of one graph, because neither was changed since one was copied from the
  /// other. As long as both are held this stays so: a change gives the changed one a state of its own.
  public func sharesState(with other: GraphView) -> Bool {
    snapshot.mark === other.snapshot.mark && storage === other.storage
  }

  /// Whether a node has the labels and relationships that the snapshot says.
  public func isAsStored(_ node: NodeIndex) -> Bool {
    guard let storage else { return true }
    return Int(node.raw) < snapshot.nodeCount && !storage.overlay.touchedNodes.contains(node.raw)
  }

  mutating func withOverlay<Result>(_ body: (inout GraphOverlay) -> Result) -> Result {
    if !isKnownUniquelyReferenced(&storage) {
      storage = OverlayStorage(storage?.overlay ?? GraphOverlay(symbols: snapshot.symbols))
    }
    guard let current = storage else { preconditionFailure("made above") }
    return body(&current.overlay)
  }

  public var schema: Schema? { snapshot.schema }

  /// Says which ids the ledger gives next, so that what is made from now on can tell its own. Without it such elements
  /// have placeholders below zero.
  public mutating func reserveIDs(node: Int64, relationship: Int64) {
    reservedIDs = ReservedIDs(
      node: node, firstNode: nodeNumberBound, relationship: relationship,
      firstRelationship: relationshipNumberBound)
  }

  // MARK: Nodes

  /// One past the highest node number; some below it may be deleted.
  public var nodeNumberBound: Int { snapshot.nodeCount + (storage?.overlay.createdNodes.count ?? 0) }
  public var relationshipNumberBound: Int {
    snapshot.relationshipCount + (storage?.overlay.createdRelationships.count ?? 0)
  }

  /// How many nodes there are.
  public var nodeCount: Int { nodeNumberBound - (storage?.overlay.deletedNodes.count ?? 0) }
  public var relationshipCount: Int { relationshipNumberBound - (storage?.overlay.deletedRelationships.count ?? 0) }

  public func isDeleted(_ node: NodeIndex) -> Bool { storage?.overlay.deletedNodes.contains(node) ?? false }
  public func isDeleted(_ relationship: RelationshipIndex) -> Bool {
    storage?.overlay.deletedRelationships.contains(relationship) ?? false
  }

  /// The durable id; of an element that is not committed yet the one that it will have, if ids were reserved.
  public func id(of node: NodeIndex) -> Int64 {
    if Int(node.raw) < snapshot.nodeCount { return snapshot.nodeID(node) }
    if let created = created(node), let id = storage?.overlay.createdNodes[created].id { return id }
    guard let reserved = reservedIDs else { return -1 - Int64(node.raw) + Int64(snapshot.nodeCount) }
    return reserved.node + Int64(node.raw) - Int64(reserved.firstNode)
  }

  public func id(of relationship: RelationshipIndex) -> Int64 {
    if Int(relationship.raw) < snapshot.relationshipCount { return snapshot.relationshipID(relationship) }
    if let created = created(relationship), let id = storage?.overlay.createdRelationships[created].id { return id }
    guard let reserved = reservedIDs else {
      return -1 - Int64(relationship.raw) + Int64(snapshot.relationshipCount)
    }
    return reserved.relationship + Int64(relationship.raw) - Int64(reserved.firstRelationship)
  }

  public func labels(of node: NodeIndex) -> [LabelID] {
    guard let storage else { return snapshot.labels(of: node) }
    if let created = created(node) { return storage.overlay.createdNodes[created].labels }
    return storage.overlay.changedLabels[node] ?? snapshot.labels(of: node)
  }

  public func labelNames(of node: NodeIndex) -> [String] { labels(of: node).map(symbols.name(of:)) }

  public func hasLabel(_ label: LabelID, _ node: NodeIndex) -> Bool {
    storage == nil ? snapshot.hasLabel(label, node) : labels(of: node).contains(label)
  }

  public func property(_ key: PropertyKeyID, of node: NodeIndex) -> Value {
    guard let storage else { return snapshot.property(key, of: node) }
    if let created = created(node) { return storage.overlay.createdNodes[created].properties[key] ?? .null }
    if let changed = storage.overlay.changedNodeProperties[node]?[key] { return changed }
    return isInSnapshot(key) ? snapshot.property(key, of: node) : .null
  }

  public func property(_ name: String, of node: NodeIndex) -> Value {
    symbols.propertyKey(name).map { property($0, of: node) } ?? .null
  }

  /// All properties of a node, in order of property key number.
  /// - Complexity: O(*property keys of the graph*).
  public func properties(of node: NodeIndex) -> [(key: PropertyKeyID, value: Value)] {
    allKeys.compactMap { key in
      let value = property(key, of: node)
      return value.isNull ? nil : (key, value)
    }
  }

  /// The nodes that have a label, or all nodes, as stretches of numbers; deleted ones and ones that lost the label are
  /// among them, and `contains` tells.
  public func candidateRanges(label: LabelID?) -> [Range<UInt32>] {
    guard let label else { return [0..<UInt32(nodeNumberBound)] }
    var ranges = Int(label.raw) < snapshot.symbols.labels.count ? snapshot.nodeRanges(withLabel: label) : []
    guard let overlay else { return ranges }
    let known = ranges
    for node in overlay.changedLabels.keys.sorted() where !known.contains(where: { $0.contains(node.raw) }) {
      ranges.append(node.raw..<node.raw + 1)
    }
    if !overlay.createdNodes.isEmpty { ranges.append(UInt32(snapshot.nodeCount)..<UInt32(nodeNumberBound)) }
    return ranges
  }

  /// Whether a node of `candidateRanges` is really there and has the label.
  public func contains(_ node: NodeIndex, label: LabelID?) -> Bool {
    guard hasOverlay else { return true }
    return !isDeleted(node) && (label.map { hasLabel($0, node) } ?? true)
  }

  /// The live nodes whose property equals a value, in order of number.
  public func nodes(where key: PropertyKeyID, equals value: Value) -> [NodeIndex] {
    var nodes: [NodeIndex] = []
    appendNodes(where: key, equals: value, to: &nodes)
    return nodes
  }

  /// As `nodes(where:equals:)`, behind the nodes that are there.
  public func appendNodes(where key: PropertyKeyID, equals value: Value, to nodes: inout [NodeIndex]) {
    guard let overlay = storage?.overlay else {
      return snapshot.appendNodes(where: key, equals: value, to: &nodes)
    }
    nodes += self.nodes(where: key, equals: value, overlay)
  }

  private func nodes(
    where key: PropertyKeyID, equals value: Value, _ overlay: GraphOverlay
  ) -> [NodeIndex] {
    let found = isInSnapshot(key) ? snapshot.nodes(where: key, equals: value) : []
    var nodes = found.filter { !isDeleted($0) && overlay.changedNodeProperties[$0]?[key] == nil }
    if schema != nil, overlay.createdNodes.count + overlay.changedNodeProperties.count > 64,
      let committed = overlay.committed, key == symbols.propertyKey("key"), case .string(let text) = value
    {
      return nodesByKey(text, key, found: nodes, committed, overlay)
    }
    for (node, properties) in overlay.changedNodeProperties where properties[key] == value && !isDeleted(node) {
      nodes.append(node)
    }
    for (offset, created) in overlay.createdNodes.enumerated() where created.properties[key] == value {
      let node = NodeIndex(UInt32(snapshot.nodeCount + offset))
      if !isDeleted(node) { nodes.append(node) }
    }
    return nodes.sorted()
  }

  /// As `nodes(where:equals:)` for the key of a graph with a schema, which no two nodes share: what is committed is found by hash.
  private func nodesByKey(
    _ text: String, _ key: PropertyKeyID, found: [NodeIndex], _ committed: GraphOverlay.Committed,
    _ overlay: GraphOverlay
  ) -> [NodeIndex] {
    var nodes = Set(found)
    func take(_ node: NodeIndex) {
      if !isDeleted(node), property(key, of: node) == .string(text) { nodes.insert(node) }
    }
    if let node = committed.nodesByKey[TextKey(text)] { take(node) }
    // Uncommitted writes are few: those of one statement.
    for node in overlay.pending.nodeProperties.keys { take(node) }
    for offset in overlay.createdNodes.indices.reversed() {
      if overlay.createdNodes[offset].id != nil { break }
      take(NodeIndex(UInt32(snapshot.nodeCount + offset)))
    }
    return nodes.sorted()
  }

  // MARK: Relationships

  public func type(of relationship: RelationshipIndex) -> TypeID {
    if let storage, let created = created(relationship) { return storage.overlay.createdRelationships[created].type }
    return snapshot.type(of: relationship)
  }

  public func start(of relationship: RelationshipIndex) -> NodeIndex {
    if let storage, let created = created(relationship) { return storage.overlay.createdRelationships[created].start }
    return snapshot.start(of: relationship)
  }

  public func end(of relationship: RelationshipIndex) -> NodeIndex {
    if let storage, let created = created(relationship) { return storage.overlay.createdRelationships[created].end }
    return snapshot.end(of: relationship)
  }

  public func property(_ key: PropertyKeyID, of relationship: RelationshipIndex) -> Value {
    guard let storage else { return snapshot.property(key, of: relationship) }
    if let created = created(relationship) {
      return storage.overlay.createdRelationships[created].properties[key] ?? .null
    }
    if let changed = storage.overlay.changedRelationshipProperties[relationship]?[key] { return changed }
    return isInSnapshot(key) ? snapshot.property(key, of: relationship) : .null
  }

  public func property(_ name: String, of relationship: RelationshipIndex) -> Value {
    symbols.propertyKey(name).map { property($0, of: relationship) } ?? .null
  }

  /// All properties of a relationship, in order of property key number.
  /// - Complexity: O(*property keys of the graph*).
  public func properties(of relationship: RelationshipIndex) -> [(key: PropertyKeyID, value: Value)] {
    allKeys.compactMap { key in
      let value = property(key, of: relationship)
      return value.isNull ? nil : (key, value)
    }
  }

  /// Adds a node's relationships to a buffer, with the node at the other end of each. A relationship from a node to
  /// itself comes once, also in both directions.
  /// - Parameter types: `nil` is every type.
  public func appendRelationships(
    of node: NodeIndex, _ direction: TraversalDirection, types: [TypeID]?, to buffer: inout [Neighbour]
  ) {
    if Int(node.raw) < snapshot.nodeCount {
      if let types {
        for type in types where Int(type.raw) < snapshot.outgoing.count {
          appendStored(of: node, direction, type: Int(type.raw), to: &buffer)
        }
      } else {
        for type in snapshot.outgoing.indices { appendStored(of: node, direction, type: type, to: &buffer) }
      }
    }
    if hasOverlay { appendCreated(of: node, direction, types: types, to: &buffer) }
  }

  private func appendStored(
    of node: NodeIndex, _ direction: TraversalDirection, type: Int, to buffer: inout [Neighbour]
  ) {
    let deleted = storage?.overlay.deletedRelationships ?? []
    if direction != .incoming {
      for position in snapshot.outgoing[type].positions(of: node) {
        let neighbour = Neighbour(RelationshipIndex(UInt32(position)), NodeIndex(snapshot.ends[position]))
        if deleted.isEmpty || !deleted.contains(neighbour.relationship) { buffer.append(neighbour) }
      }
    }
    if direction != .outgoing {
      for position in snapshot.incoming[type].positions(of: node) {
        let start = NodeIndex(snapshot.incomingNeighbours[position])
        if direction == .both, start == node { continue }
        let neighbour = Neighbour(RelationshipIndex(snapshot.incomingRelationships[position]), start)
        if deleted.isEmpty || !deleted.contains(neighbour.relationship) { buffer.append(neighbour) }
      }
    }
  }

  private func appendCreated(
    of node: NodeIndex, _ direction: TraversalDirection, types: [TypeID]?, to buffer: inout [Neighbour]
  ) {
    guard let storage else { return }
    let hasDeleted = !storage.overlay.deletedRelationships.isEmpty
    func isWanted(_ relationship: RelationshipIndex) -> Bool {
      !(hasDeleted && isDeleted(relationship)) && types?.contains(type(of: relationship)) ?? true
    }
    if direction != .incoming {
      for relationship in storage.overlay.createdOutgoing[node] ?? [] where isWanted(relationship) {
        buffer.append(Neighbour(relationship, end(of: relationship)))
      }
    }
    if direction != .outgoing {
      for relationship in storage.overlay.createdIncoming[node] ?? [] where isWanted(relationship) {
        let start = start(of: relationship)
        if direction == .both, start == node { continue }
        buffer.append(Neighbour(relationship, start))
      }
    }
  }

  // MARK: Data of elements

  public func data(of node: NodeIndex) -> NodeData {
    NodeData(
      id: id(of: node), labels: labelNames(of: node),
      properties: Dictionary(uniqueKeysWithValues: properties(of: node).map { (symbols.name(of: $0.key), $0.value) }))
  }

  public func data(of relationship: RelationshipIndex) -> RelationshipData {
    let (start, end) = (start(of: relationship), end(of: relationship))
    return RelationshipData(
      id: id(of: relationship), type: symbols.name(of: type(of: relationship)), start: start, end: end,
      startID: id(of: start), endID: id(of: end),
      properties: Dictionary(
        uniqueKeysWithValues: properties(of: relationship).map { (symbols.name(of: $0.key), $0.value) }))
  }

  // MARK: Numbers

  func created(_ node: NodeIndex) -> Int? {
    let offset = Int(node.raw) - snapshot.nodeCount
    return offset >= 0 ? offset : nil
  }

  func created(_ relationship: RelationshipIndex) -> Int? {
    let offset = Int(relationship.raw) - snapshot.relationshipCount
    return offset >= 0 ? offset : nil
  }

  func isInSnapshot(_ key: PropertyKeyID) -> Bool { Int(key.raw) < snapshot.symbols.propertyKeys.count }

  private var allKeys: some Sequence<PropertyKeyID> {
    (0..<UInt32(symbols.propertyKeys.count)).lazy.map { PropertyKeyID($0) }
  }
}

/// Holds an overlay; changed by the one view that holds it alone.
final class OverlayStorage: @unchecked Sendable {
  var overlay: GraphOverlay

  init(_ overlay: GraphOverlay) { self.overlay = overlay }
}

/// A relationship as seen from one of its ends: it, and the node at the other end.
@frozen
public struct Neighbour: Hashable, Sendable, BitwiseCopyable {
  public var relationship: RelationshipIndex
  public var node: NodeIndex

  @inlinable
  public init(_ relationship: RelationshipIndex, _ node: NodeIndex) {
    self.relationship = relationship
    self.node = node
  }
}

/// Where the ids of new elements begin, and the numbers of the first elements that get them.
private struct ReservedIDs: Sendable {
  var node: Int64
  var firstNode: Int
  var relationship: Int64
  var firstRelationship: Int
}
