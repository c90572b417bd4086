import CypherSemantics
import Diagnostics
import GraphModel

/// The numbers of SKIP and LIMIT, which cannot depend on a row.
enum RowCount {
  static func value(of expression: BoundExpression, clause: String, run: QueryRun) throws(EvaluationError) -> Int {
    var row = run.emptyBatch
    row.count = 1
    let value = try Evaluator(run).value(expression, row: 0, of: row)
    func failure(_ detail: String, _ message: String) -> EvaluationError {
      EvaluationError(
        code: QueryErrorCode(type: "SyntaxError", phase: .runtime, detail: detail), message: message,
        span: expression.span)
    }
    guard case .integer(let count) = value else {
      throw failure("InvalidArgumentType", "\(clause) expects an integer, not \(value.typeName)")
    }
    guard count >= 0 else { throw failure("NegativeIntegerArgument", "\(clause) cannot be negative") }
    return Int(count)
  }
}
