import CypherSemantics
import GraphModel

/// For each input row every node, or every node with a label, for which the conditions on it hold.
final class NodeScanOperator: RowExpandingOperator {
  private let run: QueryRun
  let input: any PhysicalOperator
  private let scan: LogicalPlan.NodeScan
  private let filter: RowFilter?
  var batch: RowBatch?
  var row = 0
  private var ranges: [Range<UInt32>] = []
  private var range = 0
  private var position: UInt32 = 0

  init(run: QueryRun, input: any PhysicalOperator, scan: LogicalPlan.NodeScan) {
    self.run = run
    self.input = input
    self.scan = scan
    filter = scan.conditions.isEmpty ? nil : RowFilter(run, scan.conditions)
  }

  func beginRow() {
    if let name = scan.label {
      ranges = run.label(name).map { run.graph.candidateRanges(label: $0) } ?? []
    } else {
      ranges = run.graph.candidateRanges(label: nil)
    }
    range = 0
    position = ranges.first?.lowerBound ?? 0
  }

  /// A batch of nodes for the rows of the input batch; `nil` when all are through.
  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    while row < batch.count {
      var (rows, nodes) = try candidates(for: batch)
      if let filter, !nodes.isEmpty {
        let wanted = try filter.positions(in: nodes, slot: scan.slot)
        if wanted.count < nodes.count {
          rows = rows.gathering(wanted)
          nodes = nodes.gathering(wanted)
        }
      }
      guard !nodes.isEmpty else { continue }
      var output = batch.gathering(rows, carrying: scan.carried)
      output[scan.slot] = .nodes(nodes)
      return output
    }
    return nil
  }

  /// The next nodes with the label, and the input rows that they are for.
  private func candidates(for batch: RowBatch) throws(EvaluationError) -> ([Int32], [NodeIndex]) {
    let label = scan.label.flatMap(run.label)
    let graph = run.graph
    let isPlain = !graph.hasOverlay
    var rows: [Int32] = []
    var nodes: [NodeIndex] = []
    rows.reserveCapacity(run.batchCapacity)
    nodes.reserveCapacity(run.batchCapacity)
    while row < batch.count, nodes.count < run.batchCapacity {
      guard range < ranges.count else {
        row += 1
        beginRow()
        continue
      }
      let end = min(ranges[range].upperBound, position + UInt32(run.batchCapacity - nodes.count))
      if isPlain {
        nodes += (position..<end).lazy.map { NodeIndex($0) }
      } else {
        for raw in position..<end {
          let node = NodeIndex(raw)
          if !run.touches(node) || graph.contains(node, label: label) { nodes.append(node) }
        }
      }
      rows += repeatElement(Int32(row), count: nodes.count - rows.count)
      position = end
      if position >= ranges[range].upperBound {
        range += 1
        if range < ranges.count { position = ranges[range].lowerBound }
      }
      try run.budget.check()
    }
    return (rows, nodes)
  }
}
