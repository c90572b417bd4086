public import Diagnostics
public import GraphModel

/// A row of a node table, as a value.
public enum NodeRow: Sendable {
  case sound(NodeRecord)
  /// A row with a mistake that has been reported. Its key counts as known, so that relationships to it are not blamed.
  case damaged(DamagedNode)
}

/// What is known of a node whose row has a mistake.
public struct DamagedNode: Sendable {
  public var key: String
  /// `nil` where the file's name names no kind.
  public var kind: String?
  public var place: RecordPlace
  /// `nil` where the row's form is wrong, so that another cell may stand in the key's place.
  public var keyColumn: Int?
}

/// What is known of a relationship whose row has a mistake that has been reported.
public struct DamagedRelationship: Sendable {
  public var type: String
  /// `nil` where the cell could not be read.
  public var from: String?
  public var to: String?
  public var place: RecordPlace
  public var fromColumn: Int
  public var toColumn: Int
}

/// Reads folders in the format of a graph: the schema, then nodes, then relationships, as streams.
///
/// Every mistake is one diagnostic and stops nothing; the caller adds its own to `diagnostics` in between, so that all
/// findings come together.
///
///     let reader = GraphFolderReader(directories: ["graph", "graph/region"])
///     let schema = merged(stored, reader.readSchema())
///     try reader.readRows(schema: schema, nodes: { row, table in … }, relationships: { row, table in … })
///     try reader.diagnostics.throwIfErrors()
/// - Source: contract §2.
public final class GraphFolderReader {
  /// What was found so far.
  public var diagnostics: DiagnosticCollector
  /// Node rows could not be read so far that their keys are known: an unknown end may be one of them.
  public private(set) var hasUnreadKeys = false
  /// The kinds and types that have a file, in the order of the schema, once `read` is done.
  public private(set) var loadedKinds: [String] = []
  public private(set) var loadedTypes: [String] = []
  /// Whether the schema of the folders is less than its file means to say, because of a mistake that was reported.
  public var isSchemaIncomplete: Bool { schemaReading?.hasErrors ?? false }
  /// The schema file of the folders, if there is one.
  public var schemaPath: String? { listing.schemaFiles.first }

  private var bytesOfReadFiles = 0
  private var bytesOfOpenFile = 0
  private let listing: GraphFolderListing
  private var schemaReading: SchemaReading?

  /// Looks which files there are; reads none yet.
  public init(directories: [String], diagnosticLimit: Int = 100) {
    var diagnostics = DiagnosticCollector(limit: diagnosticLimit)
    listing = GraphFolderListing(directories: directories, reporting: &diagnostics)
    self.diagnostics = diagnostics
  }

  /// The schema of the folders as far as it can be understood; `nil` where they have none or nothing of it can.
  public func readSchema() -> Schema? {
    guard let path = listing.schemaFiles.first else { return nil }
    for other in listing.schemaFiles.dropFirst() {
      diagnostics.add(
        Diagnostic(
          id: "second-schema", message: "folders loaded together have one schema, and '\(path)' is one already",
          place: DiagnosticPlace(source: other, line: 1, column: 1)))
    }
    do throws(FileError) {
      let reading = try SchemaReader.read(path: path)
      diagnostics.add(contentsOf: reading.diagnostics)
      schemaReading = reading
      return reading.schema
    } catch {
      diagnostics.add(GraphFolderListing.unreadable(error))
      return nil
    }
  }

