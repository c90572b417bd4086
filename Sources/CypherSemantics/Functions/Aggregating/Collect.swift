import GraphModel

extension AggregateFunction {
  static let collect = AggregateFunction(
    name: "collect", summary: "The values, without nulls, as a list.", parameters: [.init("value", .any)],
    result: .anyList
  ) { CollectAccumulator() }
}

final class CollectAccumulator: AggregateAccumulator {
  private var values: [Value] = []

  func add(_ value: Value, arguments: [Value]) { values.append(value) }
  func result() -> Value { .list(values) }
}
