import CypherSemantics
import GraphModel

/// `LOAD CSV`: for each input row the rows of a file, which is read as they are asked for.
final class LoadCSVOperator: RowExpandingOperator {
  private let run: QueryRun
  let input: any PhysicalOperator
  private let load: BoundTableLoad
  private let evaluator: Evaluator
  var batch: RowBatch?
  var row = 0
  private var table: (any TableReader)?

  init(run: QueryRun, input: any PhysicalOperator, load: BoundTableLoad) {
    self.run = run
    self.input = input
    self.load = load
    evaluator = Evaluator(run)
  }

  func beginRow() throws(EvaluationError) {
    table = nil
    guard let batch, row < batch.count else { return }
    let url = try text(load.url, expected: "the name of a file", in: "LOAD CSV", of: batch)
    var terminator: String?
    if let expression = load.fieldTerminator {
      terminator = try text(expression, expected: "a string", in: "FIELDTERMINATOR", of: batch)
    }
    guard let tables = run.tables else {
      throw EvaluationError.argument("ExternalResourceFailed", "there is no folder here from which files can be read")
        .located(at: load.url.span)
    }
    let request = TableRequest(url: url, fieldTerminator: terminator, hasHeader: load.withHeaders)
    do throws(EvaluationError) { table = try tables.open(request) } catch { throw error.located(at: load.url.span) }
  }

  private func text(
    _ expression: BoundExpression, expected: String, in clause: String, of batch: RowBatch
  ) throws(EvaluationError) -> String {
    let value = try evaluator.value(expression, row: row, of: batch)
    guard case .string(let text) = value else {
      throw EvaluationError.invalidArgument(value, expected: expected, in: clause).located(at: expression.span)
    }
    return text
  }

  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    while row < batch.count, let table {
      try run.budget.check()
      let rows: [TableRow]
      do throws(EvaluationError) { rows = try table.rows(atMost: run.batchCapacity) } catch {
        throw error.located(at: load.url.span)
      }
      if !rows.isEmpty { return output(rows, of: table, batch) }
      row += 1
      try beginRow()
    }
    return nil
  }

  private func output(_ rows: [TableRow], of table: any TableReader, _ batch: RowBatch) -> RowBatch {
    var output = batch.gathering([Int32](repeating: Int32(row), count: rows.count))
    let header = table.header
    output[load.row] = .values(
      rows.map { row in
        if !load.withHeaders { return .list(row.cells.map { $0.map(Value.string) ?? .null }) }
        var map: [String: Value] = [:]
        map.reserveCapacity(header.count)
        for (position, name) in header.enumerated() {
          let cell = position < row.cells.count ? row.cells[position] : nil
          map[name] = cell.map(Value.string) ?? .null
        }
        return .map(map)
      })
    output[load.line] = .values(rows.map { .integer(Int64($0.line)) })
    output[load.file] = .values([Value](repeating: .string(table.name), count: rows.count))
    return output
  }
}
