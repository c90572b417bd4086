extension CalendarDuration {
  /// What leads from one value to another: whole months, then whole days, then the time.
  ///
  /// What only one of them has is lent to the other: the day, the time (midnight), the zone. Months and days are
  /// counted on the first one's calendar, and only where both have a day.
  /// - Throws: `unknownZone`, `unreadableZone`, or `overflow` at the ends of the range of years.
  public static func between(
    _ start: TemporalValue, _ end: TemporalValue, zones: TimeZoneDatabase = .system
  ) throws(TemporalError) -> CalendarDuration {
    var pair = try TemporalPair(start, end, zones)
    var (months, days): (Int64, Int64) = (0, 0)
    if pair.haveDates {
      months = pair.months
      pair.start = try pair.start.adding(CalendarDuration(months: months), zones)
      days = pair.days
      pair.start = try pair.start.adding(CalendarDuration(days: days), zones)
    }
    return try CalendarDuration(months: months, days: days, totalNanoseconds: pair.nanoseconds)
  }

  /// The whole months of `between`.
  public static func inMonths(
    _ start: TemporalValue, _ end: TemporalValue, zones: TimeZoneDatabase = .system
  ) throws(TemporalError) -> CalendarDuration {
    let pair = try TemporalPair(start, end, zones)
    return CalendarDuration(months: pair.haveDates ? pair.months : 0)
  }

  /// The whole days from one to the other, without months.
  public static func inDays(
    _ start: TemporalValue, _ end: TemporalValue, zones: TimeZoneDatabase = .system
  ) throws(TemporalError) -> CalendarDuration {
    let pair = try TemporalPair(start, end, zones)
    return CalendarDuration(days: pair.haveDates ? pair.days : 0)
  }

  /// The time that passes from one to the other.
  public static func inSeconds(
    _ start: TemporalValue, _ end: TemporalValue, zones: TimeZoneDatabase = .system
  ) throws(TemporalError) -> CalendarDuration {
    try CalendarDuration(totalNanoseconds: try TemporalPair(start, end, zones).nanoseconds)
  }
}

/// Two values brought to the same kind.
private struct TemporalPair {
  enum Point {
    case local(LocalDateTime)
    case zoned(ZonedDateTime)

    func adding(_ duration: CalendarDuration, _ zones: TimeZoneDatabase) throws(TemporalError) -> Point {
      switch self {
      case .local(let value): .local(try value.adding(duration))
      case .zoned(let value): .zoned(try value.adding(duration, zones: zones))
      }
    }

    var local: LocalDateTime {
      switch self {
      case .local(let value): value
      case .zoned(let value): value.local
      }
    }

    var second: Int64 {
      switch self {
      case .local(let value): value.localSecond
      case .zoned(let value): value.epochSecond
      }
    }
  }

  var start: Point
  let end: Point
  /// Whether both had a day of their own.
  let haveDates: Bool

  init(_ first: TemporalValue, _ second: TemporalValue, _ zones: TimeZoneDatabase) throws(TemporalError) {
    haveDates = first.date != nil && second.date != nil
    // Two times of day are compared on any day.
    let anyDay = first.date ?? second.date ?? CalendarDate(daysSinceEpoch: 0)
    let firstLocal = LocalDateTime(date: first.date ?? anyDay, time: first.time ?? .midnight)
    let secondLocal = LocalDateTime(date: second.date ?? anyDay, time: second.time ?? .midnight)
    guard let firstZone = first.zone ?? second.zone, let secondZone = second.zone ?? first.zone else {
      start = .local(firstLocal)
      end = .local(secondLocal)
      return
    }
    let from = try ZonedDateTime(
      local: firstLocal, in: firstZone, preferringOffset: first.offsetSeconds, zones: zones)
    let to = try ZonedDateTime(
      local: secondLocal, in: secondZone, preferringOffset: second.offsetSeconds, zones: zones)
    start = .zoned(from)
    end = .zoned(firstZone == secondZone ? to : try to.converted(to: firstZone, zones: zones))
  }

  /// The end's day, or its neighbour if the last day is not whole.
  private var lastWholeDay: CalendarDate {
    let (from, to) = (start.local, end.local)
    if to.date > from.date, to.time < from.time { return CalendarDate(daysSinceEpoch: to.date.boundedDays - 1) }
    if to.date < from.date, to.time > from.time { return CalendarDate(daysSinceEpoch: to.date.boundedDays + 1) }
    return to.date
  }

  var days: Int64 { lastWholeDay.boundedDays - start.local.date.boundedDays }

  var months: Int64 {
    let (from, to) = (start.local.date, lastWholeDay)
    let count = (to.year - from.year) * 12 + to.month - from.month
    if count > 0, to.day < from.day { return count - 1 }
    if count < 0, to.day > from.day { return count + 1 }
    return count
  }

  var nanoseconds: Int128 {
    Int128(end.second - start.second) * Int128(nanosecondsPerSecond)
      + Int128(end.local.time.nanosecond - start.local.time.nanosecond)
  }
}
