import Temporals
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("2015-07-21", "2015-07-21"), ("20150721", "2015-07-21"), ("2015-07", "2015-07-01"), ("201507", "2015-07-01"),
    ("2015-W30-2", "2015-07-21"), ("2015W302", "2015-07-21"), ("2015-W30", "2015-07-20"), ("2015W30", "2015-07-20"),
    ("2015-Q2-60", "2015-05-30"), ("2015Q260", "2015-05-30"), ("2015-Q2", "2015-04-01"), ("2015Q2", "2015-04-01"),
    ("2015-202", "2015-07-21"), ("2015202", "2015-07-21"), ("2015", "2015-01-01"),
    ("-0044-03-15", "-0044-03-15"), ("+0044-03-15", "0044-03-15"), ("+12345-06-07", "+12345-06-07"),
    ("-999999999-01-01", "-999999999-01-01"), ("+999999999-12-31", "+999999999-12-31"), ("0000-02-29", "0000-02-29"),
    ("+999999999", "+999999999-01-01"), ("2020-W53-7", "2021-01-03"), ("1817-W01-1", "1816-12-30"),
  ])
  func parsing(text: String, canonical: String) throws {
    #expect(try CalendarDate(parsing: text).description == canonical)
  }

  @Test(arguments: [
    "", "-", "+", "201", "20155", "2015-", "2015-7", "2015-07-", "2015-07-1", "2015-07-211", "2015-0721", "201507-21",
    "2015-07-21T", " 2015", "2015W3", "2015-W3-2", "2015-W302", "2015W30-2", "2015-Q", "+1234567890-01-01",
    "2015-07-21Z",
    "２０１５-07-21", "2015–07–21", "+-2015-01-01", "--2015",
  ])
  func malformed(text: String) {
    #expect(throws: TemporalError.unparsable(text: text, expected: "a date such as 2015-07-21")) {
      try CalendarDate(parsing: text)
    }
  }

  @Test(
    arguments: [
      ("2015-13-01", "month", 13, 1...12), ("2015-00", "month", 0, 1...12), ("2015-02-29", "day", 29, 1...28),
      ("2015-366", "ordinalDay", 366, 1...365), ("2015-W54", "week", 54, 1...53), ("2016-W53", "week", 53, 1...52),
      ("2015-W01-8", "dayOfWeek", 8, 1...7), ("2015-Q5", "quarter", 5, 1...4),
      ("2015-Q1-91", "dayOfQuarter", 91, 1...90),
    ] as [(String, String, Int64, ClosedRange<Int64>)])
  func noSuchDay(text: String, component: String, value: Int64, range: ClosedRange<Int64>) {
    #expect(throws: TemporalError.outOfRange(component: component, value: value, range: range)) {
      try CalendarDate(parsing: text)
    }
  }

  @Test(
    arguments: [
      (1816, 1, "1816-01-01"), (1816, 52, "1816-12-23"), (1817, 1, "1816-12-30"), (1817, 10, "1817-03-03"),
      (1818, 1, "1817-12-29"), (1818, 53, "1818-12-28"), (1819, 1, "1819-01-04"), (1819, 52, "1819-12-27"),
    ] as [(Int64, Int64, String)])
  func weekDates(year: Int64, week: Int64, expected: String) throws {
    let date = try CalendarDate(weekYear: year, week: week)
    #expect(date.description == expected)
    #expect(date.weekYear == year && date.week == week && date.dayOfWeek == 1)
  }

  /// Steps day by day through the given years and compares every component.
  @Test(arguments: [-999_999_999...(-999_999_997), -405...405, 1580...2420, 999_999_996...999_999_999])
  func everyDayAgainstACountingTwin(years: ClosedRange<Int64>) throws {
    var date = try CalendarDate(year: years.lowerBound)
    var twin = CountingDate(year: years.lowerBound, dayOfWeek: date.dayOfWeek)
    while twin.year <= years.upperBound {
      guard
        date.year == twin.year, date.month == twin.month, date.day == twin.day, date.ordinalDay == twin.ordinalDay,
        date.quarter == (twin.month - 1) / 3 + 1, date.dayOfWeek == twin.dayOfWeek,
        try CalendarDate(year: twin.year, month: twin.month, day: twin.day) == date,
        try CalendarDate(year: twin.year, ordinalDay: twin.ordinalDay) == date,
        try CalendarDate(year: date.year, quarter: date.quarter, dayOfQuarter: date.dayOfQuarter) == date,
        try abs(date.weekYear) > 999_999_999
          || CalendarDate(weekYear: date.weekYear, week: date.week, dayOfWeek: date.dayOfWeek) == date,
        try CalendarDate(parsing: date.description) == date
      else {
        Issue.record("\(twin) became \(date)")
        return
      }
      date.daysSinceEpoch += 1
      twin.step()
    }
  }

  @Test func knownWeekDays() throws {
    #expect(CalendarDate(daysSinceEpoch: 0).description == "1970-01-01")
    #expect(CalendarDate(daysSinceEpoch: 0).dayOfWeek == 4)
    #expect(try CalendarDate(year: 2000, month: 1, day: 1).dayOfWeek == 6)
    #expect(try CalendarDate(year: 1582, month: 10, day: 15).dayOfWeek == 5)
    let first = try CalendarDate(year: 1984)
    #expect(first.weekYear == 1983 && first.week == 52 && first.dayOfWeek == 7)
  }

  @Test(arguments: [Int64.min, Int64.min + 1, Int64.max, Int64.max - 1])
  func daysFarOutsideDoNotTrap(days: Int64) {
    let date = CalendarDate(daysSinceEpoch: days)
    #expect(!date.description.isEmpty)
    _ = (date.week, date.weekYear, date.dayOfQuarter, date.ordinalDay)
  }
}

/// A calendar that can only take the next day.
private struct CountingDate {
  var year: Int64
  var month: Int64 = 1
  var day: Int64 = 1
  var ordinalDay: Int64 = 1
  var dayOfWeek: Int64

  init(year: Int64, dayOfWeek: Int64) {
    self.year = year
    self.dayOfWeek = dayOfWeek
  }

  mutating func step() {
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    day += 1
    ordinalDay += 1
    dayOfWeek = dayOfWeek % 7 + 1
    guard day > lengths[Int(month) - 1] else { return }
    day = 1
    month += 1
    guard month > 12 else { return }
    (year, month, ordinalDay) = (year + 1, 1, 1)
  }
}
