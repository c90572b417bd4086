import GraphModel
import Temporals

extension ScalarFunction {
  static let validOn = ScalarFunction(
    name: "validOn",
    summary: "Whether what is valid from one extended date up to, but not including, another is valid on a date; "
      + "null as a bound is unbounded.",
    parameters: [
      .init("from", StaticType([.string, .date])), .init("to", StaticType([.string, .date])),
      .init("date", StaticType([.date, .localDateTime, .dateTime])),
    ],
    result: .boolean, propagatesNull: false,
    examples: [
      .init("validOn('2018', '2023-05-01', date('2023-04-30'))", true),
      .init("validOn('2018', '2023-05-01', date('2023-05-01'))", false),
      .init("validOn('2018', null, date('2023-05-01'))", true),
      .init("validOn(null, null, null)", nil),
    ],
    portability: .styrgraf
  ) { _, arguments throws(EvaluationError) in
    if arguments[2].isNull { return .null }
    let moment = try TemporalArguments.temporal(arguments, 2, in: "validOn")
    let day = try TemporalArguments.evaluate { () throws(TemporalError) in try CalendarDate(from: moment) }
    // Half-open, as `ValidityInterval` is for extended dates alone.
    if let start = try ExtendedDateArguments.firstDay(arguments[0], in: "validOn"), day < start { return false }
    if let end = try ExtendedDateArguments.firstDay(arguments[1], in: "validOn"), day >= end { return false }
    return true
  }
}
