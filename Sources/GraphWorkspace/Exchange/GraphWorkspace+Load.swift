import Diagnostics
public import GraphModel
import GraphStore
import Interchange

extension GraphWorkspace {
  /// Merges folders into the database, all or nothing.
  /// - Parameters:
  ///   - sync: removes what no file has, of the kinds and types that have files.
  ///   - dryRun: checks and counts everything and changes nothing; a database that is not there is not made.
  ///   - progress: is told how many rows were read, now and then.
  /// - Throws: `DiagnosticsError` with everything that is wrong with the folders; `StoreError`.
  public func load(
    _ directories: [String], context: ChangeContext, sync: Bool = false, dryRun: Bool = false,
    progress: (Int) -> Void = { _ in }
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
    _ directories: [String], _ context: ChangeContext, sync: Bool, dryRun: Bool, progress: (Int) -> Void
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
        folders.pass(from: reader, to: session)
        var rows = 0
        func next() {
          folders.pass(from: reader, to: session)
          rows += 1
          if rows & 1023 == 0 { progress(rows) }
        }
        func note(_ damaged: DamagedRelationship) throws {
          next()
          if folders.touches(damaged.from, damaged.to) { return }
          try session.noteFaultyRelationship(
            type: damaged.type, from: damaged.from, to: damaged.to, place: damaged.place,
            fromColumn: damaged.fromColumn, toColumn: damaged.toColumn)
        }
        try reader.read(schema: schema, damagedRelationships: note) { row in
          next()
          switch row {
          case .sound(let record): try session.add(record)
          case .damaged(let node): folders.note(node, in: session)
          }
        } relationships: { record in
          next()
          if !folders.touches(record.from, record.to) { try session.add(record) }
        }
        folders.pass(from: reader, to: session)
        if reader.isSchemaIncomplete || reader.hasUnreadKeys { session.noteIncompleteReading() }
        for kind in reader.loadedKinds { session.willLoad(kind: kind) }
        for type in reader.loadedTypes { session.willLoad(relationshipType: type) }
        progress(rows)
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
