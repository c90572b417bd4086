/// An amount of time in four independent parts, as openCypher's durations: months, days, seconds and nanoseconds.
public struct CalendarDuration: Hashable, Sendable {
  public var months: Int64
  public var days: Int64
  /// Rounded down: −0.001 s is −1 second and 999,000,000 nanoseconds.
  public var seconds: Int64
  /// 0 ..< 1,000,000,000; a negative fraction borrows from `seconds`.
  public var nanoseconds: Int32

  public init(months: Int64 = 0, days: Int64 = 0, seconds: Int64 = 0, nanoseconds: Int32 = 0) {
    self.months = months
    self.days = days
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

extension CalendarDuration {
  public static let zero = CalendarDuration()

  /// Seconds and nanoseconds together.
  var totalNanoseconds: Int128 { Int128(seconds) * Int128(nanosecondsPerSecond) + Int128(nanoseconds) }

  /// - Throws: `overflow` if the seconds leave 64 bits.
  init(months: Int64 = 0, days: Int64 = 0, totalNanoseconds: Int128) throws(TemporalError) {
    var (second, rest) = totalNanoseconds.quotientAndRemainder(dividingBy: Int128(nanosecondsPerSecond))
    if rest < 0 {
      second -= 1
      rest += Int128(nanosecondsPerSecond)
    }
    guard let seconds = Int64(exactly: second) else { throw .overflow("the duration") }
    self.init(months: months, days: days, seconds: seconds, nanoseconds: Int32(rest))
  }

  /// Carries what is less than a month into the days (a month has 30.436875), what is less than a day into the
  /// seconds, and drops what is less than a nanosecond.
  /// - Precondition: all have the same denominator, below 2⁶⁴.
  /// - Throws: `overflow`.
  init(
    months: ExactAmount, days: ExactAmount, seconds: ExactAmount, nanoseconds: ExactAmount
  ) throws(TemporalError) {
    // Millionths of the fractions' unit, since a month's days have six places: nothing is rounded on the way.
    let unit = months.denominator * 1_000_000
    let days = ExactAmount(
      whole: days.whole, fraction: days.fraction * 1_000_000 + months.fraction * 30_436_875, denominator: unit)
    let seconds = ExactAmount(
      whole: seconds.whole, fraction: seconds.fraction * 1_000_000 + days.fraction * Int128(secondsPerDay),
      denominator: unit)
    let nanoseconds = ExactAmount(
      whole: nanoseconds.whole,
      fraction: nanoseconds.fraction * 1_000_000 + seconds.fraction * Int128(nanosecondsPerSecond), denominator: unit)
    guard let wholeMonths = Int64(exactly: months.whole), let wholeDays = Int64(exactly: days.whole),
      seconds.whole.magnitude < 1 << 90, nanoseconds.whole.magnitude < 1 << 120
    else { throw .overflow("the duration") }
    try self.init(
      months: wholeMonths, days: wholeDays,
      totalNanoseconds: seconds.whole * Int128(nanosecondsPerSecond) + nanoseconds.whole)
  }
}
