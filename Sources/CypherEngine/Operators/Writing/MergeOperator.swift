import CypherSemantics
import Diagnostics
import GraphModel

/// `MERGE`: for each row what matches the pattern, or the pattern made. A row sees what the rows before it made.
final class MergeOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let argument = ArgumentRow()
  private let match: any PhysicalOperator
  private let writer: PatternWriter
  private let onCreate: PropertySetter
  private let onMatch: PropertySetter
  private let create: BoundCreate

  init(run: QueryRun, input: any PhysicalOperator, merge: BoundMerge, match: LogicalPlan) {
    self.run = run
    self.input = input
    self.match = OperatorBuilder(run: run, argument: argument).build(match)
    create = merge.create
    writer = PatternWriter(run: run, create: merge.create)
    onCreate = PropertySetter(run: run, items: merge.onCreate)
    onMatch = PropertySetter(run: run, items: merge.onMatch)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    var output = run.emptyBatch
    for row in 0..<batch.count {
      try run.budget.check()
      argument.set(row: row, of: batch)
      match.reset()
      let held = HeldMemory(run)
      defer { held.release() }
      let found = try match.drain(run, into: held)
      if found.isEmpty, var made = argument.batch {
        try requireKnownProperties(of: made)
        try writer.write(row: 0, of: &made)
        try onCreate.apply(row: 0, of: made)
        output.append(made)
      } else {
        for row in 0..<found.count { try onMatch.apply(row: row, of: found) }
        output.append(found)
      }
    }
    return output
  }

  func reset() { input.reset() }

  /// A property that is null can never be found again, so MERGE refuses it.
  private func requireKnownProperties(of row: RowBatch) throws(EvaluationError) {
    let evaluator = Evaluator(run)
    for expression in create.nodes.compactMap(\.properties) + create.relationships.compactMap(\.properties) {
      guard case .map(let map) = try evaluator.value(expression, row: 0, of: row) else { continue }
      for (name, value) in map where value.isNull {
        throw EvaluationError(
          code: .init(type: "SemanticError", phase: .runtime, detail: "MergeReadOwnWrites"),
          message: "MERGE cannot use null for the property '\(name)'", span: expression.span)
      }
    }
  }
}