  /// Reads all rows: node tables first, by kind in the schema's order, then by folder and file name.
  ///
  /// - Parameters:
  ///   - schema: the schema in force: the stored one and the folders' together. Without one only the form of the tables
  ///     is checked and every node row is damaged.
  ///   - nodes: takes each row without a mistake; the next one overwrites it.
  ///   - damagedNodes: takes each row with a mistake whose key can be read.
  ///   - relationships: takes each row without a mistake.
  ///   - damagedRelationships: takes each row with a mistake of which at least the form is right.
  /// - Throws: what the closures throw.
  /// - Complexity: one row is in memory at a time.
  public func readRows(
    schema: Schema?, nodes: (borrowing EncodedRow, RowTable) throws -> Void,
    damagedNodes: (DamagedNode) throws -> Void = { _ in },
    relationships: (borrowing EncodedRow, RowTable) throws -> Void,
    damagedRelationships: (DamagedRelationship) throws -> Void = { _ in }
  ) throws {
    bytesOfReadFiles = 0
    let kinds = ordered(
      listing.nodeTables, names: schema?.kinds.map(\.name), what: "kind",
      mayLack: schema == nil || schemaReading?.mayLackKinds == true)
    loadedKinds = unique(kinds.compactMap(\.name))
    for table in kinds {
      try readNodes(
        table.table, kind: table.name.flatMap { schema?.kind(named: $0) }, take: nodes, takeDamaged: damagedNodes)
    }
    let types = ordered(
      listing.relationshipTables, names: schema?.relationshipTypes.map(\.name), what: "relationship type",
      mayLack: schema == nil || schemaReading?.mayLackTypes == true)
    loadedTypes = unique(types.compactMap(\.name))
    for table in types {
      try readRelationships(
        table.table, type: table.name.flatMap { schema?.relationshipType(named: $0) }, take: relationships,
        takeDamaged: damagedRelationships)
    }
  }

  /// Reads all rows as values, in the order of `readRows`.
  /// - Throws: what the closures throw.
  public func read(
    schema: Schema?, damagedRelationships: (DamagedRelationship) throws -> Void = { _ in },
    nodes: (NodeRow) throws -> Void, relationships: (RelationshipRecord) throws -> Void
  ) throws {
    try readRows(
      schema: schema, nodes: { row, table in try nodes(.sound(NodeRecord(copy row, of: table))) },
      damagedNodes: { node in try nodes(.damaged(node)) },
      relationships: { row, table in try relationships(RelationshipRecord(copy row, of: table)) },
      damagedRelationships: damagedRelationships)
  }

  /// Bytes of all tables.
  public var byteCount: Int {
    (listing.nodeTables + listing.relationshipTables).reduce(0) { $0 + Directory.size(of: $1.path) }
  }

  /// Bytes of the tables that were read so far.
  public var bytesRead: Int { bytesOfReadFiles + bytesOfOpenFile }

  // MARK: Tables

  private func readNodes(
    _ table: GraphFolderListing.Table, kind: NodeKind?, take: (borrowing EncodedRow, RowTable) throws -> Void,
    takeDamaged: (DamagedNode) throws -> Void
  ) throws {
    let owner = kind.map { "kind '\($0.name)'" } ?? "the kind"
    let isOpen = kind.map { schemaReading?.incompleteKinds.contains(TextKey($0.name)) ?? false } ?? true
    guard
      var rows = open(
        table, ends: ["key"], declared: kind?.properties, name: kind?.name ?? "", owner: owner, isOpen: isOpen)
    else {
      hasUnreadKeys = true
      return
    }
    while try next(&rows) {
      if rows.isSound, kind != nil {
        try take(rows.row, rows.table)
        continue
      }
      guard rows.hasFirst else {
        hasUnreadKeys = true
        continue
      }
      let isCertain = !rows.reader.isMisshapen && rows.columns.areEndsCertain
      try takeDamaged(
        DamagedNode(
          key: String(decoding: rows.row.first, as: UTF8.self), kind: kind?.name,
          place: RecordPlace(file: table.path, line: rows.row.line),
          keyColumn: isCertain ? rows.row.firstColumn : nil))
    }
  }

