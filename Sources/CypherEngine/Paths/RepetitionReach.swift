import CypherSemantics
import CypherSyntax
import GraphModel

/// The search of a quantified path of one relationship with conditions. A shortest walk to another node meets none
/// twice, so it repeats no relationship; back to the start it does neither as long as directions are kept.
final class RepetitionReach: NodeReach {
  let isShared = false
  private let run: QueryRun
  private let expand: LogicalPlan.RepeatPath
  private var matcher: BodyMatcher
  private var matches = BodyMatches()
  private var found: NodeMarks?

  init(run: QueryRun, expand: LogicalPlan.RepeatPath) {
    self.run = run
    self.expand = expand
    matcher = BodyMatcher(run: run, body: expand.body, mode: .walk, isReversed: expand.isReversed)
  }

  var count: Int { found?.count ?? 0 }

  func removeAll() {
    // There may be no place for what a query has made since.
    if run.isWriting { found = nil } else { found?.removeAll() }
  }

  func rest() { found = nil }

  func append(_ places: Range<Int>, to nodes: inout [NodeIndex]) { found?.append(places, to: &nodes) }

  func reaches(_ node: NodeIndex) -> Bool { found?.contains(node) ?? false }

  func search(row: Int, of batch: RowBatch) throws(EvaluationError) {
    guard let start = batch[expand.from].node(at: row) else { return }
    let graph = run.graph
    let known = found.flatMap { $0.hasRoom(for: graph) ? $0 : nil }
    let reached = known ?? NodeMarks(graph)
    found = reached
    if expand.length.lower == 0 { reached.insert(start) }
    var frontier = [start]
    var depth = 0
    let rivals = expand.distinctFrom
    while !frontier.isEmpty, depth < expand.length.upper ?? .max {
      matches.removeAll()
      for node in frontier {
        try matcher.appendMatches(from: node, row: row, of: batch, to: &matches) { relationship, _ in
          !rivals.contains { batch.holds(relationship, in: $0, row: row) }
        }
      }
      frontier.removeAll(keepingCapacity: true)
      for node in matches.nodes where node != start || expand.mode != .acyclic {
        if reached.insert(node) { frontier.append(node) }
      }
      depth += 1
      try run.budget.check()
    }
  }
}
