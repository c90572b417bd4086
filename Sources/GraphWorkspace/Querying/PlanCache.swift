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

  private final class Entry {
    let query: PreparedQuery
    let shape: GraphShape
    /// The snapshot that the query was found fit for last.
    var mark: SnapshotMark?

    init(_ query: PreparedQuery, _ shape: GraphShape) {
      self.query = query
      self.shape = shape
    }
  }

  private var entries: [TextKey: Entry] = [:]

  /// - Parameters:
  ///   - text: of the query.
  ///   - name: by which diagnostics call the text.
  ///   - source: the text as it is to be read, if it was not known.
  /// - Throws: `DiagnosticsError` with all mistakes of the query.
  mutating func query(
    _ text: String, name: String, source: @autoclosure () -> SourceText, for graph: GraphView,
    procedures: ProcedureRegistry,
    rewrites: PlanRewrites = .all, budget: BudgetMeter = BudgetMeter()
  ) throws(DiagnosticsError) -> PreparedQuery {
    let key = TextKey(text)
    let entry = entries[key].flatMap { $0.query.source.name == name ? $0 : nil }
    if let entry, !graph.hasOverlay, entry.mark === graph.snapshot.mark { return entry.query }
    let shape = GraphShape(graph)
    if let entry, entry.shape.isNear(shape) {
      if !graph.hasOverlay { entry.mark = graph.snapshot.mark }
      return entry.query
    }
    let query = try PreparedQuery(source(), for: graph, procedures: procedures, rewrites: rewrites, budget: budget)
    if entries.count >= Self.capacity { entries.removeAll() }
    entries[key] = Entry(query, shape)
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
    symbols = graph.symbolCount
  }

  func isNear(_ other: GraphShape) -> Bool {
    symbols == other.symbols && isNear(nodes, other.nodes) && isNear(relationships, other.relationships)
  }

  /// Within a factor of two; of small numbers all are alike.
  private func isNear(_ a: Int, _ b: Int) -> Bool { max(a, b) <= 2 * min(a, b) + 16 }
}
