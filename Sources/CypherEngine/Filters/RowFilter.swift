import CypherSemantics
import GraphModel

/// Finds the rows of batches for which a condition is true. Its parts are asked one after the other, of whole columns
/// where they are column predicates, of the rows that are left where they are not; nodes and relationships that the
/// overlay touches are always asked one by one.
final class RowFilter {
  private enum Stage {
    case columns(ColumnPredicate)
    case rows(BoundExpression)
  }

  private struct Stages {
    var stages: [Stage]
    /// The slots whose elements are asked by column.
    var slots: [(slot: Slot, holdsNodes: Bool)]
  }

  /// Fewer rows are asked faster one by one.
  private static let worthwhile = 16

  private let run: QueryRun
  private let evaluator: Evaluator
  private let conjuncts: [BoundExpression]
  private var stages: Stages?

  /// - Parameter conditions: all of which must be true.
  init(_ run: QueryRun, _ conditions: [BoundExpression]) {
    self.run = run
    evaluator = Evaluator(run)
    conjuncts = conditions.flatMap(\.conjuncts)
  }

  /// Whether the conditions read a slot.
  func asks(_ slot: Slot) -> Bool { conjuncts.contains { $0.slots.contains(slot) } }

  /// The rows for which the condition is true, in order.
  /// - Parameter stretch: what all asked elements are, if they are neighbours in order.
  func rows(of batch: RowBatch, areStretch stretch: Range<UInt32>? = nil) throws(EvaluationError) -> [Int32] {
    guard batch.count >= Self.worthwhile else {
      var rows = [Int32].rows(batch.count)
      try selectOneByOne(&rows, of: batch)
      return rows
    }
    let stages = self.stages ?? makeStages(for: batch)
    self.stages = stages
    guard stages.slots.allSatisfy({ batch[$0.slot].holds(nodes: $0.holdsNodes) }) else {
      var rows = [Int32].rows(batch.count)
      try selectOneByOne(&rows, of: batch)
      return rows
    }
    var rows: [Int32]
    var left = stages.stages[...]
    var touched: [Int32] = []
    if let stretch, !run.graph.hasOverlay, case .columns(.test(let test, _))? = left.first,
      let places = test.places(in: stretch)
    {
      rows = places
      left.removeFirst()
    } else {
      rows = .rows(batch.count)
    }
    if run.graph.hasOverlay {
      for (slot, _) in stages.slots { batch[slot].removeTouched(&rows, run, into: &touched) }
    }
    for stage in left where !rows.isEmpty {
      switch stage {
      case .columns(let predicate): try predicate.select(&rows, of: batch)
      case .rows(let condition): try select(&rows, condition, of: batch)
      }
      try run.budget.check()
    }
    guard !touched.isEmpty else { return rows }
    try selectOneByOne(&touched, of: batch)
    return (rows + touched).sorted()
  }

  /// The nodes for which a condition on them alone is true, by position.
  /// - Parameter stretch: what the nodes are, if they are neighbours in order.
  func positions(
    in nodes: [NodeIndex], areStretch stretch: Range<UInt32>? = nil, slot: Slot
  ) throws(EvaluationError) -> [Int32] {
    var batch = run.emptyBatch
    batch.count = nodes.count
    batch[slot] = .nodes(nodes)
    return try rows(of: batch, areStretch: stretch)
  }

  /// The nodes of the map for which conditions on them alone are true, as stretches of numbers; `nil` where each has to
  /// be asked, as where the overlay has other properties of a node than the map.
  func stretches(ofNodesIn slot: Slot) -> [Range<UInt32>]? {
    if run.graph.changesNodeProperties { return nil }
    var batch = run.emptyBatch
    batch[slot] = .nodes([])
    let bound = UInt32(run.graph.snapshot.nodeCount)
    var compiler = ColumnPredicateCompiler(run, batch)
    var all = [0..<bound]
    for condition in conjuncts {
      guard let stretches = compiler.predicate(condition)?.stretches(below: bound) else { return nil }
      all = all.intersection(stretches)
    }
    return all
  }

  // MARK: Row by row

  private func selectOneByOne(_ rows: inout [Int32], of batch: RowBatch) throws(EvaluationError) {
    for condition in conjuncts where !rows.isEmpty { try select(&rows, condition, of: batch) }
  }

  private func select(
    _ rows: inout [Int32], _ condition: BoundExpression, of batch: RowBatch
  ) throws(EvaluationError) {
    var kept = 0
    for row in rows {
      if try evaluator.truth(condition, row: Int(row), of: batch) == true {
        rows[kept] = row
        kept += 1
      }
      try run.budget.check()
    }
    rows.removeLast(rows.count - kept)
  }

  // MARK: Stages

  /// What is asked of columns comes first, the cheapest before the others; but not before what may fail, which fails
  /// then for the same rows as ever.
  private func makeStages(for batch: RowBatch) -> Stages {
    var compiler = ColumnPredicateCompiler(run, batch)
    var leading: [ColumnPredicate] = []
    var others: [Stage] = []
    var mayFail = false
    for condition in conjuncts {
      if let predicate = compiler.predicate(condition) {
        if mayFail { others.append(.columns(predicate)) } else { leading.append(predicate) }
      } else {
        others.append(.rows(condition))
        mayFail = mayFail || !condition.isSafeCondition
      }
    }
    leading.sort { $0.cost < $1.cost }
    let slots = compiler.slots.sorted { $0.number < $1.number }
    return Stages(
      stages: leading.map { .columns($0) } + others,
      slots: slots.map { slot in
        if case .nodes = batch[slot] { (slot, true) } else { (slot, false) }
      })
  }
}

extension BoundExpression {
  /// The parts of a conjunction; else the condition itself.
  fileprivate var conjuncts: [BoundExpression] {
    if case .and(let parts) = kind { parts.flatMap(\.conjuncts) } else { [self] }
  }

  /// Whether it is a condition that never fails.
  fileprivate var isSafeCondition: Bool {
    switch kind {
    case .comparison(_, let left, let right): left.isSafe && right.isSafe
    case .isNull(let operand, _): operand.isSafe
    case .and(let parts), .or(let parts): parts.allSatisfy(\.isSafeCondition)
    case .not(let operand): operand.isSafeCondition
    default: false
    }
  }

  private var isSafe: Bool {
    switch kind {
    case .constant, .slot: true
    case .property(let base, _):
      if case .slot = base.kind { base.type == .node || base.type == .relationship } else { false }
    default: isSafeCondition
    }
  }
}

extension Column {
  fileprivate func holds(nodes: Bool) -> Bool {
    switch self {
    case .nodes: nodes
    case .relationships: !nodes
    case .unused, .texts, .values: false
    }
  }

  /// Takes the rows whose element the overlay touches out of some rows.
  fileprivate func removeTouched(_ rows: inout [Int32], _ run: QueryRun, into touched: inout [Int32]) {
    rows.removeAll { row in
      let isTouched =
        switch self {
        case .nodes(let nodes): nodes[Int(row)] != .none && run.touches(nodes[Int(row)])
        case .relationships(let relationships):
          relationships[Int(row)] != .none && run.graph.isTouched(relationships[Int(row)])
        case .unused, .texts, .values: true
        }
      if isTouched { touched.append(row) }
      return isTouched
    }
  }
}
