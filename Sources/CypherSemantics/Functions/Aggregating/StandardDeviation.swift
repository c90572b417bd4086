import GraphModel

extension AggregateFunction {
  static let stDev = AggregateFunction(
    name: "stDev", summary: "The standard deviation of a sample; 0 for fewer than two numbers.",
    parameters: [.init("number", .number)], result: .float,
    examples: [.init("stDev(x)", 1.0, after: "UNWIND [1, 2, 3] AS x")]
  ) { DeviationAccumulator(isSample: true) }

  static let stDevP = AggregateFunction(
    name: "stDevP", summary: "The standard deviation of a whole population; 0 for no numbers.",
    parameters: [.init("number", .number)], result: .float,
    examples: [.init("stDevP(x)", 2.0, after: "UNWIND [2, 4, 4, 4, 5, 5, 7, 9] AS x")]
  ) { DeviationAccumulator(isSample: false) }
}

/// - Source: Welford, "Note on a method for calculating corrected sums of squares", Technometrics 4(3), 1962.
final class DeviationAccumulator: AggregateAccumulator {
  private let isSample: Bool
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0

  init(isSample: Bool) { self.isSample = isSample }

  func add(_ value: Value, arguments: [Value]) throws(EvaluationError) {
    let number = try NumberArguments.float([value], 0, in: isSample ? "stDev" : "stDevP")
    count += 1
    let delta = number - mean
    mean += delta / count
    squares += delta * (number - mean)
  }

  func result() -> Value {
    let divisor = isSample ? count - 1 : count
    return .float(divisor <= 0 ? 0 : (squares / divisor).squareRoot())
  }
}
