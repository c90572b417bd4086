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
    try times(ExactRatio(factor))
  }

  /// Fractions of a month become days, of a day seconds; the factor is the decimal number that is written for it.
  /// - Throws: `overflow`, also for a factor that is not finite.
  public func multiplied(by factor: Double) throws(TemporalError) -> CalendarDuration {
    try times(try ExactRatio(factor))
  }

  /// Fractions of a month become days, of a day seconds.
  /// - Throws: `divisionByZero`, `overflow`.
  public func divided(by divisor: Int64) throws(TemporalError) -> CalendarDuration {
    try times(try ExactRatio(divisor).inverse())
  }

  /// Fractions of a month become days, of a day seconds; the divisor is the decimal number that is written for it.
  /// - Throws: `divisionByZero`, also for a divisor below 10⁻¹⁸; `overflow`, also for one that is not finite.
  public func divided(by divisor: Double) throws(TemporalError) -> CalendarDuration {
    try times(try ExactRatio(divisor).inverse())
  }

  private func times(_ ratio: ExactRatio) throws(TemporalError) -> CalendarDuration {
    try CalendarDuration(
      months: ExactAmount(months, times: ratio), days: ExactAmount(days, times: ratio),
      seconds: ExactAmount(seconds, times: ratio), nanoseconds: ExactAmount(Int64(nanoseconds), times: ratio))
  }
}
