import GraphModel

extension AggregateFunction {
  static let count = AggregateFunction(
    name: "count", summary: "How many values are not null; `count(*)` how many rows.",
    parameters: [.init("value", .any)], result: .integer
  ) { CountAccumulator() }
}

final class CountAccumulator: AggregateAccumulator {
  private var count: Int64 = 0

  func add(_ value: Value, arguments: [Value]) { count += 1 }
  func result() -> Value { .integer(count) }
}
