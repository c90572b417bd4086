import CypherSemantics
import GraphModel

/// Runs a query inside an expression for one row after the other.
final class SubqueryRunner {
  private let argument = ArgumentRow()
  private unowned let run: QueryRun
  private let root: any PhysicalOperator

  init(plan: LogicalPlan, run: QueryRun) {
    self.run = run
    root = OperatorBuilder(run: run, argument: argument).build(plan)
  }

  /// The subquery's answer for a row of the enclosing query.
  func answer(_ wanted: SubqueryReference.Answer, row: Int, of batch: RowBatch) throws(EvaluationError) -> Value {
    argument.set(row: row, of: batch)
    root.reset()
    var count = 0
    var values: [Value] = []
    var growing = GrowingValues(run)
    while let rows = try root.next() {
      switch wanted {
      case .exists: if rows.count > 0 { return .boolean(true) }
      case .count: count += rows.count
      case .collect(let slot):
        for row in 0..<rows.count {
          let value = rows[slot][row]
          try growing.add(value)
          values.append(value)
        }
      }
    }
    switch wanted {
    case .exists: return .boolean(false)
    case .count: return .integer(Int64(count))
    case .collect: return .list(values)
    }
  }
}

/// The row that a subquery, or an optional pattern, starts from.
final class ArgumentRow {
  private(set) var batch: RowBatch?

  func set(row: Int, of batch: RowBatch) {
    self.batch = batch.gathering([Int32(row)])
  }

  /// Sets one value of the row.
  func fill(_ slot: Slot, with value: Value) {
    batch?[slot] = .values([value])
  }
}
