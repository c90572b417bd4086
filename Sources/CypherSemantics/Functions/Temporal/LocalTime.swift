extension ScalarFunction {
  static let localTime = temporalConstructor(
    .localTime,
    examples: [
      ("localtime('14:30')", "14:30"), ("localtime({hour: 14, minute: 30, second: 5})", "14:30:05"),
      ("localtime(time('14:30+01:00'))", "14:30"),
    ])
  static let localTimeRealtime = temporalRealtime(.localTime)
  static let localTimeStatement = temporalStatement(.localTime)
  static let localTimeTransaction = temporalTransaction(.localTime)
  static let localTimeTruncate = temporalTruncate(
    .localTime, examples: [("localtime.truncate('hour', localtime('14:30:05'))", "14:00")])
}
