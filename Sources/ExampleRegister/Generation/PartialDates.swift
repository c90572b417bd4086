import SeededRandom

/// Dates as a register keeps them: most to the day, some to the month, the season or the year, a few uncertain.
enum PartialDates {
  static func date(in year: Int, _ random: inout SplitMix64, precise: Bool = false) -> String {
    let month = random.number(in: year < 2026 ? 1...12 : 1...9)
    let day = random.number(in: 1...28)
    let full = "\(year)-\(padded(month))-\(padded(day))"
    if precise { return full }
    switch random.number(below: 100) {
    case ..<74: return full
    case ..<86: return "\(year)-\(padded(month))"
    case ..<93: return "\(year)"
    case ..<97: return "\(year)-\(random.number(in: 21...24))"
    default: return full + "?"
    }
  }

  /// The date as a day of validity: what was uncertain is known to the year only.
  static func withoutQualifier(_ date: String) -> String? {
    date.hasSuffix("?") ? String(date.prefix(4)) : date
  }

  /// A day on which a link was reviewed; reviewing began in September 2022 and was mostly done in 2023.
  static func reviewDay(in years: ClosedRange<Int>, _ random: inout SplitMix64) -> String {
    let drawn = random.pick(weighted: [2022: 30, 2023: 50, 2024: 12, 2025: 8], otherwise: 2023)
    let year = min(max(drawn, years.lowerBound), years.upperBound)
    let month = random.number(in: year == 2022 ? 9...12 : year < 2026 ? 1...12 : 1...9)
    return "\(year)-\(padded(month))-\(padded(random.number(in: 1...28)))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
