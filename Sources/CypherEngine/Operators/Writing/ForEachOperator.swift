import CypherSemantics
import GraphModel

/// `FOREACH`: runs writing clauses for each item of a list, and lets the row pass as it came.
final class ForEachOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let argument = ArgumentRow()
  private let inner: any PhysicalOperator
  private let loop: BoundForEach
  private let evaluator: Evaluator

  init(run: QueryRun, input: any PhysicalOperator, loop: BoundForEach, inner: LogicalPlan) {
    self.run = run
    self.input = input
    self.loop = loop
    self.inner = OperatorBuilder(run: run, argument: argument).build(inner)
    evaluator = Evaluator(run)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    for row in 0..<batch.count {
      let items: [Value]
      switch try evaluator.value(loop.list, row: row, of: batch) {
      case .null: continue
      case .list(let values): items = values
      case let other:
        throw EvaluationError.invalidArgument(other, expected: "a list", in: "FOREACH").located(at: loop.list.span)
      }
      argument.set(row: row, of: batch)
      for item in items {
        argument.fill(loop.slot, with: item)
        inner.reset()
        while try inner.next() != nil {}
        try run.budget.check()
      }
    }
    return batch
  }

  func reset() { input.reset() }
}
