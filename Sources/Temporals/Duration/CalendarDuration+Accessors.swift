extension CalendarDuration {
  /// A component by its name in the query language, rounded toward zero; `nil` if there is none of that name.
  ///
  /// Totals of a part: `years`, `quarters`, `months` · `weeks`, `days` · `hours`, `minutes`, `seconds`, `milliseconds`,
  /// `microseconds`, `nanoseconds`. What is left within the larger unit: `quartersOfYear`, `monthsOfQuarter`,
  /// `monthsOfYear`, `daysOfWeek`, `minutesOfHour`, `secondsOfMinute`, `millisecondsOfSecond`, `microsecondsOfSecond`,
  /// `nanosecondsOfSecond`.
  /// - Throws: `overflow` if the number leaves 64 bits.
  public func component(_ name: String) throws(TemporalError) -> Int64? {
    switch name {
    case "years": months / 12
    case "quarters": months / 3
    case "months": months
    case "weeks": days / 7
    case "days": days
    case "quartersOfYear": months / 3 % 4
    case "monthsOfQuarter": months % 3
    case "monthsOfYear": months % 12
    case "daysOfWeek": days % 7
    case "hours": try time(in: 3_600_000_000_000)
    case "minutes": try time(in: 60_000_000_000)
    case "seconds": try time(in: 1_000_000_000)
    case "milliseconds": try time(in: 1_000_000)
    case "microseconds": try time(in: 1_000)
    case "nanoseconds": try time(in: 1)
    case "minutesOfHour": try time(in: 60_000_000_000) % 60
    case "secondsOfMinute": try time(in: 1_000_000_000) % 60
    case "millisecondsOfSecond": Int64(totalNanoseconds % 1_000_000_000) / 1_000_000
    case "microsecondsOfSecond": Int64(totalNanoseconds % 1_000_000_000) / 1_000
    case "nanosecondsOfSecond": Int64(totalNanoseconds % 1_000_000_000)
    default: nil
    }
  }

  private func time(in unit: Int128) throws(TemporalError) -> Int64 {
    guard let count = Int64(exactly: totalNanoseconds / unit) else { throw .overflow("the duration in a smaller unit") }
    return count
  }
}
