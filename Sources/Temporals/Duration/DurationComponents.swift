/// What a duration is made from: so many years, months, … each perhaps negative or with a fraction.
public struct DurationComponents: Sendable {
  private var months = ExactAmount()
  private var days = ExactAmount()
  private var seconds = ExactAmount()
  private var nanoseconds = ExactAmount()

  public init() {}

  /// - Throws: `unknownComponent`.
  public mutating func add(_ name: String, _ amount: Int64) throws(TemporalError) {
    try add(name, ExactAmount(ExactRatio(amount)))
  }

  /// The amount is the decimal number that is written for it: 0.1 is a tenth.
  /// - Throws: `unknownComponent`, or `overflow` if it is not finite or beyond 64 bits.
  public mutating func add(_ name: String, _ amount: Double) throws(TemporalError) {
    try add(name, ExactAmount(try ExactRatio(amount)))
  }

  mutating func add(_ name: String, _ amount: ExactAmount) throws(TemporalError) {
    switch name {
    case "years": months = months + amount.scaled(by: 12)
    case "quarters": months = months + amount.scaled(by: 3)
    case "months": months = months + amount
    case "weeks": days = days + amount.scaled(by: 7)
    case "days": days = days + amount
    case "hours": seconds = seconds + amount.scaled(by: 3_600)
    case "minutes": seconds = seconds + amount.scaled(by: 60)
    case "seconds": seconds = seconds + amount
    case "milliseconds": nanoseconds = nanoseconds + amount.scaled(by: 1_000_000)
    case "microseconds": nanoseconds = nanoseconds + amount.scaled(by: 1_000)
    case "nanoseconds": nanoseconds = nanoseconds + amount
    default: throw .unknownComponent(name)
    }
  }

  /// - Throws: `overflow`.
  func duration() throws(TemporalError) -> CalendarDuration {
    try CalendarDuration(months: months, days: days, seconds: seconds, nanoseconds: nanoseconds)
  }
}

extension CalendarDuration {
  /// Fractions are carried into the next smaller part: of a year into months, of a month into days (30.436875 to the
  /// month), of a day into seconds. What is less than a nanosecond is dropped.
  /// - Throws: `overflow`.
  public init(_ components: DurationComponents) throws(TemporalError) {
    self = try components.duration()
  }
}
