extension ScalarFunction {
  static let localDateTime = temporalConstructor(
    .localDateTime,
    examples: [
      ("localdatetime('2024-02-29T14:30')", "2024-02-29T14:30"),
      ("localdatetime({date: date('2024-02-29'), hour: 14})", "2024-02-29T14:00"),
    ])
  static let localDateTimeRealtime = temporalRealtime(.localDateTime)
  static let localDateTimeStatement = temporalStatement(.localDateTime)
  static let localDateTimeTransaction = temporalTransaction(.localDateTime)
  static let localDateTimeTruncate = temporalTruncate(
    .localDateTime,
    examples: [("localdatetime.truncate('day', localdatetime('2024-02-29T14:30'))", "2024-02-29T00:00")])
}
