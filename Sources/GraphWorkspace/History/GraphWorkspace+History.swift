public import GraphModel
import GraphStore

/// One change set of a database: when, by whom, why, and how much.
public struct HistoryLine: Sendable {
  /// How many elements were touched.
  public struct Count: Hashable, Sendable {
    public var added: Int
    public var changed: Int
    public var removed: Int

    public var total: Int { added + changed + removed }
  }

  public var revision: Int64
  /// UTC, such as `2026-03-20T12:31:14.645Z`.
  public var recordedAt: String
  public var actor: String
  public var reason: String?
  public var caseNumber: String?
  public var nodes: Count
  public var relationships: Count
  public var schemaChanged: Bool
  /// The text of the scenario that was applied; `nil` for other change sets.
  public var scenario: String?
}

/// What an undo did, or would do.
public struct UndoReport: Sendable {
  /// The change set that was undone.
  public var undone: Int64
  /// The revision that the undo made; the one before if there was nothing to undo, or on a dry run.
  public var revision: Int64
  public var nodes: HistoryLine.Count
  public var relationships: HistoryLine.Count
}

extension GraphWorkspace {
  /// The change sets, newest first.
  /// - Throws: `StoreError`.
  public func history(limit: Int = 20) throws -> [HistoryLine] {
    try ledger().history(limit: limit).map { entry in
      HistoryLine(
        revision: entry.changeSet.revision, recordedAt: entry.changeSet.recordedAt, actor: entry.changeSet.actor,
        reason: entry.changeSet.reason, caseNumber: entry.changeSet.caseNumber,
        nodes: HistoryLine.Count(entry.nodes), relationships: HistoryLine.Count(entry.relationships),
        schemaChanged: entry.schemaChanged, scenario: entry.source)
    }
  }

  /// Restores what a change set changed, all or nothing, as a change set of its own. An undo can be undone.
  /// - Parameter context: where it has no reason or case number, those of the change set are named.
  /// - Throws: `DiagnosticsError` naming everything that later change sets touched; `StoreError`.
  public func undo(_ revision: Int64, context: ChangeContext, dryRun: Bool = false) throws -> UndoReport {
    let ledger = try ledger()
    var context = context
    if let undone = try ledger.changeSet(revision) {
      context.reason = context.reason ?? "undo of revision \(revision)" + (undone.reason.map { ": \($0)" } ?? "")
      context.caseNumber = context.caseNumber ?? undone.caseNumber
    }
    let result = try ledger.undo(revision, context: context, dryRun: dryRun)
    return UndoReport(
      undone: revision, revision: dryRun ? try ledger.revision : result.revision,
      nodes: HistoryLine.Count(result.nodes), relationships: HistoryLine.Count(result.relationships))
  }
}

extension HistoryLine.Count {
  fileprivate init(_ count: ChangeCount) {
    self.init(added: count.added, changed: count.changed, removed: count.removed)
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      for (name, number) in [("added", added), ("changed", changed), ("removed", removed)] {
        writer.key(name)
        writer.integer(number)
      }
    }
  }
}

extension HistoryLine {
  /// The change set as one JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("revision")
      writer.integer(revision)
      for (name, text) in [
        ("time", recordedAt), ("actor", actor), ("reason", reason), ("case", caseNumber), ("scenario", scenario),
      ] {
        writer.key(name)
        if let text { writer.string(text) } else { writer.null() }
      }
      writer.key("nodes")
      nodes.write(to: &writer)
      writer.key("relationships")
      relationships.write(to: &writer)
      writer.key("schema_changed")
      writer.boolean(schemaChanged)
    }
  }

  /// Rows of a history; columns are the same in every language.
  public static func table(_ lines: [HistoryLine]) -> ResultTable {
    ResultTable(
      columns: [
        "revision", "time", "actor", "reason", "case", "nodes_added", "nodes_changed", "nodes_removed",
        "relationships_added", "relationships_changed", "relationships_removed", "schema_changed",
      ],
      rows: lines.map { line -> [Value] in
        let counts = [
          line.nodes.added, line.nodes.changed, line.nodes.removed, line.relationships.added,
          line.relationships.changed, line.relationships.removed,
        ]
        return [
          .integer(line.revision), .string(line.recordedAt), .string(line.actor),
          line.reason.map(Value.string) ?? .null, line.caseNumber.map(Value.string) ?? .null,
        ] + counts.map { .integer(Int64($0)) } + [.boolean(line.schemaChanged)]
      })
  }
}

extension UndoReport {
  /// The report as one JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("undone")
      writer.integer(undone)
      writer.key("revision")
      writer.integer(revision)
      writer.key("nodes")
      nodes.write(to: &writer)
      writer.key("relationships")
      relationships.write(to: &writer)
    }
  }
}
