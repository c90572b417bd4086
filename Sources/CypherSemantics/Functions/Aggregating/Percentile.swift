import GraphModel

extension AggregateFunction {
  static let percentileCont = AggregateFunction(
    name: "percentileCont", summary: "The percentile (0 to 1) of numbers, interpolated between neighbours.",
    parameters: [.init("number", .number), .init("percentile", .number)], result: .float, keepsValues: true,
    examples: [.init("percentileCont(x, 0.4)", 26.0, after: "UNWIND [10, 20, 30, 40, 50] AS x")]
  ) { PercentileAccumulator(isContinuous: true) }

  static let percentileDisc = AggregateFunction(
    name: "percentileDisc", summary: "The percentile (0 to 1) of numbers: the nearest of them.",
    parameters: [.init("number", .number), .init("percentile", .number)], result: .number, keepsValues: true,
    examples: [.init("percentileDisc(x, 0.5)", 30, after: "UNWIND [10, 20, 30, 40, 50] AS x")]
  ) { PercentileAccumulator(isContinuous: false) }
}

final class PercentileAccumulator: AggregateAccumulator {
  private let isContinuous: Bool
  private var values: [Value] = []
  private var percentile: Double?

  init(isContinuous: Bool) { self.isContinuous = isContinuous }

  func add(_ value: Value, arguments: [Value]) throws(EvaluationError) {
    let name = isContinuous ? "percentileCont" : "percentileDisc"
    if percentile == nil {
      let wanted = try NumberArguments.float(arguments, 0, in: name)
      guard (0...1).contains(wanted) else {
        throw .argument("NumberOutOfRange", "\(name) expects a percentile from 0 to 1, not \(wanted)")
      }
      percentile = wanted
    }
    _ = try NumberArguments.float([value], 0, in: name)
    values.append(value)
  }

  func result() throws(EvaluationError) -> Value {
    guard let percentile, !values.isEmpty else { return .null }
    values.sort { $0.orderability(against: $1) == .less }
    let last = Double(values.count - 1)
    guard isContinuous else {
      let position = (percentile * Double(values.count)).rounded(.up) - 1
      return values[Int(Swift.max(0, Swift.min(position, last)))]
    }
    let position = percentile * last
    let lower = Int(position.rounded(.down))
    let upper = Int(position.rounded(.up))
    let low = try NumberArguments.float(values, lower, in: "percentileCont")
    let high = try NumberArguments.float(values, upper, in: "percentileCont")
    return .float(low + (high - low) * (position - Double(lower)))
  }
}
