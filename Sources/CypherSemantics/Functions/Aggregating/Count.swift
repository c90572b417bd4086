import GraphModel

extension AggregateFunction {
  static let count = AggregateFunction(
    name: "count", summary: "How many values are not null; `count(*)` how many rows.",
    parameters: [.init("value", .any)], result: .integer,
    examples: [
      .init("count(x)", 2, after: "UNWIND [1, null, 2] AS x"), .init("count(*)", 3, after: "UNWIND [1, null, 2] AS x"),
    ]
  ) { CountAccumulator() }
}

final class CountAccumulator: AggregateAccumulator {
  private var count: Int64 = 0

  func add(_ value: Value, arguments: [Value]) { count += 1 }
  func result() -> Value { .integer(count) }
}
