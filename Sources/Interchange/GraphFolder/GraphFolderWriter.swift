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
    var summary = Summary()
    var nodes: [TextKey: TableText] = [:]
    for (kind, table) in nodeTables {
      summary.nodes += table.rowCount
      nodes[kind] = { take in try table.write(take) }
    }
    var relationships: [TextKey: TableText] = [:]
    for (type, table) in relationshipTables {
      summary.relationships += table.rowCount
      relationships[type] = { take in try table.write(take) }
    }
    summary.files = try replaceFiles(nodes: nodes, relationships: relationships, writingSchema: writingSchema)
    return summary
  }

  /// Writes a graph as it stands, out of its map: rows stream into the files.
  /// - Throws: as `finish`, and a `Diagnostic` for a value that no cell can hold.
  public static func write(_ graph: GraphView, schema: Schema, to directory: String) throws -> Summary {
    let tables = GraphTables(graph)
    var summary = Summary()
    var nodes: [TextKey: TableText] = [:]
    for kind in schema.kinds {
      let count = tables.nodeCount(kind)
      summary.nodes += count
      if count > 0 { nodes[TextKey(kind.name)] = { take in try tables.writeNodes(kind, take) } }
    }
    var relationships: [TextKey: TableText] = [:]
    for type in schema.relationshipTypes {
      let count = tables.relationshipCount(type)
      summary.relationships += count
      if count > 0 { relationships[TextKey(type.name)] = { take in try tables.writeRelationships(type, take) } }
    }
    summary.files = try GraphFolderWriter(directory: directory, schema: schema)
      .replaceFiles(nodes: nodes, relationships: relationships, writingSchema: true)
    return summary
  }

  // MARK: Files

  /// Hands the text of a table on in portions.
  private typealias TableText = ((([UInt8]) throws -> Void) throws -> Void)

  /// - Parameters: the tables by kind and by type.
  /// - Returns: the files, in the order of the schema.
  private func replaceFiles(
    nodes nodeTexts: [TextKey: TableText], relationships relationshipTexts: [TextKey: TableText], writingSchema: Bool
  ) throws -> [String] {
    let nodes = Directory.path(directory, GraphFolderNaming.nodesFolder)
    let relationships = Directory.path(directory, GraphFolderNaming.relationshipsFolder)
    var tables: [(path: String, text: TableText)] = []
    // Files of kinds and types that have no rows any more: a save wrote them, and the next one takes them away.
    var emptied: [String] = []
    let all =
      schema.kinds.map { (Directory.path(nodes, $0.name + ".csv"), nodeTexts[TextKey($0.name)]) }
      + schema.relationshipTypes.map {
        (Directory.path(relationships, $0.name + ".csv"), relationshipTexts[TextKey($0.name)])
      }
    for (path, text) in all {
      if let text { tables.append((path, text)) } else { emptied.append(path) }
    }
    let schemaPath = Directory.path(directory, GraphFolderNaming.schemaFile)
    let files = (writingSchema ? [schemaPath] : []) + tables.map(\.path)
    try refuseUnusableNames()
    try refuseForeignFiles(
      in: [directory, nodes, relationships], except: Set((files + emptied).map { TextKey($0) }))
    try Directory.create(directory)
    if !nodeTexts.isEmpty { try Directory.create(nodes) }
    if !relationshipTexts.isEmpty { try Directory.create(relationships) }
    var replacement = FileReplacement()
    do {
      if writingSchema {
        let schemaText = Array(SchemaWriter.write(schema).utf8)
        try replacement.add(schemaPath) { append in try append(schemaText) }
      }
      for (path, text) in tables { try replacement.add(path, write: text) }
      try replacement.commit()
      for path in emptied { try Directory.removeFile(path) }
    } catch {
      replacement.discard()
      throw error
    }
    return files
  }

  // MARK: Refusals

  static func refusal(_ message: String, hint: String? = nil) -> Diagnostic {
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
