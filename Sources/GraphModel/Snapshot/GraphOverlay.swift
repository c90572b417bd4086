/// What differs from a snapshot: uncommitted writes, or a *what if*.
///
/// Elements made here are numbered on from the snapshot's own.
public struct GraphOverlay: Sendable {
  struct CreatedNode: Sendable {
    var labels: [LabelID]
    var properties: [PropertyKeyID: Value]
  }

  struct CreatedRelationship: Sendable {
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

  /// The labels now, of nodes of the snapshot whose labels changed.
  var changedLabels: [NodeIndex: [LabelID]] = [:]
  /// Properties set on elements of the snapshot; null is *removed*.
  var changedNodeProperties: [NodeIndex: [PropertyKeyID: Value]] = [:]
  var changedRelationshipProperties: [RelationshipIndex: [PropertyKeyID: Value]] = [:]

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
