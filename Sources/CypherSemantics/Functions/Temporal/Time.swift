extension ScalarFunction {
  static let time = temporalConstructor(
    .time,
    examples: [
      ("time('14:30+01:00')", "14:30+01:00"),
      ("time({hour: 14, minute: 30, timezone: '+01:00'})", "14:30+01:00"),
      ("time({time: time('14:30+01:00'), timezone: '+02:00'})", "15:30+02:00"),
    ])
  static let timeRealtime = temporalRealtime(.time)
  static let timeStatement = temporalStatement(.time)
  static let timeTransaction = temporalTransaction(.time)
  static let timeTruncate = temporalTruncate(
    .time, examples: [("time.truncate('minute', time('14:30:05+01:00'))", "14:30+01:00")])
}
