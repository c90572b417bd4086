import CypherEngine
import Diagnostics
import GraphModel
import Temporals
import Testing

/// What a query gives on an empty graph.
enum QueryAnswer {
  /// The value of a query with one row and one column.
  static func value(of query: String, at statementTime: ZonedDateTime? = nil) throws -> Value {
    let graph = GraphView(.empty())
    let prepared = try PreparedQuery(SourceText(name: "query", text: query), for: graph)
    let table = try prepared.run(on: graph, options: RunOptions(statementTime: statementTime)).table
    try #require(table.rows.count == 1 && table.columns.count == 1, "\(query)")
    return table.rows[0][0]
  }

  /// The code of the error that a query ends with.
  static func error(of query: String) throws -> QueryErrorCode? {
    let graph = GraphView(.empty())
    do throws(DiagnosticsError) {
      _ = try PreparedQuery(SourceText(name: "query", text: query), for: graph).run(on: graph)
    } catch {
      return error.diagnostics.first?.queryError
    }
    return nil
  }
}
