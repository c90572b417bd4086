extension CalendarDate {
  public var year: Int64 { GregorianCalendar.civil(boundedDays).year }
  public var month: Int64 { GregorianCalendar.civil(boundedDays).month }
  public var day: Int64 { GregorianCalendar.civil(boundedDays).day }
  public var quarter: Int64 { (month + 2) / 3 }

  /// 1 … 366.
  public var ordinalDay: Int64 {
    boundedDays - GregorianCalendar.daysSinceEpoch(year: year, month: 1, day: 1) + 1
  }

  /// 1 … 92.
  public var dayOfQuarter: Int64 {
    let (year, month, _) = GregorianCalendar.civil(boundedDays)
    let first = GregorianCalendar.daysSinceEpoch(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
    return boundedDays - first + 1
  }

  /// 1 (Monday) … 7.
  public var dayOfWeek: Int64 { GregorianCalendar.dayOfWeek(boundedDays) }

  /// The ISO week, 1 … 53, of `weekYear`.
  public var week: Int64 { (boundedDays - CalendarDate.firstMonday(ofWeekYear: weekYear)) / 7 + 1 }

  /// The year that the ISO week belongs to: that of the week's Thursday.
  public var weekYear: Int64 { GregorianCalendar.civil(boundedDays - dayOfWeek + 4).year }
}
