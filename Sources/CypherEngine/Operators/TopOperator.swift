import CypherSemantics
import GraphModel

/// The first rows of an order. A row that comes behind as many others as are wanted is let go at once, told by its first
/// sort key alone; memory holds a few times the wanted number and never the whole input.
final class TopOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let keys: [BoundProjection.SortKey]
  private let skip: BoundExpression?
  private let limit: BoundExpression
  private let evaluator: Evaluator
  private var isDone = false
  private let held: HeldMemory
  /// Rows kept beyond the wanted ones before they are sorted out.
  private static let slack = 256
  /// The first key of the last of the wanted rows; `nil` while there are fewer rows than wanted.
  private var last: Column?

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
    evaluator = Evaluator(run)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard !isDone else { return nil }
    isDone = true
    let limit = try RowCount.value(of: limit, clause: "LIMIT", run: run)
    var skipped = 0
    if let skip { skipped = try RowCount.value(of: skip, clause: "SKIP", run: run) }
    let wanted = limit.addingReportingOverflow(skipped)
    let count = wanted.overflow ? Int.max : wanted.partialValue
    // Another value each time cannot be told from the first.
    let canCompareEarly = !keys.contains { $0.expression.isRandom || $0.expression.containsSubquery }
    var kept = run.emptyBatch
    while let batch = try input.next() {
      try run.budget.check()
      let more = canCompareEarly ? try candidates(of: batch) : batch
      try held.add(more)
      kept.append(more)
      run.note(heldRows: kept.count)
      guard kept.count / 2 > max(count, Self.slack) else { continue }
      kept = try first(count, of: kept)
      if canCompareEarly, count > 0 {
        last = try evaluator.column(keys[0].expression, of: kept.gathering([Int32(count - 1)]))
      }
      held.release()
      try held.add(kept)
    }
    last = nil
    return try first(count, of: kept)
  }

  func reset() {
    isDone = false
    last = nil
    held.release()
    input.reset()
  }

  func rest() { input.rest() }

  /// The rows that may be among the first. Keys that may fail are computed for all rows, that a mistake shows whatever
  /// the order.
  private func candidates(of batch: RowBatch) throws(EvaluationError) -> RowBatch {
    guard let last, !batch.isEmpty else { return batch }
    let column = try evaluator.column(keys[0].expression, of: batch)
    for key in keys.dropFirst() where run.isWriting || !key.expression.isPlainValue {
      _ = try evaluator.column(key.expression, of: batch)
    }
    let behind: ValueOrder = keys[0].isDescending ? .less : .greater
    var rows: [Int32] = []
    if case .texts(let codes, let source) = column, case .texts(let lastCode, let own) = last, own === source {
      for row in codes.indices where source.dictionary.order(ofCodes: codes[row], lastCode[0]) != behind {
        rows.append(Int32(row))
      }
    } else {
      let value = last[0]
      for row in 0..<batch.count where column[row].orderability(against: value) != behind { rows.append(Int32(row)) }
    }
    return rows.count == batch.count ? batch : batch.gathering(rows)
  }

  private func first(_ count: Int, of rows: RowBatch) throws(EvaluationError) -> RowBatch {
    let columns = try SortColumns(keys, of: rows, run: run)
    return rows.gathering(try columns.firstRows(count))
  }
}

extension BoundExpression {
  /// A variable, or the property of one that holds nodes: computing it cannot fail.
  fileprivate var isPlainValue: Bool {
    switch kind {
    case .slot, .constant: true
    case .property(let base, _): if case .slot = base.kind { base.type == .node } else { false }
    default: false
    }
  }
}
