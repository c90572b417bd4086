extension CalendarDate {
  /// Months first, and a day that the month does not have becomes its last; then days, and whole days of the time.
  /// - Throws: `overflow` outside the range of years.
  public func adding(_ duration: CalendarDuration) throws(TemporalError) -> CalendarDate {
    let moved = try adding(months: duration.months).adding(days: duration.days)
    let days = duration.totalNanoseconds / Int128(nanosecondsPerDay)
    return try moved.adding(days: Int64(days))
  }

  /// - Throws: `overflow` outside the range of years.
  public func subtracting(_ duration: CalendarDuration) throws(TemporalError) -> CalendarDate {
    try adding(try duration.negated())
  }

  func adding(months count: Int64) throws(TemporalError) -> CalendarDate {
    guard count != 0 else { return self }
    let (year, month, day) = GregorianCalendar.civil(boundedDays)
    let (total, didOverflow) = (year * 12 + month - 1).addingReportingOverflow(count)
    let newYear = floorDivide(total, 12)
    guard !didOverflow, CalendarDate.yearRange.contains(newYear) else { throw .overflow("the date") }
    let newMonth = floorModulo(total, 12) + 1
    let newDay = Swift.min(day, GregorianCalendar.days(inMonth: newMonth, of: newYear))
    return CalendarDate(uncheckedYear: newYear, month: newMonth, day: newDay)
  }

  func adding(days count: Int64) throws(TemporalError) -> CalendarDate {
    let (days, didOverflow) = boundedDays.addingReportingOverflow(count)
    guard !didOverflow else { throw .overflow("the date") }
    return try CalendarDate(checkedDaysSinceEpoch: days)
  }
}

extension LocalTime {
  /// Round the clock; months and days do not count.
  public func adding(_ duration: CalendarDuration) -> LocalTime {
    let shift = Int64(duration.totalNanoseconds % Int128(nanosecondsPerDay))
    return LocalTime(nanosecondOfDay: floorModulo(boundedNanosecond + shift, nanosecondsPerDay))
  }

  /// Round the clock; months and days do not count.
  public func subtracting(_ duration: CalendarDuration) -> LocalTime {
    let shift = Int64(duration.totalNanoseconds % Int128(nanosecondsPerDay))
    return LocalTime(nanosecondOfDay: floorModulo(boundedNanosecond - shift, nanosecondsPerDay))
  }
}

extension OffsetTime {
  /// Round the clock; months and days do not count.
  public func adding(_ duration: CalendarDuration) -> OffsetTime {
    OffsetTime(time: time.adding(duration), offsetSeconds: offsetSeconds)
  }

  /// Round the clock; months and days do not count.
  public func subtracting(_ duration: CalendarDuration) -> OffsetTime {
    OffsetTime(time: time.subtracting(duration), offsetSeconds: offsetSeconds)
  }
}

extension LocalDateTime {
  /// Months first, and a day that the month does not have becomes its last; then days, then the time.
  /// - Throws: `overflow` outside the range of years.
  public func adding(_ duration: CalendarDuration) throws(TemporalError) -> LocalDateTime {
    let date = try date.adding(months: duration.months).adding(days: duration.days)
    let total = Int128(time.boundedNanosecond) + duration.totalNanoseconds
    var (days, rest) = total.quotientAndRemainder(dividingBy: Int128(nanosecondsPerDay))
    if rest < 0 {
      days -= 1
      rest += Int128(nanosecondsPerDay)
    }
    return LocalDateTime(date: try date.adding(days: Int64(days)), time: LocalTime(nanosecondOfDay: Int64(rest)))
  }

  /// - Throws: `overflow` outside the range of years.
  public func subtracting(_ duration: CalendarDuration) throws(TemporalError) -> LocalDateTime {
    try adding(try duration.negated())
  }
}

extension ZonedDateTime {
  /// Months and days on the calendar of the zone (at the same time of day, where the clocks have it), then the time
  /// as it passes.
  /// - Throws: `overflow` outside the range of years, `unknownZone`, `unreadableZone`.
  public func adding(
    _ duration: CalendarDuration, zones: TimeZoneDatabase = .system
  ) throws(TemporalError) -> ZonedDateTime {
    var moved = self
    if duration.months != 0 {
      moved = try moved.moved(to: try moved.local.date.adding(months: duration.months), zones)
    }
    if duration.days != 0 {
      moved = try moved.moved(to: try moved.local.date.adding(days: duration.days), zones)
    }
    let total = duration.totalNanoseconds
    guard total != 0 else { return moved }
    guard zone != nil else {
      let time = CalendarDuration(seconds: duration.seconds, nanoseconds: duration.nanoseconds)
      return ZonedDateTime(local: try moved.local.adding(time), offsetSeconds: offsetSeconds)
    }
    let nanosecond = moved.local.time.nanosecond + Int64(duration.nanoseconds)
    let (second, didOverflow) = moved.epochSecond.addingReportingOverflow(duration.seconds)
    guard !didOverflow else { throw .overflow("the date and time") }
    return try ZonedDateTime(epochSecond: second, nanosecond: nanosecond, in: temporalZone, zones: zones)
  }

  /// - Throws: as `adding(_:zones:)`.
  public func subtracting(
    _ duration: CalendarDuration, zones: TimeZoneDatabase = .system
  ) throws(TemporalError) -> ZonedDateTime {
    try adding(try duration.negated(), zones: zones)
  }

  func moved(to date: CalendarDate, _ zones: TimeZoneDatabase) throws(TemporalError) -> ZonedDateTime {
    let local = LocalDateTime(date: date, time: local.time)
    return try ZonedDateTime(local: local, in: temporalZone, preferringOffset: offsetSeconds, zones: zones)
  }
}
