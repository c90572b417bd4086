import GraphModel
import Temporals

extension AggregateFunction {
  static let sum = AggregateFunction(
    name: "sum", summary: "The sum of numbers; 0 for none.", parameters: [.init("number", .number)], result: .number
  ) { SumAccumulator() }
}

final class SumAccumulator: AggregateAccumulator {
  private var total: Value = .integer(0)

  func add(_ value: Value, arguments: [Value]) throws(EvaluationError) {
    switch (total, value) {
    case (.integer(let x), .integer(let y)):
      let (sum, overflow) = x.addingReportingOverflow(y)
      total = overflow ? .float(Double(x) + Double(y)) : .integer(sum)
    case (.integer(let x), .float(let y)): total = .float(Double(x) + y)
    case (.float(let x), .integer(let y)): total = .float(x + Double(y))
    case (.float(let x), .float(let y)): total = .float(x + y)
    default: throw .invalidArgument(value, expected: "numbers", in: "sum")
    }
  }

  func result() -> Value { total }
}
