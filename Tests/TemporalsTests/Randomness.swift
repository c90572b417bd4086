import Temporals

/// The same numbers in every run.
struct Randomness: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// Xorshift64*, S. Vigna, 2016.
  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  mutating func date(years: ClosedRange<Int64> = -999_999_999...999_999_999) -> CalendarDate {
    let year = Int64.random(in: years, using: &self)
    let first = (try? CalendarDate(year: year)) ?? .min
    return CalendarDate(daysSinceEpoch: first.daysSinceEpoch + Int64(below(365)))
  }

  /// Often with few digits, so that all forms of the fraction come up.
  mutating func time() -> LocalTime {
    let unit: Int64 = [1, 1_000, 1_000_000, 1_000_000_000, 60_000_000_000][below(5)]
    return LocalTime(nanosecondOfDay: Int64.random(in: 0..<86_400_000_000_000, using: &self) / unit * unit)
  }

  mutating func localDateTime(years: ClosedRange<Int64> = -999_999_999...999_999_999) -> LocalDateTime {
    LocalDateTime(date: date(years: years), time: time())
  }
}
