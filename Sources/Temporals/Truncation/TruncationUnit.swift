/// What a temporal value can be cut to, largest first.
public enum TruncationUnit: String, CaseIterable, Sendable {
  case millennium, century, decade, year, weekYear, quarter, month, week
  case day, hour, minute, second, millisecond, microsecond

  /// The name is taken in any case.
  /// - Throws: `unknownUnit`.
  public init(parsing name: String) throws(TemporalError) {
    let lowered = name.lowercased()
    guard let unit = TruncationUnit.allCases.first(where: { $0.rawValue.lowercased() == lowered }) else {
      throw .unknownUnit(name)
    }
    self = unit
  }

  /// `nil` for a day and what is larger.
  var nanoseconds: Int64? {
    switch self {
    case .hour: 3_600_000_000_000
    case .minute: 60_000_000_000
    case .second: 1_000_000_000
    case .millisecond: 1_000_000
    case .microsecond: 1_000
    default: nil
    }
  }
}

extension CalendarDate {
  /// The first day of the unit that the day lies in.
  /// - Throws: `outOfRange` or `overflow` where that is before the range of years; `unsuitableUnit` below a day.
  func truncated(to unit: TruncationUnit) throws(TemporalError) -> CalendarDate {
    switch unit {
    case .millennium: try CalendarDate(year: floorDivide(year, 1_000) * 1_000)
    case .century: try CalendarDate(year: floorDivide(year, 100) * 100)
    case .decade: try CalendarDate(year: floorDivide(year, 10) * 10)
    case .year: try CalendarDate(year: year)
    case .weekYear: try CalendarDate(checkedDaysSinceEpoch: CalendarDate.firstMonday(ofWeekYear: weekYear))
    case .quarter: try CalendarDate(year: year, quarter: quarter)
    case .month: try CalendarDate(year: year, month: month)
    case .week: try adding(days: 1 - dayOfWeek)
    case .day: self
    case .hour, .minute, .second, .millisecond, .microsecond:
      throw .unsuitableUnit(unit: unit.rawValue, type: "a date")
    }
  }
}

extension LocalTime {
  /// The start of the unit that the time lies in; of the day for what is larger.
  func truncated(to unit: TruncationUnit) -> LocalTime {
    guard let size = unit.nanoseconds else { return .midnight }
    return LocalTime(nanosecondOfDay: boundedNanosecond / size * size)
  }
}
