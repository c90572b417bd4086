import CypherSemantics
import GraphModel

/// For each input row every node, or every node with a label.
final class NodeScanOperator: RowExpandingOperator {
  private let run: QueryRun
  let input: any PhysicalOperator
  private let scan: LogicalPlan.NodeScan
  var batch: RowBatch?
  var row = 0
  private var ranges: [Range<UInt32>] = []
  private var range = 0
  private var position: UInt32 = 0

  init(run: QueryRun, input: any PhysicalOperator, scan: LogicalPlan.NodeScan) {
    self.run = run
    self.input = input
    self.scan = scan
  }

  func beginRow() {
    if let name = scan.label {
      ranges = run.label(name).map { run.context.graph.candidateRanges(label: $0) } ?? []
    } else {
      ranges = run.context.graph.candidateRanges(label: nil)
    }
    range = 0
    position = ranges.first?.lowerBound ?? 0
  }

  /// A batch of nodes for the rows of the input batch; `nil` when all are through.
  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    let label = scan.label.flatMap(run.label)
    let graph = run.context.graph
    let isPlain = !graph.hasOverlay
    var rows: [Int32] = []
    var nodes: [NodeIndex] = []
    while row < batch.count, nodes.count < run.batchCapacity {
      guard range < ranges.count else {
        row += 1
        beginRow()
        continue
      }
      while position < ranges[range].upperBound, nodes.count < run.batchCapacity {
        let node = NodeIndex(position)
        position += 1
        if isPlain || graph.contains(node, label: label) {
          rows.append(Int32(row))
          nodes.append(node)
        }
      }
      if position >= ranges[range].upperBound {
        range += 1
        if range < ranges.count { position = ranges[range].lowerBound }
      }
      try run.budget.check()
    }
    guard !nodes.isEmpty else { return nil }
    var output = batch.count == 1 && rows.count == 1 ? batch : batch.gathering(rows)
    output[scan.slot] = .nodes(nodes)
    return output
  }
}
