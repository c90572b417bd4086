import Glibc
import GraphModel

extension GraphLedger {
  /// What is wrong with the file: SQLite's own check, and references that lead nowhere. Empty: nothing.
  /// - Complexity: reads the whole file.
  public func integrityCheck() throws -> [String] {
    var findings: [String] = []
    try connection.prepare("PRAGMA integrity_check").forEachRow { (row: Statement) in
      let finding = row.text(0)
      if finding != "ok" { findings.append(finding) }
    }
    try connection.prepare("PRAGMA foreign_key_check").forEachRow { (row: Statement) in
      findings.append("row \(row.integer(1)) of \(row.text(0)) refers to a row of \(row.text(2)) that is not there")
    }
    return findings
  }

  /// Copies the database, as it stands, into a new file.
  /// - Throws: `StoreError` if the file exists already.
  public func backup(to path: String) throws(StoreError) {
    guard case .missing = try FileHeader.read(path: path) else {
      throw StoreError(.cannotOpen, "'\(path)' exists already")
    }
    let copy = try Connection(path: path, fileName: path, create: true)
    try connection.copy(to: copy)
  }

  /// Empties the graph for a scratch session: nodes, relationships, schema and history go, revisions and ids begin anew.
  /// Whoever keeps a snapshot by its revision must drop it.
  public func clear() throws {
    try connection.write {
      for name in try schemaViewNames() { try connection.execute("DROP VIEW IF EXISTS \(name)") }
      try connection.execute(
        """
        DELETE FROM relationship; DELETE FROM relationship_history; DELETE FROM node; DELETE FROM node_history;
        DELETE FROM relationship_type; DELETE FROM label_set; DELETE FROM schema_view; DELETE FROM schema_text;
        DELETE FROM change_set; UPDATE counter SET next = 1
        """)
      if try hasSources { try connection.execute("DELETE FROM change_source") }
    }
    forgetSchema()
    if let mapFilePath { unsafe unlink(mapFilePath) }
  }

  private func schemaViewNames() throws -> [String] {
    var names: [String] = []
    try connection.statement("SELECT '\"' || replace(name, '\"', '\"\"') || '\"' FROM schema_view").forEachRow {
      (row: Statement) in names.append(row.text(0))
    }
    return names
  }
}
