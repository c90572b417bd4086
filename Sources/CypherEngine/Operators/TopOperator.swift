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

  init(
    run: QueryRun, input: any PhysicalOperator, keys: [BoundProjection.SortKey], skip: BoundExpression?,
    limit: BoundExpression
  ) {
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
      kept.append(batch)
      if kept.count / 4 > max(count, run.batchCapacity) { kept = try first(count, of: kept) }
    }
    return try first(count, of: kept)
  }

  func reset() {
    isDone = false
    input.reset()
  }

  private func first(_ count: Int, of rows: RowBatch) throws(EvaluationError) -> RowBatch {
    let columns = try SortColumns(keys, of: rows, run: run)
    let order = (0..<Int32(rows.count)).sorted { columns.precedes(Int($0), Int($1)) }
    return rows.gathering(Array(order.prefix(count)))
  }
}
