#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the clock shows at one moment, so that all of a statement or a test can have the same.
public struct ClockReading: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var epochSecond: Int64
  /// 0 ..< 1,000,000,000.
  public var nanosecond: Int32

  public init(epochSecond: Int64, nanosecond: Int32 = 0) {
    self.epochSecond = epochSecond
    self.nanosecond = nanosecond
  }

  /// The system's clock.
  public static func now() -> ClockReading {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return ClockReading(epochSecond: Int64(time.tv_sec), nanosecond: Int32(time.tv_nsec))
  }
}

extension ZonedDateTime {
  /// - Throws: `unknownZone`, `unreadableZone`; `overflow` for a reading outside the range of years.
  public static func now(
    in zone: TemporalZone = .utc, at reading: ClockReading = .now(), zones: TimeZoneDatabase = .system
  ) throws(TemporalError) -> ZonedDateTime {
    try ZonedDateTime(
      epochSecond: reading.epochSecond, nanosecond: Int64(reading.nanosecond), in: zone, zones: zones)
  }
}

extension LocalDateTime {
  /// - Throws: as `ZonedDateTime.now(in:at:zones:)`.
  public static func now(
    in zone: TemporalZone = .utc, at reading: ClockReading = .now(), zones: TimeZoneDatabase = .system
  ) throws(TemporalError) -> LocalDateTime {
    try ZonedDateTime.now(in: zone, at: reading, zones: zones).local
  }
}

extension CalendarDate {
  /// - Throws: as `ZonedDateTime.now(in:at:zones:)`.
  public static func today(
    in zone: TemporalZone = .utc, at reading: ClockReading = .now(), zones: TimeZoneDatabase = .system
  ) throws(TemporalError) -> CalendarDate {
    try ZonedDateTime.now(in: zone, at: reading, zones: zones).local.date
  }
}

extension LocalTime {
  /// - Throws: as `ZonedDateTime.now(in:at:zones:)`.
  public static func now(
    in zone: TemporalZone = .utc, at reading: ClockReading = .now(), zones: TimeZoneDatabase = .system
  ) throws(TemporalError) -> LocalTime {
    try ZonedDateTime.now(in: zone, at: reading, zones: zones).local.time
  }
}

extension OffsetTime {
  /// - Throws: as `ZonedDateTime.now(in:at:zones:)`.
  public static func now(
    in zone: TemporalZone = .utc, at reading: ClockReading = .now(), zones: TimeZoneDatabase = .system
  ) throws(TemporalError) -> OffsetTime {
    let now = try ZonedDateTime.now(in: zone, at: reading, zones: zones)
    return OffsetTime(time: now.local.time, offsetSeconds: now.offsetSeconds)
  }
}
