/// The arithmetic of the proleptic Gregorian calendar.
///
/// - Source: a 400-year era has 146,097 days; years are counted from March, so that the leap day comes last.
enum GregorianCalendar {
  private static let daysPerEra: Int64 = 146_097
  /// From 0000-03-01 to 1970-01-01.
  private static let epochShift: Int64 = 719_468

  static func isLeap(_ year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func days(inYear year: Int64) -> Int64 { isLeap(year) ? 366 : 365 }

  static func days(inMonth month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func days(inQuarter quarter: Int64, of year: Int64) -> Int64 {
    switch quarter {
    case 1: isLeap(year) ? 91 : 90
    case 2: 91
    default: 92
    }
  }

  /// 53 if the year begins or ends on a Thursday.
  static func weeks(inWeekYear year: Int64) -> Int64 {
    let first = dayOfWeek(daysSinceEpoch(year: year, month: 1, day: 1))
    return first == 4 || (first == 3 && isLeap(year)) ? 53 : 52
  }

  /// 1 (Monday) … 7.
  static func dayOfWeek(_ daysSinceEpoch: Int64) -> Int64 {
    floorModulo(daysSinceEpoch + 3, 7) + 1
  }

  static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * daysPerEra + dayOfEra - epochShift
  }

  static func civil(_ daysSinceEpoch: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let days = daysSinceEpoch + epochShift
    let era = floorDivide(days, daysPerEra)
    let dayOfEra = days - era * daysPerEra
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

/// The quotient rounded down; `divisor` is positive.
func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
  dividend >= 0 ? dividend / divisor : -((-1 - dividend) / divisor) - 1
}

/// The remainder in 0 ..< `divisor`.
func floorModulo(_ dividend: Int64, _ divisor: Int64) -> Int64 {
  let remainder = dividend % divisor
  return remainder < 0 ? remainder + divisor : remainder
}
