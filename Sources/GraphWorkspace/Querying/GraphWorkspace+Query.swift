import CypherEngine
import CypherSemantics
public import Diagnostics
import GraphModel
import GraphStore
public import Temporals

extension GraphWorkspace {
  /// Asks a query; what it writes is committed as one revision, or nothing is.
  /// - Throws: `DiagnosticsError` for a mistake in the query, a failing run, and writes that the schema forbids or
  ///   nobody asked for; `StoreError`.
  ///
  /// Where another process committed in between, a writing query is asked again on what stands now, a few times.
  public func query(_ request: QueryRequest) throws -> QueryAnswer {
    for _ in 0..<Self.attempts - 1 {
      do {
        return try attempt(request)
      } catch let error as StoreError where error.code == .ledgerMoved {
        continue
      }
    }
    return try attempt(request)
  }

  private static let attempts = 20

  private func attempt(_ request: QueryRequest) throws -> QueryAnswer {
    let graph = try graph(validOn: request.validOn)
    let prepared = try plans.query(
      request.source, text: TextKey(request.source.text), for: graph, procedures: procedures)
    if prepared.isWriting {
      guard request.writing != nil else { throw DiagnosticsError([.writesUnasked(request.source)]) }
      if request.validOn != nil { throw DiagnosticsError([.writesOnPartOfGraph]) }
    }
    let outcome = try prepared.run(
      on: graph, parameters: request.parameters, budget: request.limits.budget,
      options: RunOptions(isProfiling: request.isProfiling))
    var table = outcome.table
    var revision = graph.revision
    if prepared.isWriting, let context = request.writing {
      revision = try commit(outcome.graph, context, updating: &table)
    }
    return QueryAnswer(
      table: table, warnings: prepared.warnings, profile: outcome.plan?.text, revision: revision)
  }

  /// How a query would be answered, and what is odd about it; it is not run.
  /// - Throws: `DiagnosticsError` for a mistake in the query, `StoreError`.
  public func explain(_ source: SourceText, validOn: CalendarDate? = nil) throws -> (
    plan: String, warnings: [Diagnostic]
  ) {
    let prepared = try plans.query(
      source, text: TextKey(source.text), for: graph(validOn: validOn), procedures: procedures)
    return (prepared.plan.text, prepared.warnings)
  }

  /// Commits what a query changed, and gives the elements of its answer the ids, and under a schema the keys, that they
  /// have from now on.
  private func commit(
    _ graph: GraphView, _ context: ChangeContext, updating table: inout ResultTable
  ) throws -> Int64 {
    let changes = graph.changes()
    if changes.isEmpty { return graph.revision }
    let result = try ledger().commit(changes, context: context, expectedRevision: graph.revision)
    if table.elements.nodes.isEmpty, table.elements.relationships.isEmpty { return result.revision }
    var ids = CommittedIDs(changes, result)
    ids.assign(to: &table.elements)
    if graph.schema != nil, !ids.nodes.isEmpty {
      let committed = try self.graph()
      for node in ids.nodes.keys {
        guard let data = table.elements.nodes[node], let index = committed.node(withID: data.id) else {
          continue
        }
        table.elements.nodes[node] = committed.data(of: index)
      }
    }
    return result.revision
  }
}

extension SourceText {
  var text: String { String(decoding: utf8, as: UTF8.self) }
}

extension Diagnostic {
  static func writesUnasked(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      id: "writes-not-allowed", message: "the query writes, and only reading was asked for",
      place: source.place(of: SourceSpan(at: 0)), hint: "allow it with --write, and say why with --reason",
      queryError: QueryErrorCode(type: "AccessMode", phase: .compile, detail: "WritesNotAllowed"))
  }

  fileprivate static var writesOnPartOfGraph: Diagnostic {
    Diagnostic(
      id: "writes-on-part", message: "a query cannot write where only what is valid on a date is seen",
      hint: "leave --valid-on out",
      queryError: QueryErrorCode(type: "AccessMode", phase: .compile, detail: "WritesNotAllowed"))
  }
}
