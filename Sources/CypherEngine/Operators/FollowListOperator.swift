import CypherSemantics
import CypherSyntax
import GraphModel

/// Keeps the rows whose list of relationships makes a path from a node, and tells where it ends.
final class FollowListOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let follow: LogicalPlan.FollowList
  private let direction: TraversalDirection

  init(run: QueryRun, input: any PhysicalOperator, follow: LogicalPlan.FollowList) {
    self.run = run
    self.input = input
    self.follow = follow
    direction = TraversalDirection(follow.direction)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    var rows: [Int32] = []
    var nodes: [NodeIndex] = []
    for row in 0..<batch.count {
      try run.budget.check()
      guard let end = end(row: row, of: batch) else { continue }
      if follow.isInto, batch[follow.to].node(at: row) != end { continue }
      rows.append(Int32(row))
      nodes.append(end)
    }
    var output = batch.gathering(rows)
    if !follow.isInto { output[follow.to] = .nodes(nodes) }
    return output
  }

  func reset() { input.reset() }

  private func end(row: Int, of batch: RowBatch) -> NodeIndex? {
    guard var node = batch[follow.from].node(at: row), case .list(let items) = batch[follow.relationships][row] else {
      return nil
    }
    let graph = run.graph
    for item in follow.isReversed ? items.reversed() : items {
      guard case .relationship(let relationship) = item else { return nil }
      let (start, end) = (graph.start(of: relationship), graph.end(of: relationship))
      switch direction {
      case .outgoing where start == node: node = end
      case .incoming where end == node: node = start
      case .both where start == node: node = end
      case .both where end == node: node = start
      default: return nil
      }
    }
    return node
  }
}
