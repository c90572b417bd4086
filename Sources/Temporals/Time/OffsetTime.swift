/// A time of day with an offset from UTC.
public struct OffsetTime: Hashable, Sendable, Comparable {
  public var time: LocalTime
  /// Within ±64,800 (18 hours).
  public var offsetSeconds: Int32

  public init(time: LocalTime, offsetSeconds: Int32) {
    self.time = time
    self.offsetSeconds = offsetSeconds
  }

  /// Ordered by the instant in UTC, then by offset.
  public static func < (a: OffsetTime, b: OffsetTime) -> Bool {
    (a.utcNanoseconds, a.offsetSeconds) < (b.utcNanoseconds, b.offsetSeconds)
  }

  /// Of the day in UTC; beyond its ends where the offset leads to the day before or after.
  var utcNanoseconds: Int64 { time.boundedNanosecond - Int64(offsetSeconds) * nanosecondsPerSecond }
}

extension OffsetTime {
  /// The same instant on a clock of another offset.
  public func converted(toOffset seconds: Int32) -> OffsetTime {
    let local = floorModulo(utcNanoseconds + Int64(seconds) * nanosecondsPerSecond, nanosecondsPerDay)
    return OffsetTime(time: LocalTime(nanosecondOfDay: local), offsetSeconds: seconds)
  }

  /// The offset as it is written: `Z`, `+01:00`.
  public var offset: String { UTCOffset.text(offsetSeconds) }
  /// Rounded toward zero.
  public var offsetMinutes: Int64 { Int64(offsetSeconds) / 60 }
}

extension OffsetTime: CustomStringConvertible {
  /// Reads a local time followed by `Z`, `+01:00`, `+0100`, `+01` or `+02:05:59`; without an offset it is UTC.
  /// - Throws: `unparsable`, or `outOfRange`.
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TextScanner(text)
    let expected = "a time with an offset such as 21:40:32+01:00"
    guard let time = try LocalTime(from: &scanner) else { throw .unparsable(text: text, expected: expected) }
    let offset: Int32? = scanner.isAtEnd ? 0 : try UTCOffset.parse(&scanner)
    guard let offset, scanner.isAtEnd else { throw .unparsable(text: text, expected: expected) }
    self.init(time: time, offsetSeconds: offset)
  }

  /// Canonical: `21:40Z`, `21:40:32.142+01:00`.
  public var description: String {
    var writer = TextWriter()
    time.write(to: &writer)
    UTCOffset.write(offsetSeconds, to: &writer)
    return writer.text
  }
}
