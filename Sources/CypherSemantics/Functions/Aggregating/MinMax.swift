import GraphModel

extension AggregateFunction {
  static let min = AggregateFunction(
    name: "min", summary: "The value that comes first in ORDER BY; null for none.", parameters: [.init("value", .any)],
    result: .any, ignoresDuplicates: true,
    examples: [.init("min(x)", 1, after: "UNWIND [3, 1, null] AS x"), .init("min(x)", nil, after: "UNWIND [] AS x")]
  ) { ExtremeAccumulator(wanted: .less) }

  static let max = AggregateFunction(
    name: "max", summary: "The value that comes last in ORDER BY, null apart; null for none.",
    parameters: [.init("value", .any)], result: .any, ignoresDuplicates: true,
    examples: [.init("max(x)", "b", after: "UNWIND ['a', 'b', null] AS x")]
  ) { ExtremeAccumulator(wanted: .greater) }
}

final class ExtremeAccumulator: AggregateAccumulator {
  private let wanted: ValueOrder
  private var best: Value?

  init(wanted: ValueOrder) { self.wanted = wanted }

  func add(_ value: Value, arguments: [Value]) {
    guard let best, value.orderability(against: best) != wanted else {
      self.best = value
      return
    }
  }

  func result() -> Value { best ?? .null }
}
