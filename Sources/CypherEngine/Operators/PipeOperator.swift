import CypherSemantics

/// `NEXT`: a plan whose every argument is all rows of another one.
final class PipeOperator: PhysicalOperator {
  private let run: QueryRun
  private let first: any PhysicalOperator
  private let second: any PhysicalOperator
  private let table = ArgumentTable()
  private var isRead = false
  private var held: HeldMemory

  /// - Parameter argument: what an enclosing query gives to both plans.
  init(run: QueryRun, first: any PhysicalOperator, second: LogicalPlan, argument: ArgumentRow?) {
    held = HeldMemory(run)
    self.run = run
    self.first = first
    self.second = OperatorBuilder(run: run, argument: argument, table: table).build(second)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    if !isRead {
      table.batch = try first.drain(run, into: held)
      isRead = true
    }
    return try second.next()
  }

  func reset() {
    isRead = false
    held.release()
    table.batch = nil
    first.reset()
    second.reset()
  }
}

/// The rows that a query behind NEXT begins with.
final class ArgumentTable {
  var batch: RowBatch?
}
