import GraphModel

extension ScalarFunction {
  static let ceil = ofOneNumber("ceil", "The smallest whole number that is not less.", example: ("ceil(0.1)", 1)) {
    $0.rounded(.up)
  }

  static let floor = ofOneNumber("floor", "The largest whole number that is not more.", example: ("floor(0.9)", 0)) {
    $0.rounded(.down)
  }

  static let round = ScalarFunction(
    name: "round", summary: "The nearest number with a number of decimals, none unless given; halves go up.",
    parameters: [.init("number", .number), .init("decimals", .integer, isOptional: true)], result: .float,
    examples: [.init("round(2.5)", 3.0), .init("round(-1.5)", -1.0), .init("round(3.14159, 2)", 3.14)]
  ) { _, arguments throws(EvaluationError) in
    let number = try NumberArguments.float(arguments, 0, in: "round")
    guard arguments.count > 1 else { return .float((number + 0.5).rounded(.down)) }
    let decimals = try TextArguments.count(arguments, 1, in: "round")
    guard decimals <= 15 else { return .float(number) }
    let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    let scaled = number * scale
    return .float(scaled.isFinite ? scaled.rounded(.toNearestOrAwayFromZero) / scale : number)
  }
}
