import GraphModel
import Temporals

extension ScalarFunction {
  static let duration = ScalarFunction(
    name: "duration", summary: "A duration from an ISO 8601 text or from a map of amounts, which may have fractions.",
    parameters: [.init("value", StaticType([.string, .map, .duration]))], result: StaticType(.duration),
    examples: [
      example("duration('P1Y2M')", months: 14),
      example("duration({weeks: 2, hours: 1})", days: 14, seconds: 3600),
      example("duration({days: 0.5})", seconds: 43200),
    ]
  ) { _, arguments throws(EvaluationError) in
    switch arguments[0] {
    case .duration: return arguments[0]
    case .string(let text):
      return .duration(
        try TemporalArguments.evaluate { () throws(TemporalError) in try CalendarDuration(parsing: text) })
    case .map(let map):
      guard let amounts = try amounts(map) else { return .null }
      return .duration(
        try TemporalArguments.evaluate { () throws(TemporalError) in try CalendarDuration(amounts) })
    default: throw .wrongArgument(arguments[0], expected: "a text or a map of amounts", in: "duration")
    }
  }

  static func example(
    _ call: String, months: Int64 = 0, days: Int64 = 0, seconds: Int64 = 0, after setup: String = ""
  ) -> Example {
    Example(call, .duration(CalendarDuration(months: months, days: days, seconds: seconds)), after: setup)
  }

  /// The amounts of a map; `nil` if one is null, so that the result is unknown too.
  private static func amounts(_ map: [String: Value]) throws(EvaluationError) -> DurationComponents? {
    guard !map.isEmpty else {
      throw .argument("InvalidArgumentValue", "duration needs at least one amount, such as {days: 1}")
    }
    var components = DurationComponents()
    var hasNull = false
    for (name, value) in map.sorted(by: { $0.key.precedesByCodePoints($1.key) }) {
      switch value {
      case .null: hasNull = true
      case .integer(let number):
        try TemporalArguments.evaluate { () throws(TemporalError) in try components.add(name, number) }
      case .float(let number):
        try TemporalArguments.evaluate { () throws(TemporalError) in try components.add(name, number) }
      default:
        throw .argument("InvalidArgumentValue", "duration cannot take \(value.typeName) as amount of \(name)")
      }
    }
    return hasNull ? nil : components
  }
}
