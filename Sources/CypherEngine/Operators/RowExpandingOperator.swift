import CypherSemantics

/// An operator that turns each input row into some output rows: it keeps its place in the input batch while it fills
/// output batches.
protocol RowExpandingOperator: PhysicalOperator {
  var input: any PhysicalOperator { get }
  /// The input batch being worked on.
  var batch: RowBatch? { get set }
  /// The row of it being worked on.
  var row: Int { get set }

  /// Prepares the current row; called once for the first row of each batch, by the operator itself for the others.
  func beginRow() throws(EvaluationError)
  /// The next output rows of the batch; `nil` when it is used up.
  func fill() throws(EvaluationError) -> RowBatch?
}

extension RowExpandingOperator {
  func next() throws(EvaluationError) -> RowBatch? {
    while true {
      if batch == nil {
        guard let rows = try input.next() else { return nil }
        if rows.isEmpty { continue }
        batch = rows
        row = 0
        try beginRow()
      }
      if let output = try fill() { return output }
      batch = nil
    }
  }

  func reset() {
    input.reset()
    batch = nil
  }
}
