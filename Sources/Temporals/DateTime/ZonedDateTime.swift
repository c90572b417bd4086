/// A day and a time of day with an offset from UTC and, if it was given one, a named zone.
public struct ZonedDateTime: Hashable, Sendable, Comparable {
  public var local: LocalDateTime
  /// Within ±64,800 (18 hours).
  public var offsetSeconds: Int32
  /// An IANA zone such as `Europe/Stockholm`.
  public var zone: String?

  /// As given: nobody checks that the zone has that offset at that time.
  public init(local: LocalDateTime, offsetSeconds: Int32, zone: String? = nil) {
    self.local = local
    self.offsetSeconds = offsetSeconds
    self.zone = zone
  }

  /// Seconds since 1970-01-01T00:00:00Z.
  public var epochSecond: Int64 { local.localSecond - Int64(offsetSeconds) }

  /// Ordered by the instant, then by offset and zone.
  public static func < (a: ZonedDateTime, b: ZonedDateTime) -> Bool {
    let left = (a.epochSecond, a.local.time.nanosecond, a.offsetSeconds, a.zone ?? "")
    let right = (b.epochSecond, b.local.time.nanosecond, b.offsetSeconds, b.zone ?? "")
    return left < right
  }
}

extension ZonedDateTime {
  /// The local time in a zone. A local time that a change of clocks leaves out is moved on by as much as the clocks
  /// were; of one that comes twice the earlier is meant, unless `preferredOffset` is the later one's.
  /// - Throws: `unknownZone`, `unreadableZone`, or `overflow` at the ends of the range of years.
  public init(
    local: LocalDateTime, in zone: TemporalZone, preferringOffset preferredOffset: Int32? = nil,
    zones: TimeZoneDatabase = .system
  ) throws(TemporalError) {
    switch zone {
    case .offset(let seconds):
      self.init(local: local, offsetSeconds: seconds)
    case .named(let name):
      let resolved = try zones.rules(for: name).resolve(
        localSecond: local.localSecond, preferredOffset: preferredOffset)
      let moved = try LocalDateTime(localSecond: resolved.localSecond, nanosecond: local.time.nanosecond)
      self.init(local: moved, offsetSeconds: resolved.offset, zone: name)
    }
  }

  /// - Parameter nanosecond: 0 ..< 1,000,000,000; others are carried into the seconds.
  /// - Throws: `unknownZone`, `unreadableZone`, or `overflow` outside the range of years.
  public init(
    epochSecond: Int64, nanosecond: Int64 = 0, in zone: TemporalZone = .utc, zones: TimeZoneDatabase = .system
  ) throws(TemporalError) {
    let carry = floorDivide(nanosecond, nanosecondsPerSecond)
    let (second, didOverflow) = epochSecond.addingReportingOverflow(carry)
    guard !didOverflow, ZonedDateTime.epochSecondRange.contains(second) else { throw .overflow("the date and time") }
    let offset: Int32
    var name: String?
    switch zone {
    case .offset(let seconds):
      offset = seconds
    case .named(let zone):
      offset = try zones.rules(for: zone).offset(atEpochSecond: second)
      name = zone
    }
    let local = try LocalDateTime(
      localSecond: second + Int64(offset), nanosecond: floorModulo(nanosecond, nanosecondsPerSecond))
    self.init(local: local, offsetSeconds: offset, zone: name)
  }

  /// - Throws: as `init(epochSecond:nanosecond:in:zones:)`.
  public init(
    epochMillis: Int64, in zone: TemporalZone = .utc, zones: TimeZoneDatabase = .system
  ) throws(TemporalError) {
    try self.init(
      epochSecond: floorDivide(epochMillis, 1_000), nanosecond: floorModulo(epochMillis, 1_000) * 1_000_000,
      in: zone, zones: zones)
  }

  /// The same instant on the clocks of another zone.
  public func converted(to zone: TemporalZone, zones: TimeZoneDatabase = .system) throws(TemporalError) -> ZonedDateTime
  {
    try ZonedDateTime(epochSecond: epochSecond, nanosecond: local.time.nanosecond, in: zone, zones: zones)
  }

  /// The zone by name if there is one, else the offset.
  public var temporalZone: TemporalZone { zone.map(TemporalZone.named) ?? .offset(seconds: offsetSeconds) }

  /// The offset as it is written: `Z`, `+01:00`.
  public var offset: String { UTCOffset.text(offsetSeconds) }
  /// Rounded toward zero.
  public var offsetMinutes: Int64 { Int64(offsetSeconds) / 60 }
  /// The zone's name, or the offset as it is written.
  public var timezone: String { zone ?? offset }

  /// Milliseconds since 1970-01-01T00:00:00Z, rounded down.
  /// - Throws: `overflow` some 292 million years from then.
  public var epochMillis: Int64 {
    get throws(TemporalError) {
      let millis = Int128(epochSecond) * 1_000 + Int128(local.time.millisecond)
      guard let result = Int64(exactly: millis) else { throw .overflow("epochMillis") }
      return result
    }
  }

  /// What lies in the range of years at some offset.
  private static let epochSecondRange =
    (CalendarDate.min.daysSinceEpoch - 1) * secondsPerDay...(CalendarDate.max.daysSinceEpoch + 2) * secondsPerDay
}
