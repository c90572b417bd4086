import Diagnostics
import GraphModel

extension ScalarFunction {
  static let abs = ScalarFunction(
    name: "abs", summary: "A number without its sign.", parameters: [.init("number", .number)], result: .number,
    examples: [.init("abs(-3)", 3), .init("abs(-1.5)", 1.5)]
  ) { _, arguments throws(EvaluationError) in
    switch arguments[0] {
    case .integer(.min):
      throw EvaluationError(
        code: QueryErrorCode(type: "ArithmeticError", phase: .runtime, detail: "IntegerOverflow"),
        message: "the smallest integer has no positive counterpart")
    case .integer(let number): .integer(Swift.abs(number))
    case .float(let number): .float(Swift.abs(number))
    default: throw .wrongArgument(arguments[0], expected: "a number", in: "abs")
    }
  }
}
