extension ScalarFunction {
  static let date = temporalConstructor(
    .date,
    examples: [
      ("date('2024-02-29')", "2024-02-29"),
      ("date({year: 2024, week: 9, dayOfWeek: 4})", "2024-02-29"),
      ("date({date: date('2024-02-29'), day: 1})", "2024-02-01"),
      ("date(datetime('2024-02-29T12:00+01:00'))", "2024-02-29"),
    ])
  static let dateRealtime = temporalRealtime(.date)
  static let dateStatement = temporalStatement(.date)
  static let dateTransaction = temporalTransaction(.date)
  static let dateTruncate = temporalTruncate(
    .date,
    examples: [
      ("date.truncate('quarter', date('2024-05-17'))", "2024-04-01"),
      ("date.truncate('month', date('2024-05-17'), {day: 15})", "2024-05-15"),
    ])
}
