import CypherSemantics
import CypherSyntax
import GraphModel

/// Makes column predicates of conditions, for batches like one that is at hand.
struct ColumnPredicateCompiler {
  let run: QueryRun
  let batch: RowBatch
  /// The slots whose elements are asked.
  private(set) var slots: Set<Slot> = []

  init(_ run: QueryRun, _ batch: RowBatch) {
    self.run = run
    self.batch = batch
  }

  /// - Parameter wanted: the outcome for which rows are selected.
  /// - Returns: `nil` for a condition that is more than tests of properties and labels against what is the same for all
  ///   rows, or that might fail.
  mutating func predicate(_ condition: BoundExpression, _ wanted: Bool = true) -> ColumnPredicate? {
    switch condition.kind {
    case .constant(.boolean(let flag)): return .constant(flag == wanted)
    case .constant(.null): return .constant(false)
    case .not(let operand): return predicate(operand, !wanted)
    case .and(let operands): return predicate(operands, wanted, isAll: wanted)
    case .or(let operands): return predicate(operands, wanted, isAll: !wanted)
    case .comparison(let op, let left, let right):
      if let value = fixed(right) { return test(.comparison(op, value), of: left, wanted) }
      if let value = fixed(left) { return test(.comparison(op.mirrored, value), of: right, wanted) }
      return nil
    case .isNull(let operand, let isNegated): return test(.isNull, of: operand, wanted != isNegated)
    case .hasLabels(let element, let labels):
      guard case .slot(let slot) = element.kind, case .nodes = batch[slot] else { return nil }
      slots.insert(slot)
      return .labels(LabelRanges(labels, run), slot, isInside: wanted)
    case .binary(let op, let left, let right):
      guard let value = fixed(right) else { return nil }
      switch (op, value) {
      case (.in, .list(let items)): return test(.anyOf(items), of: left, wanted)
      case (.in, .null): return fixed(left) == nil ? propertyColumn(left).map { _ in .constant(false) } : nil
      case (.startsWith, _), (.endsWith, _), (.contains, _): return test(.text(op, value), of: left, wanted)
      case (.matches, _):
        // What is no pattern is an error for the rows that ask.
        guard (try? run.patterns.matches("", value, run.budget)) != nil else { return nil }
        return test(.pattern(value), of: left, wanted)
      default: return nil
      }
    default: return nil
    }
  }

  private mutating func predicate(
    _ operands: [BoundExpression], _ wanted: Bool, isAll: Bool
  ) -> ColumnPredicate? {
    var parts: [ColumnPredicate] = []
    for operand in operands {
      guard let part = predicate(operand, wanted) else { return nil }
      parts.append(part)
    }
    parts.sort { $0.cost < $1.cost }
    return isAll ? .all(parts) : .any(parts)
  }

  private mutating func test(_ test: ValueTest, of property: BoundExpression, _ wanted: Bool) -> ColumnPredicate? {
    guard let (slot, column) = propertyColumn(property) else { return nil }
    slots.insert(slot)
    return .test(ColumnTest(test, of: column, wanted: wanted, run), slot)
  }

  /// The column of a property of a node or relationship; a column that is `nil` stands for a property that none has.
  private func propertyColumn(_ expression: BoundExpression) -> (Slot, PropertyColumn?)? {
    guard case .property(let base, let name) = expression.kind, case .slot(let slot) = base.kind else { return nil }
    let snapshot = run.graph.snapshot
    switch batch[slot] {
    case .nodes: return (slot, run.key(name).flatMap(snapshot.nodeColumn))
    case .relationships: return (slot, run.key(name).flatMap(snapshot.relationshipColumn))
    case .unused, .texts, .values: return nil
    }
  }

  /// The value of an expression that is the same for all rows, and does not fail.
  private func fixed(_ expression: BoundExpression) -> Value? {
    if case .constant(let value) = expression.kind { return value }
    guard expression.isFixed else { return nil }
    var row = RowBatch(slotCount: 0)
    row.count = 1
    return try? Evaluator(run).value(expression, row: 0, of: row)
  }
}

extension BoundExpression {
  /// Whether it reads nothing of the row, and comes to the same each time.
  fileprivate var isFixed: Bool {
    switch kind {
    case .slot, .local, .path, .isAcyclic, .subquery, .aggregate, .listComprehension, .quantifier, .reduce: false
    case .call(let reference, let arguments):
      reference.function.isDeterministic && arguments.allSatisfy(\.isFixed)
    default: children.allSatisfy(\.isFixed)
    }
  }
}
