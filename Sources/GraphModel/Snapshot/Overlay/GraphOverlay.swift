/// What differs from a snapshot: what was committed since, uncommitted writes, or a *what if*.
///
/// Elements made here are numbered on from the snapshot's own, the committed ones first. What grows with the commits that
/// are followed is kept in pieces that copies share: each statement that writes makes a copy.
public struct GraphOverlay: Sendable {
  struct CreatedNode: Sendable {
    /// The durable id; `nil` until it is committed.
    var id: Int64?
    var labels: [LabelID]
    var properties: [PropertyKeyID: Value]
  }

  struct CreatedRelationship: Sendable {
    /// The durable id; `nil` until it is committed.
    var id: Int64?
    var type: TypeID
    var start: NodeIndex
    var end: NodeIndex
    var properties: [PropertyKeyID: Value]
  }

  /// The snapshot's names, and those added here.
  var symbols: GraphSymbols
  var createdNodes = ChunkedArray<CreatedNode>()
  var createdRelationships = ChunkedArray<CreatedRelationship>()
  /// Relationships made here, by the node they leave and the node they enter.
  var createdOutgoing = ShardedDictionary<NodeIndex, [RelationshipIndex]>()
  var createdIncoming = ShardedDictionary<NodeIndex, [RelationshipIndex]>()

  var deletedNodes: Set<NodeIndex> = []
  var deletedRelationships: Set<RelationshipIndex> = []
  /// The ends of relationships made and deleted here, and the nodes whose labels changed.
  var touchedNodes = TouchedNodes()

  /// The labels now, of nodes of the snapshot whose labels changed.
  var changedLabels = ShardedDictionary<NodeIndex, [LabelID]>()
  /// Properties set on elements of the snapshot; null is *removed*.
  var changedNodeProperties = ShardedDictionary<NodeIndex, [PropertyKeyID: Value]>()
  var changedRelationshipProperties = ShardedDictionary<RelationshipIndex, [PropertyKeyID: Value]>()

  /// What was committed since the snapshot's revision; `nil` where nothing of the overlay is.
  var committed: Committed?
  /// What is not committed, of elements that are.
  var pending = Pending()

  struct Committed: Sendable {
    var revision: Int64
    /// By durable id: the elements made since.
    var nodes = ShardedDictionary<Int64, NodeIndex>()
    var relationships = ShardedDictionary<Int64, RelationshipIndex>()
    /// By key.
    var nodesByKey = ShardedDictionary<TextKey, NodeIndex>()
  }

  /// Writes that are no part of the ledger yet, apart from elements made by them.
  struct Pending: Sendable {
    /// The labels before, of nodes whose labels changed.
    var labels: [NodeIndex: [LabelID]] = [:]
    /// Properties set; null is *removed*.
    var nodeProperties: [NodeIndex: [PropertyKeyID: Value]] = [:]
    var relationshipProperties: [RelationshipIndex: [PropertyKeyID: Value]] = [:]
    var deletedNodes: Set<NodeIndex> = []
    var deletedRelationships: Set<RelationshipIndex> = []
  }

  init(symbols: GraphSymbols) {
    self.symbols = symbols
  }

  /// Properties by number; null is *no property*.
  mutating func interned(_ properties: some Sequence<(String, Value)>) -> [PropertyKeyID: Value] {
    var stored: [PropertyKeyID: Value] = [:]
    for (name, value) in properties where !value.isNull { stored[symbols.intern(propertyKey: name)] = value }
    return stored
  }
}
