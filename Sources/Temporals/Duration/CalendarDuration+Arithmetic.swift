extension CalendarDuration {
  /// Part by part.
  /// - Throws: `overflow`.
  public func adding(_ other: CalendarDuration) throws(TemporalError) -> CalendarDuration {
    let (months, monthsOverflow) = months.addingReportingOverflow(other.months)
    let (days, daysOverflow) = days.addingReportingOverflow(other.days)
    guard !monthsOverflow, !daysOverflow else { throw .overflow("the duration") }
    return try CalendarDuration(
      months: months, days: days, totalNanoseconds: totalNanoseconds + other.totalNanoseconds)
  }

  /// Part by part.
  /// - Throws: `overflow`.
  public func subtracting(_ other: CalendarDuration) throws(TemporalError) -> CalendarDuration {
    let (months, monthsOverflow) = months.subtractingReportingOverflow(other.months)
    let (days, daysOverflow) = days.subtractingReportingOverflow(other.days)
    guard !monthsOverflow, !daysOverflow else { throw .overflow("the duration") }
    return try CalendarDuration(
      months: months, days: days, totalNanoseconds: totalNanoseconds - other.totalNanoseconds)
  }

  /// - Throws: `overflow`, for the least number of 64 bits only.
  public func negated() throws(TemporalError) -> CalendarDuration { try CalendarDuration.zero.subtracting(self) }

  /// - Throws: `overflow`.
  public func multiplied(by factor: Int64) throws(TemporalError) -> CalendarDuration {
    try mapParts { $0 * ExactAmount(factor) }
  }

  /// Fractions of a month become days, of a day seconds; the factor is the decimal number that is written for it.
  /// - Throws: `overflow`, also for a factor that is not finite.
  public func multiplied(by factor: Double) throws(TemporalError) -> CalendarDuration {
    let factor = try ExactAmount(factor)
    return try mapParts { $0 * factor }
  }

  /// Fractions of a month become days, of a day seconds.
  /// - Throws: `divisionByZero`, `overflow`.
  public func divided(by divisor: Int64) throws(TemporalError) -> CalendarDuration {
    guard divisor != 0 else { throw .divisionByZero }
    return try mapParts { .quotient($0, by: divisor) }
  }

  /// Fractions of a month become days, of a day seconds; the divisor is the decimal number that is written for it.
  /// - Throws: `divisionByZero`, also for a divisor below 10⁻¹⁸; `overflow`, also for one that is not finite.
  public func divided(by divisor: Double) throws(TemporalError) -> CalendarDuration {
    let divisor = try ExactAmount(divisor)
    guard !divisor.isZero else { throw .divisionByZero }
    return try mapParts { .quotient($0, by: divisor) }
  }

  private func mapParts(_ transform: (Int64) -> ExactAmount) throws(TemporalError) -> CalendarDuration {
    try CalendarDuration(
      months: transform(months), days: transform(days), seconds: transform(seconds),
      nanoseconds: transform(Int64(nanoseconds)))
  }
}
