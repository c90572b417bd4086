import CypherSemantics
import GraphModel

/// For each input row how many nodes there are, or nodes with a label; no row where there are none.
/// - Complexity: O(*sets of labels*), and what differs from the snapshot is looked at node by node.
final class NodeCountOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let scan: LogicalPlan.NodeScan

  init(run: QueryRun, input: any PhysicalOperator, scan: LogicalPlan.NodeScan) {
    self.run = run
    self.input = input
    self.scan = scan
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard var batch = try input.next() else { return nil }
    let count = try count()
    if count == 0 { return batch.gathering([]) }
    batch[scan.slot] = .values([Value](repeating: .integer(Int64(count)), count: batch.count))
    return batch
  }

  func reset() { input.reset() }

  private func count() throws(EvaluationError) -> Int {
    let graph = run.graph
    guard let name = scan.label else { return graph.nodeCount }
    guard let label = run.label(name) else { return 0 }
    let ranges = graph.candidateRanges(label: label)
    guard graph.hasOverlay else { return ranges.reduce(0) { $0 + $1.count } }
    var count = 0
    for range in ranges {
      for node in range where graph.contains(NodeIndex(node), label: label) { count += 1 }
      try run.budget.check()
    }
    return count
  }
}
