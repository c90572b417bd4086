import Diagnostics
import GraphModel

extension ScalarFunction {
  static let ceil = ofOneNumber("ceil", "The smallest whole number that is not less.", example: ("ceil(0.1)", 1)) {
    $0.rounded(.up)
  }

  static let floor = ofOneNumber("floor", "The largest whole number that is not more.", example: ("floor(0.9)", 0)) {
    $0.rounded(.down)
  }

  static let round = ScalarFunction(
    name: "round",
    summary: "The nearest number with so many decimals, or none. Halves go up without decimals, and away from zero "
      + "with them, unless a mode says otherwise: UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN or HALF_EVEN.",
    parameters: [
      .init("number", .number), .init("decimals", .integer, isOptional: true),
      .init("mode", .string, isOptional: true),
    ],
    result: .float,
    examples: [
      .init("round(2.5)", 3.0), .init("round(-1.5)", -1.0), .init("round(1.005, 2)", 1.01),
      .init("round(-1.55, 1)", -1.6), .init("round(1.29, 1, 'DOWN')", 1.2),
    ]
  ) { _, arguments throws(EvaluationError) in
    let number = try NumberArguments.float(arguments, 0, in: "round")
    let decimals = arguments.count > 1 ? try TextArguments.count(arguments, 1, in: "round") : 0
    guard arguments.count > 2 else {
      return .float(decimals == 0 ? DecimalRounding.up(number) : DecimalRounding.round(number, decimals, .halfUp))
    }
    let name = try TextArguments.text(arguments, 2, in: "round")
    guard let mode = DecimalRounding.Mode(rawValue: name.uppercased()) else {
      let modes = DecimalRounding.Mode.allCases.map(\.rawValue)
      throw .argument(
        "InvalidArgumentValue", "round has no mode '\(name)'",
        hint: NameSuggestion.hint(for: name, among: modes) ?? "the modes are \(modes.joined(separator: ", "))")
    }
    return .float(DecimalRounding.round(number, decimals, mode))
  }
}
