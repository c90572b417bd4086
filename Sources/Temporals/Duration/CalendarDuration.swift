/// An amount of time in four independent parts, as openCypher's durations: months, days, seconds and nanoseconds.
public struct CalendarDuration: Hashable, Sendable {
  public var months: Int64
  public var days: Int64
  public var seconds: Int64
  /// 0 ..< 1,000,000,000; a negative fraction borrows from `seconds`.
  public var nanoseconds: Int32

  public init(months: Int64 = 0, days: Int64 = 0, seconds: Int64 = 0, nanoseconds: Int32 = 0) {
    self.months = months
    self.days = days
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}
