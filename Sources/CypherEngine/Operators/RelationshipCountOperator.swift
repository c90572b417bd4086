import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row how many relationships a node has, as its degree tells; rows without any are left out.
final class RelationshipCountOperator: PhysicalOperator {
  /// What must be asked of the nodes at the other ends.
  private enum Ends {
    case any, none
    case labelled(LabelRanges)
    /// The overlay may have changed their labels.
    case asked(BoundLabelExpression)
  }

  private let run: QueryRun
  private let input: any PhysicalOperator
  private let expand: LogicalPlan.Expand
  private let count: LogicalPlan.Expand.Count
  private let direction: TraversalDirection
  private let evaluator: Evaluator
  private let types: [TypeID]?
  private var ends: Ends?
  private var neighbours: [Neighbour] = []

  init(
    run: QueryRun, input: any PhysicalOperator, expand: LogicalPlan.Expand, count: LogicalPlan.Expand.Count
  ) {
    self.run = run
    self.input = input
    self.expand = expand
    self.count = count
    direction = TraversalDirection(expand.direction)
    evaluator = Evaluator(run)
    types = run.types(expand.types)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    let ends = ends ?? makeEnds()
    self.ends = ends
    var rows: [Int32] = []
    var counts: [Value] = []
    for row in 0..<batch.count {
      guard let node = batch[expand.from].node(at: row) else { continue }
      let degree = try degree(of: node, ends)
      try run.budget.check()
      if degree == 0 { continue }
      rows.append(Int32(row))
      counts.append(.integer(Int64(degree)))
    }
    var output = rows.count == batch.count ? batch : batch.gathering(rows)
    output[count.slot] = .values(counts)
    return output
  }

  func reset() { input.reset() }

  private func degree(of node: NodeIndex, _ ends: Ends) throws(EvaluationError) -> Int {
    if case .none = ends { return 0 }
    let graph = run.graph
    if case .any = ends, !graph.hasOverlay { return degree(of: node, in: graph.snapshot) }
    neighbours.removeAll(keepingCapacity: true)
    graph.appendRelationships(of: node, direction, types: types, to: &neighbours)
    switch ends {
    case .any, .none: return neighbours.count
    case .labelled(let ranges): return neighbours.count { ranges.contains($0.node) }
    case .asked(let labels):
      var count = 0
      for neighbour in neighbours where try evaluator.hasLabels(.node(neighbour.node), labels) == .boolean(true) {
        count += 1
      }
      return count
    }
  }

  private func degree(of node: NodeIndex, in snapshot: GraphSnapshot) -> Int {
    guard let types else {
      return snapshot.outgoing.indices.reduce(0) { $0 + degree(of: node, in: snapshot, type: $1) }
    }
    return types.reduce(0) { sum, type in
      Int(type.raw) < snapshot.outgoing.count ? sum + degree(of: node, in: snapshot, type: Int(type.raw)) : sum
    }
  }

  private func degree(of node: NodeIndex, in snapshot: GraphSnapshot, type: Int) -> Int {
    switch direction {
    case .outgoing: return snapshot.outgoing[type].positions(of: node).count
    case .incoming: return snapshot.incoming[type].positions(of: node).count
    case .both:
      // A relationship from a node to itself counts once.
      return snapshot.outgoing[type].positions(of: node).count
        + snapshot.incoming[type].positions(of: node).count { NodeIndex(snapshot.incomingNeighbours[$0]) != node }
    }
  }

  /// Whether the statistics tell already what all ends are.
  private func makeEnds() -> Ends {
    guard let labels = count.ends else { return .any }
    let graph = run.graph
    if graph.hasOverlay { return .asked(labels) }
    let snapshot = graph.snapshot
    let isWanted = snapshot.labelSets.map { set in
      labels.matches(label: { run.label($0).map(set.contains) ?? false }, isEmpty: set.isEmpty)
    }
    var (all, any) = (true, false)
    for pattern in snapshot.relationshipPatterns where types?.contains(pattern.type) ?? true {
      let ends: [UInt32] =
        switch direction {
        case .outgoing: [pattern.endLabelSet]
        case .incoming: [pattern.startLabelSet]
        case .both: [pattern.startLabelSet, pattern.endLabelSet]
        }
      for end in ends { (all, any) = (all && isWanted[Int(end)], any || isWanted[Int(end)]) }
    }
    return all ? .any : any ? .labelled(LabelRanges(labels, run)) : .none
  }
}
