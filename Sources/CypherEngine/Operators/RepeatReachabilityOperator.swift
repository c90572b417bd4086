import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row every node that repetitions of one relationship reach, once: breadth first.
///
/// It stands for `RepeatPathOperator` where nobody asks which path or how many. A shortest walk to another node meets
/// none twice, so it repeats no relationship; back to the start it does neither as long as directions are kept.
final class RepeatReachabilityOperator: RowExpandingOperator {
  private let run: QueryRun
  let input: any PhysicalOperator
  private let expand: LogicalPlan.RepeatPath
  private var matcher: BodyMatcher
  var batch: RowBatch?
  var row = 0
  private var reached: [NodeIndex] = []
  private var position = 0
  /// The search in which a node was last seen.
  private var seen: [UInt32] = []
  private var search: UInt32 = 0
  private var matches = BodyMatches()

  init(run: QueryRun, input: any PhysicalOperator, expand: LogicalPlan.RepeatPath) {
    self.run = run
    self.input = input
    self.expand = expand
    matcher = BodyMatcher(run: run, body: expand.body, mode: .walk, isReversed: expand.isReversed)
  }

  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    var rows: [Int32] = []
    var nodes: [NodeIndex] = []
    while row < batch.count, rows.count < run.batchCapacity {
      let wanted = expand.isInto ? batch[expand.to].node(at: row) : nil
      while position < reached.count, rows.count < run.batchCapacity {
        let node = reached[position]
        position += 1
        if expand.isInto, node != wanted { continue }
        rows.append(Int32(row))
        nodes.append(node)
      }
      if position >= reached.count {
        row += 1
        try beginRow()
      }
    }
    guard !rows.isEmpty else { return nil }
    var output = batch.gathering(rows)
    if !expand.isInto { output[expand.to] = .nodes(nodes) }
    return output
  }

  /// Finds what the current row's node reaches.
  func beginRow() throws(EvaluationError) {
    reached.removeAll(keepingCapacity: true)
    position = 0
    guard let batch, row < batch.count, let start = batch[expand.from].node(at: row) else { return }
    let bound = run.context.graph.nodeNumberBound
    if seen.count < bound { seen += [UInt32](repeating: 0, count: bound - seen.count) }
    search &+= 1
    if expand.length.lower == 0 {
      reached.append(start)
      seen[Int(start.raw)] = search
    } else if expand.mode == .acyclic {
      seen[Int(start.raw)] = search
    }
    var frontier = [start]
    var depth = 0
    let rivals = expand.distinctFrom
    while !frontier.isEmpty, depth < expand.length.upper ?? .max {
      matches.removeAll()
      for node in frontier {
        try matcher.appendMatches(from: node, row: row, of: batch, to: &matches) { [row] relationship, _ in
          !rivals.contains { batch.holds(relationship, in: $0, row: row) }
        }
      }
      frontier.removeAll(keepingCapacity: true)
      for node in matches.nodes where seen[Int(node.raw)] != search {
        seen[Int(node.raw)] = search
        reached.append(node)
        frontier.append(node)
      }
      depth += 1
      try run.budget.check()
    }
  }
}
