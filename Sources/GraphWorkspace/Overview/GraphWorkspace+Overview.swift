public import GraphModel
import GraphStore

extension GraphWorkspace {
  /// Revision, size and counts of the database, and its latest changes.
  /// - Throws: `StoreError`.
  public func info() throws -> DatabaseOverview {
    let ledger = try ledger()
    let info = try ledger.info()
    let mapFile = try ledger.mapFileInfo()
    return DatabaseOverview(
      path: databasePath, revision: info.revision, fileSize: info.fileSize, nodeCount: info.nodeCount,
      relationshipCount: info.relationshipCount,
      mapFile: mapFile.map { DatabaseOverview.MapFile(path: $0.path, size: $0.size, revision: $0.revision) },
      kinds: info.kinds.map { DatabaseOverview.Count(name: $0.name, count: $0.count) },
      relationshipTypes: info.relationshipTypes.map { DatabaseOverview.Count(name: $0.name, count: $0.count) },
      changes: info.changeSets.map {
        DatabaseOverview.ChangeSet(
          revision: $0.revision, recordedAt: $0.recordedAt, actor: $0.actor, reason: $0.reason,
          caseNumber: $0.caseNumber)
      })
  }

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

  /// What the schema calls the kinds, by name; empty without a schema.
  /// - Throws: `StoreError`.
  public func kindCaptions(in language: CaptionLanguage) throws -> [String: String] {
    var captions: [String: String] = [:]
    for kind in try ledger().schema?.kinds ?? [] { captions[kind.name] = kind.caption.text(in: language) }
    return captions
  }

  private static func counts(_ counts: [LedgerInfo.Count]) -> [TextKey: Int] {
    var byName: [TextKey: Int] = [:]
    for count in counts { byName[TextKey(count.name)] = count.count }
    return byName
  }
}