  private func readRelationships(
    _ table: GraphFolderListing.Table, type: RelationshipType?,
    take: (borrowing EncodedRow, RowTable) throws -> Void, takeDamaged: (DamagedRelationship) throws -> Void
  ) throws {
    let owner = type.map { "relationship type '\($0.name)'" } ?? "the relationship type"
    let isOpen = type.map { schemaReading?.incompleteTypes.contains(TextKey($0.name)) ?? false } ?? true
    guard
      var rows = open(
        table, ends: ["from", "to"], declared: type?.properties, name: type?.name ?? "", owner: owner, isOpen: isOpen)
    else { return }
    while try next(&rows) {
      guard let type else { continue }
      if rows.isSound {
        try take(rows.row, rows.table)
      } else if !rows.reader.isMisshapen, rows.columns.areEndsCertain {
        try takeDamaged(
          DamagedRelationship(
            type: type.name, from: rows.hasFirst ? String(decoding: rows.row.first, as: UTF8.self) : nil,
            to: rows.hasSecond ? String(decoding: rows.row.second, as: UTF8.self) : nil,
            place: RecordPlace(file: table.path, line: rows.row.line), fromColumn: rows.row.firstColumn,
            toColumn: rows.row.secondColumn))
      }
    }
  }

  /// Opens a table and binds its header; `nil` after a report where its rows cannot be read.
  private func open(
    _ table: GraphFolderListing.Table, ends: [String], declared: [PropertyDefinition]?, name: String, owner: String,
    isOpen: Bool
  ) -> TableReader? {
    do throws(FileError) {
      var reader = try CSVReader(path: table.path)
      guard try reader.readHeader(reporting: &diagnostics) else { return nil }
      let columns = TableColumns(
        of: reader, ends: ends, declared: declared, owner: owner, isOpen: isOpen, reporting: &diagnostics)
      return TableReader(reader: reader, columns: columns, ends: ends, name: name, owner: owner)
    } catch {
      diagnostics.add(GraphFolderListing.unreadable(error))
      return nil
    }
  }

  /// A file that fails in the midst of reading ends there, with a report.
  private func next(_ rows: inout TableReader) throws -> Bool {
    do throws(FileError) {
      let isThere = try rows.next(reporting: &diagnostics)
      bytesOfOpenFile = rows.reader.bytesRead
      if !isThere {
        bytesOfReadFiles += bytesOfOpenFile
        bytesOfOpenFile = 0
      }
      return isThere
    } catch {
      hasUnreadKeys = true
      diagnostics.add(GraphFolderListing.unreadable(error))
      return false
    }
  }

  // MARK: Names

  private struct NamedTable {
    var table: GraphFolderListing.Table
    /// The declared kind or type; `nil` where there is none of that name.
    var name: String?
    var position: Int
  }

  private func ordered(
    _ tables: [GraphFolderListing.Table], names: [String]?, what: String, mayLack: Bool
  ) -> [NamedTable] {
    var positions: [TextKey: Int] = [:]
    for (position, name) in (names ?? []).enumerated() { positions[TextKey(name)] = position }
    var result: [NamedTable] = []
    for table in tables {
      let (name, position) = GraphFolderNaming.name(ofTable: table.file, among: positions)
      if let position {
        result.append(NamedTable(table: table, name: name, position: position))
        continue
      }
      result.append(NamedTable(table: table, name: nil, position: .max))
      if mayLack { continue }
      diagnostics.add(
        Diagnostic(
          id: what == "kind" ? "unknown-kind" : "unknown-type",
          message: "the file is named after \(what) '\(name)', which the schema does not have",
          place: DiagnosticPlace(source: table.path, line: 1, column: 1),
          hint: (names ?? []).contains { $0 == name }
            ? "the schema writes the same letters in another Unicode form; use the same in both, best NFC"
            : NameSuggestion.hint(for: name, among: names ?? [])))
    }
    return result.sorted { a, b in
      if a.position != b.position { return a.position < b.position }
      if a.table.folder != b.table.folder { return a.table.folder < b.table.folder }
      return a.table.file.precedesByCodePoints(b.table.file)
    }
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<TextKey> = []
    return names.filter { seen.insert(TextKey($0)).inserted }
  }
}
