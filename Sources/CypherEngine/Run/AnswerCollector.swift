import CypherSemantics
import GraphModel

/// Puts the batches that a query gives into its answer, column by column.
enum AnswerCollector {
  /// - Throws: an error with a truncation when the answer may have no more rows, or the query holds too much.
  static func add(
    _ batch: RowBatch, _ query: RunnableQuery, _ run: QueryRun, to table: inout ResultTable
  ) throws(EvaluationError) {
    if query.output.isEmpty || batch.isEmpty { return }
    let budget = run.budget
    let limit = budget.rowLimit ?? .max
    let count = min(batch.count, limit - table.rows.count)
    var holdsValues = false
    let columns = query.output.map { slot -> ResultColumn in
      let column = batch.columns[slot.number].result(count: count)
      if case .values = column { holdsValues = true }
      return column
    }
    let rows = ResultRows(columns: columns, count: count)
    if budget.limitsMemory { try budget.hold(bytes(of: rows, budget)) }
    if holdsValues, !query.isWriting { try ElementCollector.add(rows, in: run.graph, budget, to: &table.elements) }
    if table.rows.isEmpty { table.rows = rows } else { table.rows.append(rows) }
    if count < batch.count {
      throw EvaluationError.stopped(
        by: .rows(limit: limit), "the answer has more than \(limit) rows", hint: "--max-rows allows more")
    }
  }

  private static func bytes(of rows: ResultRows, _ budget: BudgetMeter) -> Int {
    rows.columns.reduce(0) { sum, column in
      switch column {
      case .texts: sum + MemoryLayout<UInt32>.stride * rows.count
      case .values(let values):
        values.reduce(sum + ValueFootprint.stride * rows.count) { $0 + budget.footprint.bytes(of: $1) }
      }
    }
  }
}

extension Column {
  /// The first values, as a column of an answer.
  fileprivate func result(count: Int) -> ResultColumn {
    switch self {
    case .unused: return .values([Value](repeating: .null, count: count))
    case .texts(let codes, let source):
      return .texts(codes.count == count ? codes : Array(codes.prefix(count)), source.dictionary)
    case .values(let values): return .values(values.count == count ? values : Array(values.prefix(count)))
    case .nodes, .relationships: return .values((0..<count).map { self[$0] })
    }
  }
}
