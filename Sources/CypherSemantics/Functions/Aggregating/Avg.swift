import GraphModel
import Temporals

extension AggregateFunction {
  static let avg = AggregateFunction(
    name: "avg", summary: "The mean of numbers or of durations; null for none.",
    parameters: [.init("value", StaticType([.integer, .float, .duration]))], result: StaticType([.float, .duration]),
    examples: [
      .init("avg(x)", 2.5, after: "UNWIND [2, 3, null] AS x"), .init("avg(x)", nil, after: "UNWIND [] AS x"),
      ScalarFunction.example("avg(x)", days: 2, after: "UNWIND [duration('P1D'), duration('P3D')] AS x"),
    ]
  ) { AverageAccumulator() }
}

final class AverageAccumulator: AggregateAccumulator {
  private var total = 0.0
  private var durations: CalendarDuration?
  private var count: Int64 = 0

  func add(_ value: Value, arguments: [Value]) throws(EvaluationError) {
    switch value {
    case .duration(let duration) where count == 0 || durations != nil:
      durations = try TemporalArguments.evaluate { () throws(TemporalError) in
        try (durations ?? .zero).adding(duration)
      }
    case .integer(let number) where durations == nil: total += Double(number)
    case .float(let number) where durations == nil: total += number
    default: throw .wrongArgument(value, expected: "only numbers or only durations", in: "avg")
    }
    count += 1
  }

  func result() throws(EvaluationError) -> Value {
    guard count > 0 else { return .null }
    guard let durations else { return .float(total / Double(count)) }
    return .duration(
      try TemporalArguments.evaluate { () throws(TemporalError) in try durations.divided(by: count) })
  }
}
