import CypherSemantics

/// One row: empty, or that from which a subquery starts; behind NEXT all rows of the query before it.
final class ArgumentOperator: PhysicalOperator {
  private let run: QueryRun
  private let row: ArgumentRow?
  private let table: ArgumentTable?
  private let imports: [LocalImport]
  private var isDone = false

  init(run: QueryRun, row: ArgumentRow?, table: ArgumentTable?, imports: [LocalImport]) {
    self.run = run
    self.row = row
    self.table = table
    self.imports = imports
  }

  func next() -> RowBatch? {
    guard !isDone else { return nil }
    isDone = true
    if let table { return table.batch }
    for item in imports { row?.fill(item.slot, with: run.locals[item.local.number]) }
    var batch = row?.batch ?? run.freshBatch()
    batch.count = 1
    return batch
  }

  func reset() { isDone = false }
}
