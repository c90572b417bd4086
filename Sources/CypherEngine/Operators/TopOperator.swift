import CypherSemantics
import GraphModel

/// The first rows of an order. Rows that cannot be among them any more are let go as they come, so that memory holds
/// a few times the wanted number and never the whole input.
final class TopOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let keys: [BoundProjection.SortKey]
  private let skip: BoundExpression?
  private let limit: BoundExpression
  private var isDone = false
  private var held: HeldMemory

  init(
    run: QueryRun, input: any PhysicalOperator, keys: [BoundProjection.SortKey], skip: BoundExpression?,
    limit: BoundExpression
  ) {
    held = HeldMemory(run)
    self.run = run
    self.input = input
    self.keys = keys
    self.skip = skip
    self.limit = limit
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard !isDone else { return nil }
    isDone = true
    let limit = try RowCount.value(of: limit, clause: "LIMIT", run: run)
    var skipped = 0
    if let skip { skipped = try RowCount.value(of: skip, clause: "SKIP", run: run) }
    let wanted = limit.addingReportingOverflow(skipped)
    let count = wanted.overflow ? Int.max : wanted.partialValue
    var kept = RowBatch(slotCount: run.slotCount)
    while let batch = try input.next() {
      try held.add(batch)
      kept.append(batch)
      try run.budget.check()
      guard kept.count / 4 > max(count, run.batchCapacity) else { continue }
      kept = try first(count, of: kept)
      held.release()
      try held.add(kept)
    }
    return try first(count, of: kept)
  }

  func reset() {
    isDone = false
    held.release()
    input.reset()
  }

  private func first(_ count: Int, of rows: RowBatch) throws(EvaluationError) -> RowBatch {
    let columns = try SortColumns(keys, of: rows, run: run)
    return rows.gathering(Array(try columns.sortedRows().prefix(count)))
  }
}
