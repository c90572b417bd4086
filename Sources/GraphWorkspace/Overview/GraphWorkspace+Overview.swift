public import GraphModel
public import GraphStore

/// What a graph may hold and how much of it there is.
public struct SchemaOverview: Sendable {
  public struct Kind: Sendable {
    /// Declared, or just the label where the graph has no schema.
    public var definition: NodeKind
    public var count: Int
  }

  public struct Relationship: Sendable {
    public var definition: RelationshipType
    public var count: Int
  }

  /// In the order of the schema; without one by name.
  public var kinds: [Kind]
  public var relationships: [Relationship]
  public var hasSchema: Bool
}

extension GraphWorkspace {
  /// Revision, size and counts of the database.
  /// - Throws: `StoreError`.
  public func info() throws -> LedgerInfo { try ledger().info() }

  /// Kinds and relationship types with counts.
  /// - Throws: `StoreError`.
  public func schemaOverview() throws -> SchemaOverview {
    let ledger = try ledger()
    let info = try ledger.info()
    let schema = try ledger.schema
    var kinds = schema?.kinds ?? []
    var types = schema?.relationshipTypes ?? []
    for count in info.kinds where schema?.kind(named: count.name) == nil { kinds.append(NodeKind(name: count.name)) }
    for count in info.relationshipTypes where schema?.relationshipType(named: count.name) == nil {
      types.append(RelationshipType(name: count.name, from: [], to: []))
    }
    let kindCounts = Self.counts(info.kinds)
    let typeCounts = Self.counts(info.relationshipTypes)
    return SchemaOverview(
      kinds: kinds.map { SchemaOverview.Kind(definition: $0, count: kindCounts[TextKey($0.name)] ?? 0) },
      relationships: types.map {
        SchemaOverview.Relationship(definition: $0, count: typeCounts[TextKey($0.name)] ?? 0)
      }, hasSchema: schema != nil)
  }

  private static func counts(_ counts: [LedgerInfo.Count]) -> [TextKey: Int] {
    var byName: [TextKey: Int] = [:]
    for count in counts { byName[TextKey(count.name)] = count.count }
    return byName
  }
}
