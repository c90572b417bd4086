import Governance
import GraphModel
import Synchronization
import Temporals

/// The impact analysis of the graph that was asked last, so that asking again costs only the question.
final class ImpactMemory: Sendable {
  private struct Entry {
    var graph: GraphView
    var day: CalendarDate?
    var impact: GovernanceImpact
  }

  private let entry = Mutex<Entry?>(nil)

  /// - Parameter day: on which replacements must be valid; `nil` asks for no dates.
  func impact(of graph: GraphView, on day: CalendarDate?) -> GovernanceImpact {
    entry.withLock { entry in
      if let entry, entry.day == day, entry.graph.sharesState(with: graph) { return entry.impact }
      let impact = GovernanceImpact(graph: graph, validOn: day)
      entry = Entry(graph: graph, day: day, impact: impact)
      return impact
    }
  }

  /// Lets go of the graph.
  func forget() { entry.withLock { $0 = nil } }
}
