import CypherEngine
import CypherSemantics
import Diagnostics
public import GraphModel

/// A query planned for one revision of the graph, to be asked any number of times with other parameters.
///
/// It neither looks at the database again nor writes.
public struct PreparedQuestion: Sendable {
  private let query: PreparedQuery
  private let graph: GraphView
  private let options: RunOptions

  fileprivate init(_ query: PreparedQuery, _ graph: GraphView, _ tables: WorkspaceTables) {
    self.query = query
    self.graph = graph
    options = RunOptions(tables: tables)
  }

  /// - Throws: `DiagnosticsError` with the place in the query.
  public func answer(_ parameters: [String: Value] = [:], limits: QueryLimits = .unlimited) throws -> ResultTable {
    try query.table(
      on: graph, parameters: parameters, budget: BudgetMeter(limits.budget()), options: options)
  }
}

extension GraphWorkspace {
  /// Plans a reading query for the graph as it stands.
  /// - Throws: `DiagnosticsError` for a mistake in the query or one that writes, `StoreError`.
  public func prepare(_ text: String) throws -> PreparedQuestion {
    let graph = try graph()
    let source = SourceText(name: "query", text: text)
    let query = try PreparedQuery(source, for: graph, procedures: procedures)
    if query.isWriting { throw DiagnosticsError([.writesUnasked(source)]) }
    return PreparedQuestion(query, graph, tables)
  }
}
