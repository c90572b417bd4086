import Diagnostics
import GraphModel
import Temporals

extension AggregateFunction {
  static let sum = AggregateFunction(
    name: "sum", summary: "The sum of numbers or of durations; 0 for none.",
    parameters: [.init("value", StaticType([.integer, .float, .duration]))],
    result: StaticType([.integer, .float, .duration]),
    examples: [
      .init("sum(x)", 6, after: "UNWIND [1, 2, 3, null] AS x"), .init("sum(x)", 0, after: "UNWIND [] AS x"),
      ScalarFunction.example("sum(x)", days: 3, after: "UNWIND [duration('P1D'), duration('P2D')] AS x"),
    ]
  ) { SumAccumulator() }
}

final class SumAccumulator: AggregateAccumulator {
  /// `nil` before the first value.
  private var total: Value?

  func add(_ value: Value, arguments: [Value]) throws(EvaluationError) {
    switch (total, value) {
    case (nil, .integer), (nil, .float), (nil, .duration): total = value
    case (.integer(let x)?, .integer(let y)):
      let (sum, didOverflow) = x.addingReportingOverflow(y)
      guard !didOverflow else {
        throw EvaluationError(
          code: QueryErrorCode(type: "ArithmeticError", phase: .runtime, detail: "IntegerOverflow"),
          message: "the sum is beyond 64-bit integers", hint: "sum floats: toFloat(…)")
      }
      total = .integer(sum)
    case (.integer(let x)?, .float(let y)): total = .float(Double(x) + y)
    case (.float(let x)?, .integer(let y)): total = .float(x + Double(y))
    case (.float(let x)?, .float(let y)): total = .float(x + y)
    case (.duration(let x)?, .duration(let y)):
      total = .duration(try TemporalArguments.evaluate { () throws(TemporalError) in try x.adding(y) })
    default: throw .wrongArgument(value, expected: "only numbers or only durations", in: "sum")
    }
  }

  func result() -> Value { total ?? .integer(0) }
}
