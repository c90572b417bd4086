import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row the relationships of a node, and the nodes at their other ends; of both ends that are bound, the
/// one with fewer relationships is looked at.
///
/// Rows are filled straight from the map's adjacency, many at a time; only nodes whose relationships the overlay touches
/// are asked through it.
final class ExpandOperator: RowExpandingOperator {
  private let run: QueryRun
  let input: any PhysicalOperator
  private let expand: LogicalPlan.Expand
  private let direction: TraversalDirection
  /// Asks for what is not known of all nodes to which relationships of these types lead.
  private lazy var filter: RowFilter? = {
    let conditions = expand.conditions.filter { !isKnown($0) }
    return conditions.isEmpty ? nil : RowFilter(run, conditions)
  }()
  private let carriesRelationship: Bool
  var batch: RowBatch?
  var row = 0
  /// The types to follow, of those in the map.
  private lazy var types: [TypeID] = {
    let bound = run.graph.snapshot.outgoing.count
    guard let types = run.types(expand.types) else { return (0..<bound).map { TypeID(UInt32($0)) } }
    return types.filter { Int($0.raw) < bound }
  }()
  private lazy var stored = StoredRelationships(run.graph.snapshot, direction, types: types)
  private lazy var storedReversed = StoredRelationships(run.graph.snapshot, direction.reversed, types: types)
  /// How far the rows before the next one that needs its relationships listed have come.
  private var place = StoredRelationships.Place(row: 0)
  /// The relationships of the current row, where they are listed, and those of them that come next.
  private var neighbours: [Neighbour] = []
  private var positions = 0..<0
  private var isListed = false
  /// The node to which they must lead.
  private var target: NodeIndex?
  private var output = ExpandedRows()

  init(run: QueryRun, input: any PhysicalOperator, expand: LogicalPlan.Expand) {
    self.run = run
    self.input = input
    self.expand = expand
    direction = TraversalDirection(expand.direction)
    carriesRelationship = expand.carried?.contains(expand.relationship) ?? true
  }

  func beginRow() {
    place = StoredRelationships.Place(row: row)
    isListed = false
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
        if isListed {
          positions = found.take(positions, of: neighbours, row: row)
        } else if !takeStored(&found, of: batch) {
          list(batch)
          continue
        }
        check(&found, from: before, of: batch)
        if isListed, positions.isEmpty {
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

  /// Takes what there is room for of the rows up to the next one whose relationships must be listed.
  /// - Returns: `false` if that is the current one.
  private func takeStored(_ found: inout ExpandedRows, of batch: RowBatch) -> Bool {
    guard !expand.isInto, !expand.isBound, case .nodes(let nodes) = batch[expand.from] else { return false }
    var end = nodes.count
    if run.graph.hasOverlay {
      end = nodes[row...].firstIndex { $0 != .none && run.touchesRelationships(of: $0) } ?? end
      if end == row { return false }
    }
    found.take(from: &place, of: nodes[..<end], &stored, withRelationships: needsRelationships)
    row = place.row
    return true
  }

  /// Lists the relationships of the current row.
  private func list(_ batch: RowBatch) {
    isListed = true
    positions = 0..<0
    target = nil
    guard var source = batch[expand.from].node(at: row) else { return }
    var isReversed = false
    if expand.isInto {
      guard let end = batch[expand.to].node(at: row) else { return }
      target = end
      if isPlain(source), isPlain(end), degree(of: end, direction.reversed) < degree(of: source, direction) {
        isReversed = true
        (source, target) = (end, source)
      }
    }
    neighbours.removeAll(keepingCapacity: true)
    if !isPlain(source) {
      run.graph.appendRelationships(of: source, direction, types: run.types(expand.types), to: &neighbours)
    } else if isReversed {
      storedReversed.append(of: source, to: &neighbours)
    } else {
      stored.append(of: source, to: &neighbours)
    }
    positions = 0..<neighbours.count
  }

  /// Whether somebody asks which relationships they are.
  private var needsRelationships: Bool {
    carriesRelationship || filter?.asks(expand.relationship) == true || expand.isBound || !expand.distinctFrom.isEmpty
  }

  /// Lets go of rows that the pattern does not want.
  private func check(_ found: inout ExpandedRows, from start: Int, of batch: RowBatch) {
    guard expand.isInto || expand.isBound || !expand.distinctFrom.isEmpty, start < found.count else { return }
    if let target, expand.isInto { found.keep(from: start) { _, _, node in node == target } }
    if expand.isBound {
      found.keep(from: start) { row, relationship, _ in
        batch[expand.relationship][row] == .relationship(relationship)
      }
    }
    for slot in expand.distinctFrom {
      found.keep(from: start) { row, relationship, _ in !batch.holds(relationship, in: slot, row: row) }
    }
  }

  /// The rows found, without those that the conditions on the end do not want; `nil` if there is none.
  private func rows(_ found: ExpandedRows, of batch: RowBatch) throws(EvaluationError) -> RowBatch? {
    guard found.count > 0 else { return nil }
    var (rows, relationships, nodes) = found.arrays(withRelationships: needsRelationships)
    let carriesEnd = expand.carried?.contains(expand.to) ?? true
    if let filter {
      var ends = run.emptyBatch
      ends.count = nodes.count
      ends[expand.relationship] = needsRelationships ? .relationships(relationships) : .unused
      ends[expand.to] = .nodes(nodes)
      let wanted = try filter.rows(of: ends)
      if wanted.isEmpty { return nil }
      if wanted.count < rows.count {
        rows = rows.gathering(wanted)
        if carriesEnd { nodes = nodes.gathering(wanted) }
        if carriesRelationship { relationships = relationships.gathering(wanted) }
      }
    }
    var output = batch.gathering(rows, carrying: expand.carried)
    if carriesRelationship { output[expand.relationship] = .relationships(relationships) }
    if !expand.isInto, carriesEnd { output[expand.to] = .nodes(nodes) }
    return output
  }

  /// Whether a condition on the labels of the ends holds for all of them, as the counts of the map tell.
  private func isKnown(_ condition: BoundExpression) -> Bool {
    guard case .hasLabels(let element, let labels) = condition.kind, case .slot(expand.to) = element.kind,
      !run.isWriting, !run.graph.hasOverlay
    else { return false }
    let snapshot = run.graph.snapshot
    func holds(_ number: UInt32) -> Bool {
      let set = snapshot.labelSets[Int(number)]
      return labels.matches(label: { run.label($0).map(set.contains) ?? false }, isEmpty: set.isEmpty)
    }
    return snapshot.relationshipPatterns.allSatisfy { pattern in
      guard types.contains(pattern.type) else { return true }
      return (direction == .incoming || holds(pattern.endLabelSet))
        && (direction == .outgoing || holds(pattern.startLabelSet))
    }
  }

  // MARK: The map

  /// Whether the map tells the truth about a node's relationships.
  private func isPlain(_ node: NodeIndex) -> Bool { !run.touchesRelationships(of: node) }

  private func degree(of node: NodeIndex, _ direction: TraversalDirection) -> Int {
    let snapshot = run.graph.snapshot
    var degree = 0
    for type in types {
      if direction != .incoming { degree += snapshot.outgoing[Int(type.raw)].positions(of: node).count }
      if direction != .outgoing { degree += snapshot.incoming[Int(type.raw)].positions(of: node).count }
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
