extension TemporalComponents {
  /// The ways to name a day of a year: what each adds to the year, larger unit first.
  private static let systems: [(larger: Number?, smaller: Number)] = [
    (.month, .day), (.week, .dayOfWeek), (.quarter, .dayOfQuarter), (nil, .ordinalDay),
  ]

  /// The day that the components name; what they leave out comes from `base`, or else is the first.
  /// - Throws: `missingComponent`, `conflictingComponents`, `outOfRange`.
  func selectedDate(base: CalendarDate?) throws(TemporalError) -> CalendarDate {
    var chosen: (larger: Number?, smaller: Number)?
    for system in Self.systems {
      guard let given = [system.larger, system.smaller].lazy.compactMap(\.self).first(where: { self[$0] != nil }) else {
        continue
      }
      if let other = chosen.flatMap({ [$0.larger, $0.smaller].compactMap(\.self).first { self[$0] != nil } }) {
        throw .conflictingComponents(other.rawValue, given.rawValue)
      }
      chosen = system
    }
    if base == nil, self[.year] == nil { throw .missingComponent("year") }
    if base == nil, let chosen, let larger = chosen.larger, self[larger] == nil {
      throw .missingComponent(larger.rawValue)
    }
    switch chosen?.smaller {
    case .dayOfWeek:
      return try CalendarDate(
        weekYear: self[.year] ?? base?.weekYear ?? 1, week: self[.week] ?? base?.week ?? 1,
        dayOfWeek: self[.dayOfWeek] ?? base?.dayOfWeek ?? 1)
    case .dayOfQuarter:
      return try CalendarDate(
        year: self[.year] ?? base?.year ?? 1, quarter: self[.quarter] ?? base?.quarter ?? 1,
        dayOfQuarter: self[.dayOfQuarter] ?? base?.dayOfQuarter ?? 1)
    case .ordinalDay:
      return try CalendarDate(year: self[.year] ?? base?.year ?? 1, ordinalDay: self[.ordinalDay] ?? 1)
    default:
      return try CalendarDate(
        year: self[.year] ?? base?.year ?? 1, month: self[.month] ?? base?.month ?? 1,
        day: self[.day] ?? base?.day ?? 1)
    }
  }
}
