import GraphModel
import Temporals

extension ScalarFunction {
  /// `date.statement` and its kin: what the clock showed when the statement began.
  static func temporalStatement(_ kind: TemporalKind) -> ScalarFunction {
    temporalClock(
      kind, "statement",
      "The \(kind.words) at which the statement began, the same for all its rows, in UTC or another time zone.",
      example: .init("\(kind.name).statement() = \(kind.name)()", true)
    ) { $0.statementReading }
  }

  /// `date.transaction` and its kin. A transaction is one statement here.
  static func temporalTransaction(_ kind: TemporalKind) -> ScalarFunction {
    temporalClock(
      kind, "transaction",
      "The \(kind.words) at which the transaction began: that of the statement, since each is its own transaction.",
      example: .init("\(kind.name).transaction() = \(kind.name).statement()", true)
    ) { $0.statementReading }
  }

  /// `date.realtime` and its kin: what the clock shows at each call.
  static func temporalRealtime(_ kind: TemporalKind) -> ScalarFunction {
    temporalClock(
      kind, "realtime", "The \(kind.words) at the moment of the call, in UTC or another time zone.",
      example: .init("\(kind.name).realtime('Europe/Stockholm') IS NOT NULL", true), isDeterministic: false
    ) { _ in ClockReading.now() }
  }

  private static func temporalClock(
    _ kind: TemporalKind, _ clock: String, _ summary: String, example: Example, isDeterministic: Bool = true,
    reading: @escaping @Sendable (EvaluationContext) -> ClockReading
  ) -> ScalarFunction {
    ScalarFunction(
      name: "\(kind.name).\(clock)", summary: summary,
      parameters: [.init("timezone", .string, isOptional: true)], result: kind.type,
      isDeterministic: isDeterministic, examples: [example]
    ) { context, arguments throws(EvaluationError) in
      guard let zone = arguments.first else {
        return try kind.current(at: reading(context), in: context.statementTime.temporalZone)
      }
      return try kind.current(at: reading(context), in: zone)
    }
  }
}
