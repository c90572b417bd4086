public import Diagnostics
public import GraphModel

/// Writes a whole graph as a folder, in the one canonical way: equal graphs give equal bytes.
///
/// Nodes and relationships are handed over in any order; nothing is written before `finish()`, which replaces all files
/// or none of them as far as a file system allows it.
///
///     var writer = GraphFolderWriter(directory: "graph", schema: schema)
///     for … { try writer.addNode(kind: "Council", key: "sor-akut-vard", properties: [:]) }
///     let saved = try writer.finish()
/// - Complexity: memory for the text of the whole graph.
public struct GraphFolderWriter {
  /// How much was written.
  public struct Summary: Hashable, Sendable {
    public var nodes = 0
    public var relationships = 0
    /// Paths of the files, in the order of the schema.
    public var files: [String] = []
  }

  private let directory: String
  private let schema: Schema
  private var nodeTables: [TextKey: PendingTable] = [:]
  private var relationshipTables: [TextKey: PendingTable] = [:]

  public init(directory: String, schema: Schema) {
    self.directory = directory
    self.schema = schema
  }

  /// - Throws: a `Diagnostic` for a kind or property that the schema lacks, and for a value that no cell can hold.
  public mutating func addNode(kind: String, key: String, properties: [PropertyAssignment]) throws(Diagnostic) {
    guard let definition = schema.kind(named: kind) else {
      throw GraphFolderWriter.refusal("node '\(key)' is of kind '\(kind)', which the schema does not have")
    }
    let values = try GraphFolderWriter.values(
      of: properties, declared: definition.properties, besides: "key", owner: "node '\(key)'")
    do throws(CellMistake) {
      try nodeTables[
        TextKey(kind), default: PendingTable(ends: ["key"], properties: definition.properties)
      ].add(ends: [key], values: values)
    } catch {
      throw GraphFolderWriter.refusal("node '\(key)', \(error.message)")
    }
  }

  /// - Throws: as `addNode`.
  public mutating func addRelationship(
    type: String, from: String, to: String, properties: [PropertyAssignment]
  ) throws(Diagnostic) {
    let owner = "relationship '\(from)' \(type) '\(to)'"
    guard let definition = schema.relationshipType(named: type) else {
      throw GraphFolderWriter.refusal("\(owner) is of a type that the schema does not have")
    }
    let values = try GraphFolderWriter.values(
      of: properties, declared: definition.properties, besides: nil, owner: owner)
    do throws(CellMistake) {
      try relationshipTables[
        TextKey(type),
        default: PendingTable(
          ends: ["from", "to"], properties: definition.properties, identity: definition.identity)
      ].add(ends: [from, to], values: values)
    } catch {
      throw GraphFolderWriter.refusal("\(owner), \(error.message)")
    }
  }

  /// Writes the schema and a table for each kind and type that has rows.
  ///
  /// - Parameter writingSchema: `false` for a folder that is loaded together with one that has the schema.
  /// - Throws: `DiagnosticsError` if the folder holds CSV files that these do not replace, or a name cannot be that of a
  ///   file; `FileError` where the machine fails. The old files stand then.
  public func finish(writingSchema: Bool = true) throws -> Summary {
    let nodes = Directory.path(directory, GraphFolderNaming.nodesFolder)
    let relationships = Directory.path(directory, GraphFolderNaming.relationshipsFolder)
    var tables: [(path: String, table: PendingTable)] = []
    var summary = Summary()
    for kind in schema.kinds {
      guard let table = nodeTables[TextKey(kind.name)] else { continue }
      tables.append((Directory.path(nodes, kind.name + ".csv"), table))
      summary.nodes += table.rowCount
    }
    for type in schema.relationshipTypes {
      guard let table = relationshipTables[TextKey(type.name)] else { continue }
      tables.append((Directory.path(relationships, type.name + ".csv"), table))
      summary.relationships += table.rowCount
    }
    let schemaPath = Directory.path(directory, GraphFolderNaming.schemaFile)
    summary.files = (writingSchema ? [schemaPath] : []) + tables.map(\.path)
    try refuseUnusableNames()
    // Files of kinds and types that have no rows any more: a save wrote them, and the next one takes them away.
    let emptied =
      schema.kinds.filter { nodeTables[TextKey($0.name)] == nil }.map { Directory.path(nodes, $0.name + ".csv") }
      + schema.relationshipTypes.filter { relationshipTables[TextKey($0.name)] == nil }
      .map { Directory.path(relationships, $0.name + ".csv") }
    try refuseForeignFiles(
      in: [directory, nodes, relationships], except: Set((summary.files + emptied).map { TextKey($0) }))
    try Directory.create(directory)
    if !nodeTables.isEmpty { try Directory.create(nodes) }
    if !relationshipTables.isEmpty { try Directory.create(relationships) }
    var replacement = FileReplacement()
    do {
      if writingSchema {
        let schemaText = Array(SchemaWriter.write(schema).utf8)
        try replacement.add(schemaPath) { append throws(FileError) in try append(schemaText) }
      }
      for (path, table) in tables {
        try replacement.add(path) { append throws(FileError) in try table.write(append) }
      }
      try replacement.commit()
      for path in emptied { try Directory.removeFile(path) }
    } catch {
      replacement.discard()
      throw error
    }
    return summary
  }

  // MARK: Refusals

  private static func refusal(_ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(id: "cannot-save", message: message, hint: hint)
  }

  private static func values(
    of properties: [PropertyAssignment], declared: [PropertyDefinition], besides: String?, owner: String
  ) throws(Diagnostic) -> [Value] {
    for property in properties where property.name != besides {
      if declared.contains(where: { $0.name.isIdenticalText(to: property.name) }) { continue }
      throw refusal("\(owner) has a property '\(property.name)', which the schema does not declare")
    }
    return declared.map { definition in
      properties.first { $0.name.isIdenticalText(to: definition.name) }?.value ?? .null
    }
  }

  private func refuseUnusableNames() throws(DiagnosticsError) {
    let names = schema.kinds.map(\.name) + schema.relationshipTypes.map(\.name)
    let unusable = names.filter { !GraphFolderNaming.isUsable($0) }
    if unusable.isEmpty { return }
    throw DiagnosticsError(unusable.map { GraphFolderWriter.refusal("'\($0)' cannot be the name of a file") })
  }

  private func refuseForeignFiles(in folders: [String], except own: Set<TextKey>) throws {
    var foreign = DiagnosticCollector()
    for folder in folders where Directory.kind(of: folder) == .folder {
      for file in try Directory.names(in: folder) where GraphFolderNaming.isTable(file) {
        let path = Directory.path(folder, file)
        if own.contains(TextKey(path)) { continue }
        foreign.add(
          Diagnostic(
            id: "foreign-file", message: "the folder holds a CSV file that saving would not replace",
            place: DiagnosticPlace(source: path, line: 1, column: 1),
            hint: "remove it, or save into an empty folder"))
      }
    }
    try foreign.throwIfErrors()
  }
}

extension GraphFolderWriter {
  /// - Throws: as the other `addNode`.
  public mutating func addNode(kind: String, key: String, properties: [String: Value]) throws(Diagnostic) {
    try addNode(kind: kind, key: key, properties: properties.map { PropertyAssignment(name: $0, value: $1) })
  }

  /// - Throws: as `addNode`.
  public mutating func addRelationship(
    type: String, from: String, to: String, properties: [String: Value]
  ) throws(Diagnostic) {
    try addRelationship(
      type: type, from: from, to: to, properties: properties.map { PropertyAssignment(name: $0, value: $1) })
  }
}
