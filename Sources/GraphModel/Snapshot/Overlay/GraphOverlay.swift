/// What differs from a snapshot: what was committed since, uncommitted writes, or a *what if*.
///
/// Elements made here are numbered on from the snapshot's own, the committed ones first.
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
  var createdNodes: [CreatedNode] = []
  var createdRelationships: [CreatedRelationship] = []
  /// Relationships made here, by the node they leave and the node they enter.
  var createdOutgoing: [NodeIndex: [RelationshipIndex]] = [:]
  var createdIncoming: [NodeIndex: [RelationshipIndex]] = [:]

  var deletedNodes: Set<NodeIndex> = []
  var deletedRelationships: Set<RelationshipIndex> = []
  /// The ends of relationships made and deleted here, and the nodes whose labels changed.
  var touchedNodes = TouchedNodes()

  /// The labels now, of nodes of the snapshot whose labels changed.
  var changedLabels: [NodeIndex: [LabelID]] = [:]
  /// Properties set on elements of the snapshot; null is *removed*.
  var changedNodeProperties: [NodeIndex: [PropertyKeyID: Value]] = [:]
  var changedRelationshipProperties: [RelationshipIndex: [PropertyKeyID: Value]] = [:]

  /// What was committed since the snapshot's revision; `nil` where nothing of the overlay is.
  var committed: Committed?
  /// What is not committed, of elements that are.
  var pending = Pending()

  struct Committed: Sendable {
    var revision: Int64
    /// By durable id: the elements made since.
    var nodes: [Int64: NodeIndex] = [:]
    var relationships: [Int64: RelationshipIndex] = [:]
    /// By key.
    var nodesByKey: [TextKey: NodeIndex] = [:]
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
