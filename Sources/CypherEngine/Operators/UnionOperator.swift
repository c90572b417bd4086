import CypherSemantics

/// The rows of one plan after those of another.
final class UnionOperator: PhysicalOperator {
  private let run: QueryRun
  private let branches: [(plan: any PhysicalOperator, slots: [Slot])]
  private let output: [Slot]
  private var current = 0

  init(run: QueryRun, branches: [(any PhysicalOperator, [Slot])], output: [Slot]) {
    self.run = run
    self.branches = branches
    self.output = output
  }

  func next() throws(EvaluationError) -> RowBatch? {
    while current < branches.count {
      let branch = branches[current]
      guard let rows = try branch.plan.next() else {
        current += 1
        continue
      }
      var batch = run.emptyBatch
      batch.count = rows.count
      for (slot, source) in zip(output, branch.slots) { batch[slot] = rows[source] }
      return batch
    }
    return nil
  }

  func reset() {
    current = 0
    for branch in branches { branch.plan.reset() }
  }
}
