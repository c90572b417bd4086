import GraphModel
import Temporals

extension ScalarFunction {
  static let timestamp = ScalarFunction(
    name: "timestamp",
    summary: "The milliseconds from 1970-01-01T00:00Z to the beginning of the statement.", parameters: [],
    result: .integer, examples: [.init("timestamp() = datetime().epochMillis", true)]
  ) { context, _ throws(EvaluationError) in
    .integer(try TemporalArguments.evaluate { () throws(TemporalError) in try context.statementTime.epochMillis })
  }
}
