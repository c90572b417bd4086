/// What a component of a temporal value is read as.
public enum TemporalComponentValue: Hashable, Sendable {
  case integer(Int64)
  case text(String)
}

extension TemporalValue {
  /// A component by its name in the query language; `nil` if this type has none of that name.
  ///
  /// With a date: `year`, `quarter`, `month`, `week`, `weekYear`, `day`, `ordinalDay`, `dayOfWeek` or `weekDay`,
  /// `dayOfQuarter` or `quarterDay`. With a time: `hour`, `minute`, `second`, and `millisecond`, `microsecond`,
  /// `nanosecond` of the second. With an offset: `timezone`, `offset`, `offsetMinutes`, `offsetSeconds`. With all:
  /// `epochSeconds`, `epochMillis`.
  /// - Throws: `overflow` if the number leaves 64 bits.
  public func component(_ name: String) throws(TemporalError) -> TemporalComponentValue? {
    if let number = date.flatMap({ dateComponent(name, of: $0) }) ?? time.flatMap({ timeComponent(name, of: $0) }) {
      return .integer(number)
    }
    guard let offsetSeconds else { return nil }
    switch (name, self) {
    case ("timezone", .dateTime(let value)): return .text(value.timezone)
    case ("timezone", _), ("offset", _): return .text(UTCOffset.text(offsetSeconds))
    case ("offsetMinutes", _): return .integer(Int64(offsetSeconds) / 60)
    case ("offsetSeconds", _): return .integer(Int64(offsetSeconds))
    case ("epochSeconds", .dateTime(let value)): return .integer(value.epochSecond)
    case ("epochMillis", .dateTime(let value)): return .integer(try value.epochMillis)
    default: return nil
    }
  }

  private func dateComponent(_ name: String, of date: CalendarDate) -> Int64? {
    switch name {
    case "year": date.year
    case "quarter": date.quarter
    case "month": date.month
    case "week": date.week
    case "weekYear": date.weekYear
    case "day": date.day
    case "ordinalDay": date.ordinalDay
    case "dayOfWeek", "weekDay": date.dayOfWeek
    case "dayOfQuarter", "quarterDay": date.dayOfQuarter
    default: nil
    }
  }

  private func timeComponent(_ name: String, of time: LocalTime) -> Int64? {
    switch name {
    case "hour": time.hour
    case "minute": time.minute
    case "second": time.second
    case "millisecond": time.millisecond
    case "microsecond": time.microsecond
    case "nanosecond": time.nanosecond
    default: nil
    }
  }
}
