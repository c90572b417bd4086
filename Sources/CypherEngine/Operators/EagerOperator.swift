import CypherSemantics

/// Reads its input to the end before it gives a row: what a clause reads must not see what a later clause writes.
final class EagerOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private var isDone = false
  private var held: HeldMemory

  init(run: QueryRun, input: any PhysicalOperator) {
    held = HeldMemory(run)
    self.run = run
    self.input = input
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard !isDone else { return nil }
    isDone = true
    return try input.drain(run, into: held)
  }

  func reset() {
    isDone = false
    held.release()
    input.reset()
  }
}
