import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row all ways through repetitions of a piece of a path, depth first.
final class RepeatPathOperator: RowExpandingOperator {
  private struct Choice {
    var matches = BodyMatches()
    var next = 0
  }

  private let run: QueryRun
  let input: any PhysicalOperator
  private let expand: LogicalPlan.RepeatPath
  private var matcher: BodyMatcher
  private let groups: [(group: PathBody.Group, position: PathBody.Position)]
  var batch: RowBatch?
  var row = 0
  private var hasStarted = false
  /// The choices at each repetition of the way so far; those beyond `depth` are kept for their memory.
  private var choices: [Choice] = []
  private var depth = 0
  private var relationships = WalkMarks<RelationshipIndex>()
  /// One more than relationships.
  private var nodes = WalkMarks<NodeIndex>()

  init(run: QueryRun, input: any PhysicalOperator, expand: LogicalPlan.RepeatPath) {
    self.run = run
    self.input = input
    self.expand = expand
    matcher = BodyMatcher(run: run, body: expand.body, mode: expand.mode, isReversed: expand.isReversed)
    groups = expand.body.groups
  }

  func beginRow() {
    hasStarted = false
    depth = 0
    relationships.removeAll()
    nodes.removeAll()
  }

  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    var output = Output(groupCount: groups.count)
    while row < batch.count, output.rows.count < run.batchCapacity {
      if !hasStarted {
        guard let start = batch[expand.from].node(at: row) else {
          row += 1
          beginRow()
          continue
        }
        hasStarted = true
        nodes.append(start)
        if expand.length.lower == 0 { give(start, of: batch, to: &output) }
        try choose(from: start, of: batch)
        continue
      }
      guard let end = advance() else {
        row += 1
        beginRow()
        continue
      }
      if depth >= expand.length.lower { give(end, of: batch, to: &output) }
      if depth < expand.length.upper ?? .max {
        try choose(from: end, of: batch)
      } else {
        leave()
      }
      try run.budget.check()
    }
    guard !output.rows.isEmpty else { return nil }
    var result = batch.gathering(output.rows)
    result[expand.relationships] = .values(output.relationships)
    if !expand.isInto { result[expand.to] = .nodes(output.nodes) }
    for (number, entry) in groups.enumerated() { result[entry.group.slot] = .values(output.groups[number]) }
    return result
  }

  // MARK: Walking

  /// Gathers the choices for one more repetition.
  private func choose(from node: NodeIndex, of batch: RowBatch) throws(EvaluationError) {
    if depth == choices.count { choices.append(Choice()) }
    choices[depth].matches.removeAll()
    choices[depth].next = 0
    let (relationships, nodes, row, mode) = (self.relationships, self.nodes, self.row, expand.mode)
    let rivals = expand.distinctFrom
    try matcher.appendMatches(from: node, row: row, of: batch, to: &choices[depth].matches) { relationship, node in
      switch mode {
      case .walk: break
      case .trail: if relationships.contains(relationship) { return false }
      case .acyclic: if nodes.contains(node) { return false }
      }
      return !rivals.contains { batch.holds(relationship, in: $0, row: row) }
    }
  }

  /// Takes the next choice, of the deepest repetition that has one.
  /// - Returns: where it leads; `nil` when all ways are walked.
  private func advance() -> NodeIndex? {
    let length = matcher.length
    while true {
      let number = choices[depth].next
      if number < choices[depth].matches.count {
        choices[depth].next = number + 1
        for index in number * length..<(number + 1) * length {
          relationships.append(choices[depth].matches.relationships[index])
          nodes.append(choices[depth].matches.nodes[index])
        }
        depth += 1
        return nodes.elements.last
      }
      guard depth > 0 else { return nil }
      leave()
    }
  }

  /// Undoes the last repetition.
  private func leave() {
    depth -= 1
    relationships.removeLast(matcher.length)
    nodes.removeLast(matcher.length)
  }

  // MARK: Rows

  private struct Output {
    var rows: [Int32] = []
    var nodes: [NodeIndex] = []
    var relationships: [Value] = []
    var groups: [[Value]]

    init(groupCount: Int) { groups = [[Value]](repeating: [], count: groupCount) }
  }

  private func give(_ end: NodeIndex, of batch: RowBatch, to output: inout Output) {
    if expand.isInto, batch[expand.to].node(at: row) != end { return }
    output.rows.append(Int32(row))
    output.nodes.append(end)
    let walked = relationships.elements
    let ordered = (expand.isReversed ? walked.reversed() : walked).map { Value.relationship($0) }
    output.relationships.append(.list(ordered))
    for (number, entry) in groups.enumerated() { output.groups[number].append(.list(list(at: entry.position))) }
  }

  /// What stands at a place of the body in all repetitions, in the order written.
  private func list(at position: PathBody.Position) -> [Value] {
    let length = matcher.length
    let count = relationships.count / length
    var values: [Value] = []
    values.reserveCapacity(count)
    for repetition in 0..<count {
      let start = (expand.isReversed ? count - 1 - repetition : repetition) * length
      switch position {
      case .node(let index): values.append(.node(nodes.elements[start + (expand.isReversed ? length - index : index)]))
      case .step(let index):
        values.append(.relationship(relationships.elements[start + (expand.isReversed ? length - 1 - index : index)]))
      }
    }
    return values
  }
}
