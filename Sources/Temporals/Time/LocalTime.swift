/// A time of day without an offset, to the nanosecond.
public struct LocalTime: Hashable, Sendable, Comparable {
  /// 0 ..< 86,400,000,000,000.
  public var nanosecondOfDay: Int64

  public init(nanosecondOfDay: Int64) {
    self.nanosecondOfDay = nanosecondOfDay
  }

  public static func < (a: LocalTime, b: LocalTime) -> Bool { a.nanosecondOfDay < b.nanosecondOfDay }
}
