import CypherSemantics

/// One row: empty, or that from which a subquery starts.
final class ArgumentOperator: PhysicalOperator {
  private let run: QueryRun
  private let row: ArgumentRow?
  private let imports: [LocalImport]
  private var isDone = false

  init(run: QueryRun, row: ArgumentRow?, imports: [LocalImport]) {
    self.run = run
    self.row = row
    self.imports = imports
  }

  func next() -> RowBatch? {
    guard !isDone else { return nil }
    isDone = true
    var batch = row?.batch ?? RowBatch(slotCount: run.slotCount)
    batch.count = 1
    for item in imports { batch[item.slot] = .values([run.locals[item.local.number]]) }
    return batch
  }

  func reset() { isDone = false }
}
