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
