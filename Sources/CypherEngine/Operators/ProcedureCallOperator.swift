import CypherSemantics
import GraphModel

/// `CALL`: for each input row the rows of a procedure; a procedure without fields lets every row pass once.
final class ProcedureCallOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let call: BoundCall
  private let evaluator: Evaluator

  init(run: QueryRun, input: any PhysicalOperator, call: BoundCall) {
    self.run = run
    self.input = input
    self.call = call
    evaluator = Evaluator(run)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    var rows: [Int32] = []
    var values = call.outputs.map { _ in [Value]() }
    for row in 0..<batch.count {
      var arguments: [Value] = []
      for argument in call.arguments { arguments.append(try evaluator.value(argument, row: row, of: batch)) }
      let answers: [[Value]]
      do throws(EvaluationError) { answers = try call.procedure.implementation(run.context, arguments) } catch {
        // What a procedure does not like are its arguments.
        throw call.arguments.first.map { error.located(at: $0.span) } ?? error
      }
      if call.procedure.outputs.isEmpty { rows.append(Int32(row)) }
      for answer in answers where !call.procedure.outputs.isEmpty {
        rows.append(Int32(row))
        for (position, output) in call.outputs.enumerated() { values[position].append(answer[output.field]) }
      }
      try run.budget.check()
    }
    var output = batch.gathering(rows)
    for (position, field) in call.outputs.enumerated() { output[field.slot] = .values(values[position]) }
    return output
  }

  func reset() { input.reset() }
}
