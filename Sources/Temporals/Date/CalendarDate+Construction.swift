extension CalendarDate {
  init(uncheckedYear year: Int64, month: Int64, day: Int64) {
    daysSinceEpoch = GregorianCalendar.daysSinceEpoch(year: year, month: month, day: day)
  }

  /// - Throws: `outOfRange`, also for a day that the month does not have.
  public init(year: Int64, month: Int64 = 1, day: Int64 = 1) throws(TemporalError) {
    try require("year", year, in: CalendarDate.yearRange)
    try require("month", month, in: 1...12)
    try require("day", day, in: 1...GregorianCalendar.days(inMonth: month, of: year))
    self.init(uncheckedYear: year, month: month, day: day)
  }

  /// - Throws: `outOfRange`, also for day 366 of a common year.
  public init(year: Int64, ordinalDay: Int64) throws(TemporalError) {
    try require("year", year, in: CalendarDate.yearRange)
    try require("ordinalDay", ordinalDay, in: 1...GregorianCalendar.days(inYear: year))
    self.init(daysSinceEpoch: CalendarDate(uncheckedYear: year, month: 1, day: 1).daysSinceEpoch + ordinalDay - 1)
  }

  /// - Throws: `outOfRange`, also for a day that the quarter does not have.
  public init(year: Int64, quarter: Int64, dayOfQuarter: Int64 = 1) throws(TemporalError) {
    try require("year", year, in: CalendarDate.yearRange)
    try require("quarter", quarter, in: 1...4)
    try require("dayOfQuarter", dayOfQuarter, in: 1...GregorianCalendar.days(inQuarter: quarter, of: year))
    let first = CalendarDate(uncheckedYear: year, month: quarter * 3 - 2, day: 1)
    self.init(daysSinceEpoch: first.daysSinceEpoch + dayOfQuarter - 1)
  }

  /// A day of an ISO week; `dayOfWeek` is 1 (Monday) … 7.
  /// - Throws: `outOfRange`, also for week 53 of a year that has 52.
  /// - Source: ISO 8601-1 §4.2.2: week 1 is the one with the year's first Thursday.
  public init(weekYear: Int64, week: Int64, dayOfWeek: Int64 = 1) throws(TemporalError) {
    try require("year", weekYear, in: CalendarDate.yearRange)
    try require("week", week, in: 1...GregorianCalendar.weeks(inWeekYear: weekYear))
    try require("dayOfWeek", dayOfWeek, in: 1...7)
    let monday = CalendarDate.firstMonday(ofWeekYear: weekYear)
    try self.init(checkedDaysSinceEpoch: monday + (week - 1) * 7 + dayOfWeek - 1)
  }

  /// The Monday of week 1, in days since the epoch.
  static func firstMonday(ofWeekYear year: Int64) -> Int64 {
    let fourth = GregorianCalendar.daysSinceEpoch(year: year, month: 1, day: 4)
    return fourth - GregorianCalendar.dayOfWeek(fourth) + 1
  }
}
