import GraphModel
import Temporals

extension ScalarFunction {
  static let durationBetween = durationFunction(
    "duration.between", "What leads from one point in time to another: months, then days, then seconds.",
    examples: [
      example("duration.between(date('2024-01-31'), date('2024-03-01'))", months: 1, days: 1),
      example("duration.between(localtime('08:00'), localtime('09:30'))", seconds: 5400),
    ]
  ) { start, end throws(TemporalError) in try .between(start, end) }

  static let durationInMonths = durationFunction(
    "duration.inMonths", "The whole months from one point in time to another.",
    examples: [example("duration.inMonths(date('2022-01-31'), date('2024-01-30'))", months: 23)]
  ) { start, end throws(TemporalError) in try .inMonths(start, end) }

  static let durationInDays = durationFunction(
    "duration.inDays", "The whole days from one point in time to another.",
    examples: [example("duration.inDays(date('2024-01-01'), date('2025-01-01'))", days: 366)]
  ) { start, end throws(TemporalError) in try .inDays(start, end) }

  static let durationInSeconds = durationFunction(
    "duration.inSeconds", "The time that passes from one point in time to another, in seconds.",
    examples: [example("duration.inSeconds(date('2024-01-01'), date('2024-01-02'))", seconds: 86400)]
  ) { start, end throws(TemporalError) in try .inSeconds(start, end) }

  private static func durationFunction(
    _ name: String, _ summary: String, examples: [Example],
    _ body: @escaping @Sendable (TemporalValue, TemporalValue) throws(TemporalError) -> CalendarDuration
  ) -> ScalarFunction {
    let moment = StaticType(StaticType.Members.temporal.subtracting(.duration))
    return ScalarFunction(
      name: name, summary: summary, parameters: [.init("from", moment), .init("to", moment)],
      result: StaticType(.duration), examples: examples
    ) { _, arguments throws(EvaluationError) in
      let start = try TemporalArguments.temporal(arguments, 0, in: name)
      let end = try TemporalArguments.temporal(arguments, 1, in: name)
      return .duration(try TemporalArguments.evaluate { () throws(TemporalError) in try body(start, end) })
    }
  }
}
