import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row the relationships of a node, and the nodes at their other ends.
final class ExpandOperator: RowExpandingOperator {
  private let run: QueryRun
  let input: any PhysicalOperator
  private let expand: LogicalPlan.Expand
  private let direction: TraversalDirection
  var batch: RowBatch?
  var row = 0
  /// The neighbours of the current row's node that are not given yet.
  private var neighbours: [Neighbour] = []
  private var position = 0

  init(run: QueryRun, input: any PhysicalOperator, expand: LogicalPlan.Expand) {
    self.run = run
    self.input = input
    self.expand = expand
    direction = TraversalDirection(expand.direction)
  }

  func beginRow() {
    neighbours.removeAll(keepingCapacity: true)
    position = 0
    guard let batch, row < batch.count, let node = batch[expand.from].node(at: row) else { return }
    run.context.graph.appendRelationships(of: node, direction, types: run.types(expand.types), to: &neighbours)
  }

  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    var rows: [Int32] = []
    var relationships: [RelationshipIndex] = []
    var nodes: [NodeIndex] = []
    while row < batch.count, rows.count < run.batchCapacity {
      let wantedNode = expand.isInto ? batch[expand.to].node(at: row) : nil
      while position < neighbours.count, rows.count < run.batchCapacity {
        let neighbour = neighbours[position]
        position += 1
        if position & 1023 == 0 { try run.budget.check() }
        if expand.isInto, neighbour.node != wantedNode { continue }
        guard isWanted(neighbour.relationship, row: row, of: batch) else { continue }
        rows.append(Int32(row))
        relationships.append(neighbour.relationship)
        nodes.append(neighbour.node)
      }
      if position >= neighbours.count {
        row += 1
        beginRow()
        try run.budget.check()
      }
    }
    try run.budget.check()
    guard !rows.isEmpty else { return nil }
    var output = batch.gathering(rows)
    output[expand.relationship] = .relationships(relationships)
    if !expand.isInto { output[expand.to] = .nodes(nodes) }
    return output
  }

  private func isWanted(_ relationship: RelationshipIndex, row: Int, of batch: RowBatch) -> Bool {
    if expand.isBound {
      guard case .relationship(let bound) = batch[expand.relationship][row], bound == relationship else { return false }
    }
    for slot in expand.distinctFrom where batch.holds(relationship, in: slot, row: row) { return false }
    return true
  }
}

extension TraversalDirection {
  init(_ direction: RelationshipPatternSyntax.Direction) {
    switch direction {
    case .leftToRight: self = .outgoing
    case .rightToLeft: self = .incoming
    case .either: self = .both
    }
  }
}

extension RowBatch {
  /// Whether a slot holds a relationship, or a list with it.
  func holds(_ relationship: RelationshipIndex, in slot: Slot, row: Int) -> Bool {
    switch self[slot] {
    case .relationships(let relationships): relationships[row] == relationship
    case .values(let values):
      switch values[row] {
      case .relationship(let other): other == relationship
      case .list(let items): items.contains(.relationship(relationship))
      default: false
      }
    case .unused, .nodes, .texts: false
    }
  }
}
