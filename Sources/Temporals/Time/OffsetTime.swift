/// A time of day with an offset from UTC.
public struct OffsetTime: Hashable, Sendable, Comparable {
  public var time: LocalTime
  public var offsetSeconds: Int32

  public init(time: LocalTime, offsetSeconds: Int32) {
    self.time = time
    self.offsetSeconds = offsetSeconds
  }

  /// Ordered by the instant in UTC, then by offset.
  public static func < (a: OffsetTime, b: OffsetTime) -> Bool {
    (a.utcNanoseconds, a.offsetSeconds) < (b.utcNanoseconds, b.offsetSeconds)
  }

  var utcNanoseconds: Int64 { time.nanosecondOfDay - Int64(offsetSeconds) * 1_000_000_000 }
}
