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
  /// For how many rounds nodes are collected that the conditions let through, before they are handed on: once at first,
  /// so that whoever wants few rows waits for few; then twice as often each time.
  private var patience = 1
  private static let highestPatience = 64

  init(run: QueryRun, input: any PhysicalOperator, scan: LogicalPlan.NodeScan) {
    self.run = run
    self.input = input
    self.scan = scan
    filter = scan.conditions.isEmpty ? nil : RowFilter(run, scan.conditions)
  }

  func beginRow() {
    patience = 1
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
    let needsRows = batch.holdsAnything(in: scan.carried)
    // What a query writes may change what the next nodes are.
    let mayCollect = filter != nil && !run.graph.hasOverlay && !run.isWriting
    var found = Candidates()
    var rounds = 0
    while row < batch.count {
      var more = try candidates(for: batch, withRows: needsRows, room: run.batchCapacity - found.nodes.count)
      if let filter, !more.nodes.isEmpty {
        let wanted = try filter.positions(in: more.nodes, areStretch: more.stretch, slot: scan.slot)
        if wanted.count < more.nodes.count { more.keep(wanted) }
      }
      if found.nodes.isEmpty { found = more } else { found.append(more) }
      rounds += 1
      if mayCollect, rounds < patience, found.nodes.count * 2 < run.batchCapacity { continue }
      if !found.nodes.isEmpty { break }
    }
    patience = min(patience * 2, Self.highestPatience)
    guard !found.nodes.isEmpty else { return nil }
    var output: RowBatch
    if needsRows {
      output = batch.gathering(found.rows, carrying: scan.carried)
    } else {
      output = run.emptyBatch
      output.count = found.nodes.count
    }
    output[scan.slot] = .nodes(found.nodes)
    return output
  }

  /// Nodes that are asked, and the input rows that they are for.
  private struct Candidates {
    var nodes: [NodeIndex] = []
    /// Empty where nobody needs them.
    var rows: [Int32] = []
    /// What the nodes are, if they are neighbours in order.
    var stretch: Range<UInt32>?

    mutating func keep(_ positions: [Int32]) {
      nodes = nodes.gathering(positions)
      if !rows.isEmpty { rows = rows.gathering(positions) }
      stretch = nil
    }

    mutating func append(_ other: Candidates) {
      nodes += other.nodes
      rows += other.rows
      stretch = nil
    }
  }

  /// The next nodes with the label, as many as there is room for.
  private func candidates(
    for batch: RowBatch, withRows needsRows: Bool, room: Int
  ) throws(EvaluationError) -> Candidates {
    let label = scan.label.flatMap(run.label)
    let graph = run.graph
    let isPlain = !graph.hasOverlay
    var found = Candidates()
    while row < batch.count, found.nodes.count < room {
      guard range < ranges.count else {
        row += 1
        beginRow()
        continue
      }
      let before = found.nodes.count
      let end = min(ranges[range].upperBound, position + UInt32(room - before))
      if isPlain {
        found.stretch = before == 0 ? position..<end : nil
        if before == 0 { found.nodes = .stretch(position..<end) } else { found.nodes += .stretch(position..<end) }
      } else {
        for raw in position..<end {
          let node = NodeIndex(raw)
          if !run.touches(node) || graph.contains(node, label: label) { found.nodes.append(node) }
        }
      }
      if needsRows { found.rows += repeatElement(Int32(row), count: found.nodes.count - before) }
      position = end
      if position >= ranges[range].upperBound {
        range += 1
        if range < ranges.count { position = ranges[range].lowerBound }
      }
      try run.budget.check()
    }
    return found
  }
}

extension [NodeIndex] {
  /// Neighbouring nodes.
  fileprivate static func stretch(_ nodes: Range<UInt32>) -> [NodeIndex] {
    unsafe [NodeIndex](unsafeUninitializedCapacity: nodes.count) { buffer, count in
      for offset in 0..<nodes.count {
        unsafe buffer[offset] = NodeIndex(nodes.lowerBound &+ UInt32(truncatingIfNeeded: offset))
      }
      count = nodes.count
    }
  }
}
