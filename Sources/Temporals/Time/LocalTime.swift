/// A time of day without an offset, to the nanosecond.
public struct LocalTime: Hashable, Sendable, Comparable {
  /// 0 ..< 86,400,000,000,000.
  public var nanosecondOfDay: Int64

  /// A number outside the day reads as its first or last nanosecond.
  public init(nanosecondOfDay: Int64) {
    self.nanosecondOfDay = nanosecondOfDay
  }

  public static func < (a: LocalTime, b: LocalTime) -> Bool { a.nanosecondOfDay < b.nanosecondOfDay }
}

let nanosecondsPerSecond: Int64 = 1_000_000_000
let secondsPerDay: Int64 = 86_400
let nanosecondsPerDay: Int64 = 86_400_000_000_000

extension LocalTime {
  public static let midnight = LocalTime(nanosecondOfDay: 0)

  /// - Throws: `outOfRange`.
  public init(hour: Int64, minute: Int64 = 0, second: Int64 = 0, nanosecond: Int64 = 0) throws(TemporalError) {
    try require("hour", hour, in: 0...23)
    try require("minute", minute, in: 0...59)
    try require("second", second, in: 0...59)
    try require("nanosecond", nanosecond, in: 0...999_999_999)
    nanosecondOfDay = ((hour * 60 + minute) * 60 + second) * nanosecondsPerSecond + nanosecond
  }

  /// Held to the day, so that no arithmetic on it overflows.
  var boundedNanosecond: Int64 { min(max(nanosecondOfDay, 0), nanosecondsPerDay - 1) }

  public var hour: Int64 { secondOfDay / 3_600 }
  public var minute: Int64 { secondOfDay / 60 % 60 }
  public var second: Int64 { secondOfDay % 60 }
  /// Of the second: 0 … 999.
  public var millisecond: Int64 { nanosecond / 1_000_000 }
  /// Of the second: 0 … 999,999.
  public var microsecond: Int64 { nanosecond / 1_000 }
  /// Of the second: 0 … 999,999,999.
  public var nanosecond: Int64 { boundedNanosecond % nanosecondsPerSecond }

  var secondOfDay: Int64 { boundedNanosecond / nanosecondsPerSecond }
}
