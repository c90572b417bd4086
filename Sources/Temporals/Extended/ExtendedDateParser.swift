/// The grammar of EDTF, levels 0 and 1.
enum ExtendedDateParser {
  struct Range {
    var earliest: CalendarDate?
    var latest: CalendarDate?
    var isUncertain = false
    var isApproximate = false
  }

  /// Extended ::= End? "/" End? | DateTime | Date
  /// End ::= ".." | Date, and one of an interval's ends is a date.
  static func parse(_ scanner: inout TextScanner) -> Range? {
    let first = parseEnd(&scanner)
    guard scanner.take(UInt8(ascii: "/")) else {
      guard case .date(let range, let isDay) = first else { return nil }
      if isDay, scanner.take(UInt8(ascii: "T")) {
        guard !range.isUncertain, !range.isApproximate, parseTime(&scanner) else { return nil }
      }
      return range
    }
    switch (first, parseEnd(&scanner)) {
    case (.date(let from, _), .date(let to, _)):
      guard let start = from.earliest, let end = to.latest, start <= end else { return nil }
      return Range(
        earliest: start, latest: end, isUncertain: from.isUncertain || to.isUncertain,
        isApproximate: from.isApproximate || to.isApproximate)
    case (.date(var from, _), .open):
      from.latest = nil
      return from
    case (.open, .date(var to, _)):
      to.earliest = nil
      return to
    default:
      return nil
    }
  }

  private enum End {
    case date(Range, isDay: Bool)
    /// Open (`..`) or unknown (nothing).
    case open
    case malformed
  }

  private static func parseEnd(_ scanner: inout TextScanner) -> End {
    if scanner.isAtEnd || scanner.next == UInt8(ascii: "/") { return .open }
    if scanner.take(UInt8(ascii: ".")) { return scanner.take(UInt8(ascii: ".")) ? .open : .malformed }
    guard case (var range, let isDay)? = parseDate(&scanner) else { return .malformed }
    switch scanner.next {
    case UInt8(ascii: "?"): range.isUncertain = true
    case UInt8(ascii: "~"): range.isApproximate = true
    case UInt8(ascii: "%"):
      range.isUncertain = true
      range.isApproximate = true
    default: return .date(range, isDay: isDay)
    }
    scanner.advance()
    return .date(range, isDay: isDay)
  }

  /// Date ::= "Y" "-"? digit{5,9} | Year ("-" Month ("-" Day)?)?
  private static func parseDate(_ scanner: inout TextScanner) -> (Range, isDay: Bool)? {
    let isLong = scanner.take(UInt8(ascii: "Y"))
    let isNegative = scanner.take(UInt8(ascii: "-"))
    if isLong {
      guard scanner.digitsAhead >= 5, scanner.next != UInt8(ascii: "0"), let year = scanner.number(upTo: 9) else {
        return nil
      }
      return years(year, year, isNegative: isNegative).map { ($0, false) }
    }
    guard let (first, last) = parseYear(&scanner) else { return nil }
    guard first == last, scanner.take(UInt8(ascii: "-")) else {
      return years(first, last, isNegative: isNegative).map { ($0, false) }
    }
    guard !isNegative || first > 0 else { return nil }
    return parseMonth(&scanner, of: isNegative ? -first : first)
  }

  /// Year ::= digit{4} | digit{3} "X" | digit{2} "XX"
  private static func parseYear(_ scanner: inout TextScanner) -> (Int64, Int64)? {
    switch scanner.digitsAhead {
    case 4:
      return scanner.number(digits: 4).map { ($0, $0) }
    case 3:
      guard let decade = scanner.number(digits: 3), takeUnspecified(1, &scanner) else { return nil }
      return (decade * 10, decade * 10 + 9)
    case 2:
      guard let century = scanner.number(digits: 2), takeUnspecified(2, &scanner) else { return nil }
      return (century * 100, century * 100 + 99)
    default:
      return nil
    }
  }

  /// Month ("-" Day)? ::= "XX" ("-" "XX")? | "21" … "24" | "01" … "12" ("-" ("XX" | "01" … "31"))?
  private static func parseMonth(_ scanner: inout TextScanner, of year: Int64) -> (Range, isDay: Bool)? {
    if takeUnspecified(2, &scanner) {
      if scanner.take(UInt8(ascii: "-")), !takeUnspecified(2, &scanner) { return nil }
      return years(year, year, isNegative: false).map { ($0, false) }
    }
    guard scanner.digitsAhead == 2, let month = scanner.number(digits: 2) else { return nil }
    if (21...24).contains(month) {
      let first = (month - 20) * 3
      return months(first, of: year, through: first == 12 ? 2 : first + 2, of: first == 12 ? year + 1 : year)
    }
    guard (1...12).contains(month) else { return nil }
    guard scanner.take(UInt8(ascii: "-")), !takeUnspecified(2, &scanner) else {
      return months(month, of: year, through: month, of: year)
    }
    guard scanner.digitsAhead == 2, let day = scanner.number(digits: 2) else { return nil }
    guard let date = try? CalendarDate(year: year, month: month, day: day) else { return nil }
    return (Range(earliest: date, latest: date), true)
  }

  private static func takeUnspecified(_ count: Int, _ scanner: inout TextScanner) -> Bool {
    for _ in 0..<count where !scanner.take(UInt8(ascii: "X")) { return false }
    return true
  }

  /// `first` to `last` in the size of the number, so before the era the other way round.
  private static func years(_ first: Int64, _ last: Int64, isNegative: Bool) -> Range? {
    guard !isNegative || last > 0 else { return nil }
    let (from, to) = isNegative ? (-last, -first) : (first, last)
    return Range(
      earliest: CalendarDate(uncheckedYear: from, month: 1, day: 1),
      latest: CalendarDate(uncheckedYear: to, month: 12, day: 31))
  }

  private static func months(
    _ first: Int64, of year: Int64, through last: Int64, of lastYear: Int64
  ) -> (Range, isDay: Bool) {
    let lastDay = GregorianCalendar.days(inMonth: last, of: lastYear)
    let range = Range(
      earliest: CalendarDate(uncheckedYear: year, month: first, day: 1),
      latest: CalendarDate(uncheckedYear: lastYear, month: last, day: lastDay))
    return (range, false)
  }

  /// Time ::= hh ":" mm ":" ss ("Z" | ("+" | "-") hh (":" mm)?)?
  private static func parseTime(_ scanner: inout TextScanner) -> Bool {
    guard let hour = scanner.number(digits: 2), hour < 24, scanner.take(UInt8(ascii: ":")),
      let minute = scanner.number(digits: 2), minute < 60, scanner.take(UInt8(ascii: ":")),
      let second = scanner.number(digits: 2), second < 60
    else { return false }
    if scanner.isAtEnd || scanner.take(UInt8(ascii: "Z")) { return true }
    guard scanner.take(UInt8(ascii: "+")) || scanner.take(UInt8(ascii: "-")) else { return false }
    guard let hours = scanner.number(digits: 2), hours <= 18 else { return false }
    guard scanner.take(UInt8(ascii: ":")) else { return true }
    guard let minutes = scanner.number(digits: 2) else { return false }
    return minutes < 60
  }
}
