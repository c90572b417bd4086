extension ScalarFunction {
  static let dateTime = temporalConstructor(
    .dateTime,
    examples: [
      ("datetime('2024-02-29T14:30+01:00')", "2024-02-29T14:30+01:00"),
      (
        "datetime({year: 2024, month: 7, day: 1, timezone: 'Europe/Stockholm'})",
        "2024-07-01T00:00+02:00[Europe/Stockholm]"
      ),
      ("datetime({epochSeconds: 1709213400})", "2024-02-29T13:30Z"),
    ])
  static let dateTimeRealtime = temporalRealtime(.dateTime)
  static let dateTimeStatement = temporalStatement(.dateTime)
  static let dateTimeTransaction = temporalTransaction(.dateTime)
  static let dateTimeTruncate = temporalTruncate(
    .dateTime,
    examples: [
      ("datetime.truncate('year', datetime('2024-02-29T14:30+01:00'))", "2024-01-01T00:00+01:00"),
      (
        "datetime.truncate('day', date('2024-07-01'), {timezone: 'Europe/Stockholm'})",
        "2024-07-01T00:00+02:00[Europe/Stockholm]"
      ),
    ])
}
