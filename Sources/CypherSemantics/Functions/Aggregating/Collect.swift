import GraphModel

extension AggregateFunction {
  static let collect = AggregateFunction(
    name: "collect", summary: "The values, without nulls, as a list.", parameters: [.init("value", .any)],
    result: .anyList, keepsValues: true,
    examples: [
      .init("collect(x)", [1, 2, 2], after: "UNWIND [1, null, 2, 2] AS x"),
      .init("collect(DISTINCT x)", [1, 2], after: "UNWIND [1, 2, 2] AS x"),
    ]
  ) { CollectAccumulator() }
}

final class CollectAccumulator: AggregateAccumulator {
  private var values: [Value] = []

  func add(_ value: Value, arguments: [Value]) { values.append(value) }
  func result() -> Value { .list(values) }
}
