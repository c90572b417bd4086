/// A day and a time of day, without an offset.
public struct LocalDateTime: Hashable, Sendable, Comparable {
  public var date: CalendarDate
  public var time: LocalTime

  public init(date: CalendarDate, time: LocalTime) {
    self.date = date
    self.time = time
  }

  public static func < (a: LocalDateTime, b: LocalDateTime) -> Bool { (a.date, a.time) < (b.date, b.time) }
}

extension LocalDateTime {
  /// Seconds since 1970-01-01T00:00 on the same clock.
  var localSecond: Int64 { date.boundedDays * secondsPerDay + time.secondOfDay }

  /// - Throws: `overflow` outside the range of years.
  init(localSecond: Int64, nanosecond: Int64) throws(TemporalError) {
    let date = try CalendarDate(checkedDaysSinceEpoch: floorDivide(localSecond, secondsPerDay))
    let second = floorModulo(localSecond, secondsPerDay)
    self.init(date: date, time: LocalTime(nanosecondOfDay: second * nanosecondsPerSecond + nanosecond))
  }
}

extension LocalDateTime: CustomStringConvertible {
  /// Reads a date, or a date and a time with `T` between them, each in any form of ISO 8601.
  /// - Throws: `unparsable`, or `outOfRange`.
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TextScanner(text)
    guard let value = try LocalDateTime(from: &scanner), scanner.isAtEnd else {
      throw .unparsable(text: text, expected: "a date and time such as 2015-07-21T21:40:32")
    }
    self = value
  }

  init?(from scanner: inout TextScanner) throws(TemporalError) {
    guard let date = try CalendarDate(from: &scanner) else { return nil }
    var time = LocalTime.midnight
    if scanner.take(UInt8(ascii: "T")) {
      guard let given = try LocalTime(from: &scanner) else { return nil }
      time = given
    }
    self.init(date: date, time: time)
  }

  /// Canonical: `1984-10-11T12:31:14.645`.
  public var description: String {
    var writer = TextWriter()
    write(to: &writer)
    return writer.text
  }

  func write(to writer: inout TextWriter) {
    date.write(to: &writer)
    writer.append(UInt8(ascii: "T"))
    time.write(to: &writer)
  }
}
