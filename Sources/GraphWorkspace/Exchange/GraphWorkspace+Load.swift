import Diagnostics
public import GraphModel
import GraphStore
import Interchange

extension GraphWorkspace {
  /// Merges folders into the database, all or nothing.
  /// - Parameters:
  ///   - sync: removes what no file has, of the kinds and types that have files.
  ///   - dryRun: checks and counts everything and changes nothing; a database that is not there is not made.
  ///   - progress: is told how far the reading has come, now and then.
  /// - Throws: `DiagnosticsError` with everything that is wrong with the folders; `StoreError`.
  public func load(
    _ directories: [String], context: ChangeContext, sync: Bool = false, dryRun: Bool = false,
    progress: (LoadProgress) -> Void = { _ in }
  ) throws -> LoadReport {
    let isNew = !isInMemory && !WorkspaceFiles.exists(databasePath)
    if dryRun, isNew {
      // Counted against an empty graph elsewhere.
      return try GraphWorkspace(database: ":memory:", folder: folder)
        .load(directories, context: context, sync: sync, progress: progress)
    }
    do {
      return try merge(directories, context, sync: sync, dryRun: dryRun, progress: progress)
    } catch {
      // The file that it made stays, empty: another process may be writing into it by now.
      if isNew { closeLedger() }
      throw error
    }
  }

  private func merge(
    _ directories: [String], _ context: ChangeContext, sync: Bool, dryRun: Bool,
    progress: (LoadProgress) -> Void
  ) throws -> LoadReport {
    let reader = GraphFolderReader(directories: directories)
    let read = reader.readSchema()
    // What is wrong with the folders themselves is told before a database is made for them.
    if read == nil, reader.diagnostics.hasErrors { try reader.diagnostics.throwIfErrors() }
    let ledger = try ledger(create: true)
    let schema = try read ?? ledger.schema
    if schema == nil { throw DiagnosticsError([GraphWorkspace.missingSchema(directories)]) }
    var folders = FolderFindings()
    do {
      let summary = try ledger.merge(context: context, schema: read, sync: sync, dryRun: dryRun) { session in
        // Cells are read by the schema that stood before the transaction began.
        if let schema, session.schema != schema {
          throw StoreError(.ledgerMoved, "the schema has changed meanwhile; try again")
        }
        folders.pass(from: reader, to: session)
        var state = LoadProgress(byteCount: reader.byteCount)
        func next() {
          if !reader.diagnostics.diagnostics.isEmpty { folders.pass(from: reader, to: session) }
          state.rows += 1
          if state.rows & 4095 == 0 {
            state.bytesRead = reader.bytesRead
            progress(state)
          }
        }
        try reader.readRows(schema: schema) { row, table in
          next()
          try session.addNode(row, of: table)
        } damagedNodes: { node in
          next()
          folders.note(node, in: session)
        } relationships: { row, table in
          next()
          if folders.hasKeysWithoutKind, folders.touches(copy row) { return }
          try session.addRelationship(row, of: table)
        } damagedRelationships: { damaged in
          next()
          if folders.touches(damaged.from, damaged.to) { return }
          try session.noteFaultyRelationship(
            type: damaged.type, from: damaged.from, to: damaged.to, place: damaged.place,
            fromColumn: damaged.fromColumn, toColumn: damaged.toColumn)
        }
        folders.pass(from: reader, to: session)
        if reader.isSchemaIncomplete || reader.hasUnreadKeys { session.noteIncompleteReading() }
        for kind in reader.loadedKinds { session.willLoad(kind: kind) }
        for type in reader.loadedTypes { session.willLoad(relationshipType: type) }
        state.bytesRead = state.byteCount
        progress(state)
      }
      return LoadReport(summary, warnings: folders.warnings)
    } catch let error as DiagnosticsError {
      throw folders.complete(error, hasUnreadKeys: reader.hasUnreadKeys)
    }
  }

  private static func missingSchema(_ directories: [String]) -> Diagnostic {
    Diagnostic(
      id: "no-schema",
      message: "neither the database nor a folder of the load has a schema",
      place: directories.first.map {
        DiagnosticPlace(source: WorkspaceFiles.path($0, "schema.yaml"), line: 1, column: 1)
      },
      hint: "name a folder with a schema.yaml too")
  }
}

/// What a folder's reader finds wrong on its way to the load's session, in the order of the rows.
private struct FolderFindings {
  private(set) var warnings: [Diagnostic] = []
  private var omitted = 0
  /// Keys of rows in files that are named after no kind.
  private var keysWithoutKind: Set<TextKey> = []

  mutating func pass(from reader: GraphFolderReader, to session: MergeSession) {
    if reader.diagnostics.diagnostics.isEmpty { return }
    let found = reader.diagnostics
    reader.diagnostics = DiagnosticCollector()
    for diagnostic in found.diagnostics {
      if diagnostic.severity == .error {
        session.report(diagnostic)
      } else if warnings.count < 100 {
        warnings.append(diagnostic)
      }
    }
    omitted += found.omitted
  }

  mutating func note(_ node: DamagedNode, in session: MergeSession) {
    if let kind = node.kind {
      session.noteFaultyNode(key: node.key, kind: kind, place: node.place, keyColumn: node.keyColumn)
    } else {
      keysWithoutKind.insert(TextKey(node.key))
    }
  }

  var hasKeysWithoutKind: Bool { !keysWithoutKind.isEmpty }

  func touches(_ row: EncodedRow) -> Bool {
    touches(String(decoding: row.first, as: UTF8.self), String(decoding: row.second, as: UTF8.self))
  }

  /// Whether a relationship has an end that is known, but of no kind: that has been reported.
  func touches(_ from: String?, _ to: String?) -> Bool {
    !keysWithoutKind.isEmpty && [from, to].contains { $0.map { keysWithoutKind.contains(TextKey($0)) } ?? false }
  }

  func complete(_ error: DiagnosticsError, hasUnreadKeys: Bool) -> DiagnosticsError {
    var error = error
    error.omitted += omitted
    if hasUnreadKeys {
      // A key that looks near is not what is meant then.
      for index in error.diagnostics.indices where error.diagnostics[index].id == "unknown-key" {
        error.diagnostics[index].hint = "it may stand in a row that could not be read"
      }
    }
    return error
  }
}
