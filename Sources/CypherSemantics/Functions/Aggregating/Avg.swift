import GraphModel

extension AggregateFunction {
  static let avg = AggregateFunction(
    name: "avg", summary: "The mean of numbers; null for none.", parameters: [.init("number", .number)],
    result: .float
  ) { AverageAccumulator() }
}

final class AverageAccumulator: AggregateAccumulator {
  private var total = 0.0
  private var count = 0.0

  func add(_ value: Value, arguments: [Value]) throws(EvaluationError) {
    total += try NumberArguments.float([value], 0, in: "avg")
    count += 1
  }

  func result() -> Value { count == 0 ? .null : .float(total / count) }
}
