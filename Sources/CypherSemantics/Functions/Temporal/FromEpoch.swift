import GraphModel
import Temporals

extension ScalarFunction {
  static let dateTimeFromEpoch = ScalarFunction(
    name: "datetime.fromEpoch",
    summary: "The date and time in UTC that many seconds and nanoseconds after 1970-01-01T00:00Z.",
    parameters: [.init("seconds", .integer), .init("nanoseconds", .integer)], result: StaticType(.dateTime),
    examples: TemporalKind.dateTime.examples([
      ("datetime.fromEpoch(1709213400, 500000000)", "2024-02-29T13:30:00.5Z")
    ])
  ) { _, arguments throws(EvaluationError) in
    let second = try TemporalArguments.integer(arguments, 0, in: "datetime.fromEpoch")
    let nanosecond = try TemporalArguments.integer(arguments, 1, in: "datetime.fromEpoch")
    return .dateTime(
      try TemporalArguments.evaluate { () throws(TemporalError) in
        try ZonedDateTime(epochSecond: second, nanosecond: nanosecond)
      })
  }

  static let dateTimeFromEpochMillis = ScalarFunction(
    name: "datetime.fromEpochMillis",
    summary: "The date and time in UTC that many milliseconds after 1970-01-01T00:00Z.",
    parameters: [.init("milliseconds", .integer)], result: StaticType(.dateTime),
    examples: TemporalKind.dateTime.examples([
      ("datetime.fromEpochMillis(1709213400500)", "2024-02-29T13:30:00.5Z")
    ])
  ) { _, arguments throws(EvaluationError) in
    let millis = try TemporalArguments.integer(arguments, 0, in: "datetime.fromEpochMillis")
    return .dateTime(
      try TemporalArguments.evaluate { () throws(TemporalError) in try ZonedDateTime(epochMillis: millis) })
  }
}
