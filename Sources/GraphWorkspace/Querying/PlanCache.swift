import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel

/// Queries that have been planned, by their text.
///
/// A plan answers rightly on any graph; it is made anew when the graph has grown or shrunk so much that another one may
/// be faster, or has got names that the query may use.
struct PlanCache {
  private static let capacity = 1000

  private struct Entry {
    var query: PreparedQuery
    var shape: GraphShape
  }

  private var entries: [TextKey: Entry] = [:]

  /// - Throws: `DiagnosticsError` with all mistakes of the query.
  mutating func query(
    _ source: SourceText, text: TextKey, for graph: GraphView, procedures: ProcedureRegistry,
    rewrites: PlanRewrites = .all, budget: BudgetMeter = BudgetMeter()
  ) throws(DiagnosticsError) -> PreparedQuery {
    let shape = GraphShape(graph)
    if let entry = entries[text], entry.shape.isNear(shape), entry.query.source.name == source.name {
      return entry.query
    }
    let query = try PreparedQuery(source, for: graph, procedures: procedures, rewrites: rewrites, budget: budget)
    if entries.count >= Self.capacity { entries.removeAll() }
    entries[text] = Entry(query: query, shape: shape)
    return query
  }
}

/// What a plan rests on besides the query.
private struct GraphShape {
  let nodes: Int
  let relationships: Int
  let symbols: Int

  init(_ graph: GraphView) {
    nodes = graph.nodeCount
    relationships = graph.relationshipCount
    symbols = graph.symbols.labels.count + graph.symbols.types.count + graph.symbols.propertyKeys.count
  }

  func isNear(_ other: GraphShape) -> Bool {
    symbols == other.symbols && isNear(nodes, other.nodes) && isNear(relationships, other.relationships)
  }

  /// Within a factor of two; of small numbers all are alike.
  private func isNear(_ a: Int, _ b: Int) -> Bool { max(a, b) <= 2 * min(a, b) + 16 }
}
