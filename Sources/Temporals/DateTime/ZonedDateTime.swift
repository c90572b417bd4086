/// A day and a time of day with an offset from UTC and, if it was given one, a named zone.
public struct ZonedDateTime: Hashable, Sendable, Comparable {
  public var local: LocalDateTime
  public var offsetSeconds: Int32
  /// An IANA zone such as `Europe/Stockholm`.
  public var zone: String?

  public init(local: LocalDateTime, offsetSeconds: Int32, zone: String? = nil) {
    self.local = local
    self.offsetSeconds = offsetSeconds
    self.zone = zone
  }

  /// Seconds since 1970-01-01T00:00:00Z.
  public var epochSecond: Int64 {
    local.date.daysSinceEpoch * 86_400 + local.time.nanosecondOfDay / 1_000_000_000 - Int64(offsetSeconds)
  }

  /// Ordered by the instant, then by offset and zone.
  public static func < (a: ZonedDateTime, b: ZonedDateTime) -> Bool {
    let left = (a.epochSecond, a.local.time.nanosecondOfDay % 1_000_000_000, a.offsetSeconds, a.zone ?? "")
    let right = (b.epochSecond, b.local.time.nanosecondOfDay % 1_000_000_000, b.offsetSeconds, b.zone ?? "")
    return left < right
  }
}
