import CypherSemantics

/// A step of a running plan: takes batches from its inputs and gives batches.
///
/// Called once per batch, never per row.
protocol PhysicalOperator: AnyObject {
  /// The next rows, or `nil` after the last. A batch may be empty.
  func next() throws(EvaluationError) -> RowBatch?
  /// Begins again from the first row.
  func reset()
  /// After `reset`: lets go of the graph, too, and waits for the next run. Only asked of operators whose plan `canWait`.
  func rest()
}

extension PhysicalOperator {
  func rest() {}

  /// All rows that are left, as one batch.
  /// - Throws: also when they are more than the run may hold.
  func drain(_ run: QueryRun, into held: HeldMemory) throws(EvaluationError) -> RowBatch {
    var all = run.emptyBatch
    while let batch = try next() {
      try held.add(batch)
      all.append(batch)
      run.note(heldRows: all.count)
      try run.budget.check()
    }
    return all
  }
}
