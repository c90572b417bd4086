import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row every node that a variable-length pattern or a quantified path of one relationship reaches, once:
/// breadth first, in time linear in the relationships seen, where all paths would be exponentially many.
///
/// It stands for `VariableExpandOperator` and `RepeatPathOperator` where nobody asks which path or how many, and the
/// lower bound is 0 or 1. A shortest walk repeats no relationship, so both give the same nodes.
final class ReachabilityOperator: RowExpandingOperator {
  private let run: QueryRun
  let input: any PhysicalOperator
  private let to: Slot
  private let isInto: Bool
  /// Emptied, if the pattern has a list of relationships.
  private let relationships: Slot?
  private let endLabels: BoundLabelExpression?
  private let endConditions: [BoundExpression]
  private let isCounted: Bool
  private let reach: any NodeReach
  private var labels: NodeLabels?
  var batch: RowBatch?
  var row = 0
  /// The next node to give, by its place among those reached.
  private var place = 0
  /// Rows whose nodes were counted; and where each row is searched for itself, from the second on the nodes themselves.
  private var countedRows = 0
  private var counted: NodeMarks?
  private var knownEnds: CountedEnds?

  init(run: QueryRun, input: any PhysicalOperator, expand: LogicalPlan.ExpandVariable) {
    self.run = run
    self.input = input
    to = expand.to
    isInto = expand.isInto
    relationships = expand.relationships
    endLabels = expand.endLabels
    endConditions = expand.endConditions
    isCounted = expand.isCounted
    reach =
      expand.distinctFrom.isEmpty && expand.stepConditions.isEmpty
      ? PlainReach(
        run: run, from: expand.from, TraversalDirection(expand.direction), types: expand.types, length: expand.length,
        isAcyclic: expand.mode == .acyclic, isShared: expand.isShared)
      : ConditionedReach(run: run, expand: expand)
  }

  init(run: QueryRun, input: any PhysicalOperator, expand: LogicalPlan.RepeatPath) {
    self.run = run
    self.input = input
    to = expand.to
    isInto = expand.isInto
    relationships = nil
    endLabels = expand.endLabels
    endConditions = expand.endConditions
    isCounted = expand.isCounted
    let step = expand.body.steps[0]
    let direction = TraversalDirection(step.direction)
    reach =
      expand.distinctFrom.isEmpty && expand.body.conditions.isEmpty
      ? PlainReach(
        run: run, from: expand.from, expand.isReversed ? direction.reversed : direction, types: step.types,
        length: expand.length, isAcyclic: expand.mode == .acyclic, isShared: expand.isShared)
      : RepetitionReach(run: run, expand: expand)
  }

  func beginRow() throws(EvaluationError) {
    place = 0
    guard let batch, row < batch.count else {
      // What a query writes would have to leave what is still read alone.
      if run.isWriting {
        reach.removeAll()
        labels = nil
      }
      return
    }
    if !isCounted, labels == nil || run.isWriting { labels = NodeLabels(endLabels, run) }
    if reach.isShared {
      place = reach.count
    } else {
      if isCounted, countedRows > 0, counted == nil { _ = try countNew() }
      reach.removeAll()
    }
    try reach.search(row: row, of: batch)
    // Of all rows together, so that none is left.
    if reach.isShared { row = batch.count - 1 }
  }

  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    if isCounted {
      let output = try count(batch)
      if row >= batch.count {
        self.batch = nil
        run.reuse(batch)
      }
      return output
    }
    guard let labels else { return nil }
    var rows: [Int32] = []
    var nodes: [NodeIndex] = []
    while row < batch.count, nodes.count < run.batchCapacity, rows.count < run.batchCapacity {
      if isInto {
        if let wanted = batch[to].node(at: row), reach.reaches(wanted) { rows.append(Int32(row)) }
        place = reach.count
      } else {
        let next = min(reach.count, place + run.batchCapacity - nodes.count)
        let known = nodes.count
        reach.append(place..<next, to: &nodes)
        place = next
        labels.keep(&nodes, from: known)
        rows += repeatElement(Int32(row), count: nodes.count - known)
        try run.budget.check()
      }
      if place >= reach.count {
        row += 1
        try beginRow()
      }
    }
    guard !rows.isEmpty else { return nil }
    var output = batch.gathering(rows)
    if let relationships { output[relationships] = .unused }
    if !isInto { output[to] = .nodes(nodes) }
    return output
  }

  /// As many rows as there are nodes that no row before reached, with nothing in them.
  private func count(_ batch: RowBatch) throws(EvaluationError) -> RowBatch? {
    guard row < batch.count else { return nil }
    var output = run.emptyBatch
    while row < batch.count {
      if reach.isShared || countedRows == 0 {
        output.count += try reach.count(from: place, countedEnds)
      } else {
        output.count += try countNew()
      }
      countedRows += 1
      row += 1
      try beginRow()
    }
    return output
  }

  /// How many nodes the present row reaches that were not counted before.
  private func countNew() throws(EvaluationError) -> Int {
    let known = counted ?? NodeMarks(run.graph)
    counted = known
    let before = known.count
    for node in try countedEnds.nodes(of: reach, 0..<reach.count) { known.insert(node) }
    try run.budget.requireRoom(known.count * MemoryLayout<NodeIndex>.stride)
    return known.count - before
  }

  func reset() {
    input.reset()
    batch = nil
    reach.removeAll()
    counted = nil
    countedRows = 0
  }

  func rest() {
    input.rest()
    reach.rest()
    labels = nil
    knownEnds = nil
  }

  private var countedEnds: CountedEnds {
    if let knownEnds { return knownEnds }
    let made = CountedEnds(endLabels, endConditions, slot: to, run)
    knownEnds = made
    return made
  }
}
