import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row the relationships of a node, and the nodes at their other ends; of both ends that are bound, the
/// one with fewer relationships is looked at.
///
/// Rows are filled straight from the map's adjacency; only nodes whose relationships the overlay touches are asked
/// through it.
final class ExpandOperator: RowExpandingOperator {
  private let run: QueryRun
  let input: any PhysicalOperator
  private let expand: LogicalPlan.Expand
  private let direction: TraversalDirection
  private let filter: RowFilter?
  private let carriesRelationship: Bool
  var batch: RowBatch?
  var row = 0
  /// The types to follow, of those in the map.
  private lazy var types: [Int] = {
    let bound = run.graph.snapshot.outgoing.count
    guard let types = run.types(expand.types) else { return Array(0..<bound) }
    return types.map { Int($0.raw) }.filter { $0 < bound }
  }()
  /// The part of the current row's relationships that comes next: of a type, in one direction.
  private var part = 0
  private var positions = 0..<0
  /// The node whose relationships are followed, and the node to which they must lead.
  private var source = NodeIndex.none
  private var target: NodeIndex?
  private var isReversed = false
  /// The relationships of a node that the overlay touches.
  private var neighbours: [Neighbour] = []
  private var isTouched = false
  private var output = ExpandedRows()

  init(run: QueryRun, input: any PhysicalOperator, expand: LogicalPlan.Expand) {
    self.run = run
    self.input = input
    self.expand = expand
    direction = TraversalDirection(expand.direction)
    filter = expand.conditions.isEmpty ? nil : RowFilter(run, expand.conditions)
    carriesRelationship = expand.carried?.contains(expand.relationship) ?? true
  }

  func beginRow() {
    part = 0
    positions = 0..<0
    source = .none
    target = nil
    isTouched = false
    isReversed = false
    guard let batch, row < batch.count, let node = batch[expand.from].node(at: row) else { return }
    source = node
    if expand.isInto {
      guard let end = batch[expand.to].node(at: row) else {
        source = .none
        return
      }
      target = end
      if isPlain(node), isPlain(end), degree(of: end, direction.reversed) < degree(of: node, direction) {
        isReversed = true
        (source, target) = (end, node)
      }
    }
    guard !isPlain(source) else { return }
    isTouched = true
    neighbours.removeAll(keepingCapacity: true)
    run.graph.appendRelationships(of: source, direction, types: run.types(expand.types), to: &neighbours)
    positions = 0..<neighbours.count
  }

  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    while row < batch.count {
      // Taken out, so that its arrays have one owner while they fill.
      var found = output
      output = ExpandedRows()
      found.prepare(run.batchCapacity)
      while row < batch.count, found.hasRoom {
        let before = found.count
        let hasMore = take(&found)
        check(&found, from: before, of: batch)
        if !hasMore {
          row += 1
          beginRow()
        }
        try run.budget.check()
      }
      output = found
      if let rows = try rows(found, of: batch) { return rows }
    }
    return nil
  }

  /// Takes what there is room for of the next part of the current row.
  /// - Returns: whether the row has more.
  private func take(_ found: inout ExpandedRows) -> Bool {
    guard source != .none else { return false }
    if isTouched {
      positions = found.take(positions, of: neighbours, row: row)
      return !positions.isEmpty
    }
    let direction = isReversed ? direction.reversed : direction
    let snapshot = run.graph.snapshot
    let partCount = direction == .both ? 2 * types.count : types.count
    while found.hasRoom {
      if positions.isEmpty {
        guard part < partCount else { return false }
        positions = self.positions(ofPart: part, direction, snapshot)
        part += 1
        continue
      }
      let isOutgoing = direction == .outgoing || (direction == .both && part % 2 == 1)
      positions = found.take(
        positions, isOutgoing, of: source, isLoopLeftOut: direction == .both && !isOutgoing, snapshot, row: row)
    }
    return part < partCount || !positions.isEmpty
  }

  private func positions(ofPart part: Int, _ direction: TraversalDirection, _ snapshot: GraphSnapshot) -> Range<Int> {
    switch direction {
    case .outgoing: snapshot.outgoing[types[part]].positions(of: source)
    case .incoming: snapshot.incoming[types[part]].positions(of: source)
    case .both: (part % 2 == 0 ? snapshot.outgoing : snapshot.incoming)[types[part / 2]].positions(of: source)
    }
  }

  /// Lets go of rows that the pattern does not want.
  private func check(_ found: inout ExpandedRows, from start: Int, of batch: RowBatch) {
    guard expand.isInto || expand.isBound || !expand.distinctFrom.isEmpty, start < found.count else { return }
    if let target { found.keep(from: start) { _, node in node == target } }
    if expand.isBound {
      let bound = batch[expand.relationship][row]
      found.keep(from: start) { relationship, _ in bound == .relationship(relationship) }
    }
    for slot in expand.distinctFrom {
      found.keep(from: start) { relationship, _ in !batch.holds(relationship, in: slot, row: self.row) }
    }
  }

  /// The rows found, without those that the conditions on the end do not want; `nil` if there is none.
  private func rows(_ found: ExpandedRows, of batch: RowBatch) throws(EvaluationError) -> RowBatch? {
    guard found.count > 0 else { return nil }
    var (rows, relationships, nodes) = found.arrays(withRelationships: carriesRelationship || filter != nil)
    if let filter {
      var ends = run.emptyBatch
      ends.count = nodes.count
      ends[expand.relationship] = .relationships(relationships)
      ends[expand.to] = .nodes(nodes)
      let wanted = try filter.rows(of: ends)
      if wanted.isEmpty { return nil }
      if wanted.count < rows.count {
        rows = wanted.map { rows[Int($0)] }
        nodes = wanted.map { nodes[Int($0)] }
        if carriesRelationship { relationships = wanted.map { relationships[Int($0)] } }
      }
    }
    var output = batch.gathering(rows, carrying: expand.carried)
    if carriesRelationship { output[expand.relationship] = .relationships(relationships) }
    if !expand.isInto { output[expand.to] = .nodes(nodes) }
    return output
  }

  // MARK: The map

  /// Whether the map tells the truth about a node's relationships.
  private func isPlain(_ node: NodeIndex) -> Bool { !run.touchesRelationships(of: node) }

  private func degree(of node: NodeIndex, _ direction: TraversalDirection) -> Int {
    let snapshot = run.graph.snapshot
    var degree = 0
    for type in types {
      if direction != .incoming { degree += snapshot.outgoing[type].positions(of: node).count }
      if direction != .outgoing { degree += snapshot.incoming[type].positions(of: node).count }
    }
    return degree
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
