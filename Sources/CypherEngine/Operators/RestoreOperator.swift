import CypherSemantics

/// Fills slots again from the row that a subquery began with, where its input has let go of them.
final class RestoreOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let argument: ArgumentRow?
  private let slots: [Slot]

  init(input: any PhysicalOperator, argument: ArgumentRow?, slots: [Slot]) {
    self.input = input
    self.argument = argument
    self.slots = slots
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard var batch = try input.next() else { return nil }
    let rows = [Int32](repeating: 0, count: batch.count)
    for slot in slots { if let row = argument?.batch { batch[slot] = row[slot].gathering(rows) } }
    return batch
  }

  func reset() { input.reset() }
}
