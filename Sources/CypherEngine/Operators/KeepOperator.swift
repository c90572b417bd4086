import CypherSemantics

/// Lets go of all slots but some.
final class KeepOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let slots: [Slot]

  init(run: QueryRun, input: any PhysicalOperator, slots: [Slot]) {
    self.run = run
    self.input = input
    self.slots = slots
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    var kept = run.emptyBatch
    kept.count = batch.count
    for slot in slots { kept[slot] = batch[slot] }
    return kept
  }

  func reset() { input.reset() }

  func rest() { input.rest() }
}
