import CypherSemantics
import GraphModel

/// `OPTIONAL MATCH`: for each input row the rows of the pattern, or one row with nulls if there are none.
final class OptionalOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let argument = ArgumentRow()
  private let inner: any PhysicalOperator
  private let nullable: [Slot]
  private var batch: RowBatch?
  private var row = 0
  private var isInside = false
  private var hasFound = false

  init(run: QueryRun, input: any PhysicalOperator, inner: LogicalPlan, nullable: [Slot]) {
    self.run = run
    self.input = input
    self.nullable = nullable
    self.inner = OperatorBuilder(run: run, argument: argument).build(inner)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    var output = run.emptyBatch
    while output.count < run.batchCapacity {
      if batch == nil {
        guard let rows = try input.next() else { return output.isEmpty ? nil : output }
        batch = rows
        row = 0
        isInside = false
      }
      guard let batch else { break }
      guard row < batch.count else {
        self.batch = nil
        continue
      }
      try advance(batch, into: &output)
    }
    return output
  }

  func reset() {
    input.reset()
    batch = nil
    isInside = false
  }

  private func advance(_ batch: RowBatch, into output: inout RowBatch) throws(EvaluationError) {
    if !isInside {
      argument.set(row: row, of: batch)
      inner.reset()
      isInside = true
      hasFound = false
    }
    if let found = try inner.next() {
      hasFound = hasFound || !found.isEmpty
      output.append(found)
      return
    }
    if !hasFound, var missing = argument.batch {
      for slot in nullable { missing[slot] = .values([.null]) }
      output.append(missing)
    }
    isInside = false
    row += 1
  }
}
