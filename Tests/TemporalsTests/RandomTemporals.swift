import SeededRandom
import Temporals

extension SplitMix64 {
  mutating func date(years: ClosedRange<Int64> = -999_999_999...999_999_999) -> CalendarDate {
    let year = Int64.random(in: years, using: &self)
    let first = (try? CalendarDate(year: year)) ?? .min
    return CalendarDate(daysSinceEpoch: first.daysSinceEpoch + Int64(number(below: 365)))
  }

  /// Often with few digits, so that all forms of the fraction come up.
  mutating func time() -> LocalTime {
    let unit: Int64 = [1, 1_000, 1_000_000, 1_000_000_000, 60_000_000_000][number(below: 5)]
    return LocalTime(nanosecondOfDay: Int64.random(in: 0..<86_400_000_000_000, using: &self) / unit * unit)
  }

  mutating func localDateTime(years: ClosedRange<Int64> = -999_999_999...999_999_999) -> LocalDateTime {
    LocalDateTime(date: date(years: years), time: time())
  }
}
