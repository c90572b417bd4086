/// A day of the proleptic Gregorian calendar.
public struct CalendarDate: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  public var daysSinceEpoch: Int64

  /// Meant for days of the years −999,999,999 … 999,999,999; a day beyond them reads as the last one there is.
  public init(daysSinceEpoch: Int64) {
    self.daysSinceEpoch = daysSinceEpoch
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.daysSinceEpoch < b.daysSinceEpoch }
}

extension CalendarDate {
  static let yearRange: ClosedRange<Int64> = -999_999_999...999_999_999

  /// The first day there is: -999999999-01-01.
  public static let min = CalendarDate(uncheckedYear: yearRange.lowerBound, month: 1, day: 1)
  /// The last day there is: +999999999-12-31.
  public static let max = CalendarDate(uncheckedYear: yearRange.upperBound, month: 12, day: 31)

  /// The days held to the range of years, so that no arithmetic on them overflows.
  var boundedDays: Int64 {
    Swift.min(Swift.max(daysSinceEpoch, CalendarDate.min.daysSinceEpoch), CalendarDate.max.daysSinceEpoch)
  }

  /// - Throws: `overflow` outside the range of years.
  init(checkedDaysSinceEpoch days: Int64) throws(TemporalError) {
    guard days >= CalendarDate.min.daysSinceEpoch, days <= CalendarDate.max.daysSinceEpoch else {
      throw .overflow("the date")
    }
    self.init(daysSinceEpoch: days)
  }
}
