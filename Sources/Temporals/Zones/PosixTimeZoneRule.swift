/// A yearly rule such as `CET-1CEST,M3.5.0,M10.5.0/3`: what a zone does after the last recorded change.
///
/// - Source: POSIX.1 §8.3 (`TZ`), with the wider hours of RFC 9636 §3.3.1.
struct PosixTimeZoneRule: Sendable {
  /// Seconds east of Greenwich.
  var standardOffset: Int32
  var summer: Summer?

  struct Summer: Sendable {
    var offset: Int32
    var start: YearDay
    var end: YearDay
  }

  /// A day of any year and a time on it, in seconds from its midnight, −167 … 167 hours.
  struct YearDay: Sendable {
    enum Day: Sendable {
      /// 1 … 365, in which 29 February is never counted.
      case julian(Int64)
      /// 0 … 365.
      case zeroBased(Int64)
      /// The `week`th (5: the last) such day of the week (0: Sunday) of the month.
      case monthWeek(month: Int64, week: Int64, dayOfWeek: Int64)
    }

    var day: Day
    var time: Int64

    /// Seconds since the epoch on the local clock.
    func localSecond(in year: Int64) -> Int64 {
      let newYear = GregorianCalendar.daysSinceEpoch(year: year, month: 1, day: 1)
      let date: Int64
      switch day {
      case .julian(let number):
        date = newYear + number - 1 + (number >= 60 && GregorianCalendar.isLeap(year) ? 1 : 0)
      case .zeroBased(let number):
        date = newYear + number
      case .monthWeek(let month, let week, let dayOfWeek):
        let first = GregorianCalendar.daysSinceEpoch(year: year, month: month, day: 1)
        let toFirst = floorModulo(dayOfWeek - GregorianCalendar.dayOfWeek(first), 7)
        let length = GregorianCalendar.days(inMonth: month, of: year)
        var offset = toFirst + (week - 1) * 7
        while offset >= length { offset -= 7 }
        date = first + offset
      }
      return date * secondsPerDay + time
    }
  }

  func offset(atEpochSecond second: Int64) -> Int32 {
    guard let summer else { return standardOffset }
    let year = GregorianCalendar.civil(floorDivide(second + Int64(standardOffset), secondsPerDay)).year
    let start = summer.start.localSecond(in: year) - Int64(standardOffset)
    let end = summer.end.localSecond(in: year) - Int64(summer.offset)
    let isSummer = start < end ? second >= start && second < end : second >= start || second < end
    return isSummer ? summer.offset : standardOffset
  }

  /// For a window of a few days.
  func changes(after first: Int64, through last: Int64) -> [TimeZoneRules.Transition] {
    guard let summer, first < last else { return [] }
    let firstYear = GregorianCalendar.civil(floorDivide(first, secondsPerDay)).year - 1
    let lastYear = GregorianCalendar.civil(floorDivide(last, secondsPerDay)).year + 1
    var found: [TimeZoneRules.Transition] = []
    for year in firstYear...lastYear {
      let start = summer.start.localSecond(in: year) - Int64(standardOffset)
      let end = summer.end.localSecond(in: year) - Int64(summer.offset)
      found.append(.init(epochSecond: start, offset: summer.offset))
      found.append(.init(epochSecond: end, offset: standardOffset))
    }
    return found.filter { $0.epochSecond > first && $0.epochSecond <= last }
      .sorted { $0.epochSecond < $1.epochSecond }
  }
}

extension PosixTimeZoneRule {
  /// - Returns: `nil` if the text is not a rule.
  init?(_ text: String) {
    var scanner = TextScanner(text)
    guard Self.passName(&scanner), let west = Self.time(&scanner, limit: 24) else { return nil }
    standardOffset = Int32(-west)
    guard !scanner.isAtEnd else { return }
    guard Self.passName(&scanner) else { return nil }
    var offset = standardOffset + 3_600
    if !scanner.isAtEnd, scanner.next != UInt8(ascii: ",") {
      guard let west = Self.time(&scanner, limit: 24) else { return nil }
      offset = Int32(-west)
    }
    guard scanner.take(UInt8(ascii: ",")), let start = Self.yearDay(&scanner) else { return nil }
    guard scanner.take(UInt8(ascii: ",")), let end = Self.yearDay(&scanner), scanner.isAtEnd else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }

  /// Letters, or anything between `<` and `>`.
  private static func passName(_ scanner: inout TextScanner) -> Bool {
    if scanner.take(UInt8(ascii: "<")) { return scanner.text(to: UInt8(ascii: ">"))?.isEmpty == false }
    var count = 0
    while let byte = scanner.next, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) {
      scanner.advance()
      count += 1
    }
    return count > 0
  }

  /// Time ::= ("+" | "-")? h{1,3} (":" mm (":" ss)?)?, in seconds
  private static func time(_ scanner: inout TextScanner, limit: Int64) -> Int64? {
    let isNegative = scanner.take(UInt8(ascii: "-"))
    if !isNegative { _ = scanner.take(UInt8(ascii: "+")) }
    guard let hours = scanner.number(upTo: 3), hours <= limit else { return nil }
    var seconds = hours * 3_600
    if scanner.take(UInt8(ascii: ":")) {
      guard let minutes = scanner.number(digits: 2), minutes < 60 else { return nil }
      seconds += minutes * 60
      if scanner.take(UInt8(ascii: ":")) {
        guard let rest = scanner.number(digits: 2), rest < 60 else { return nil }
        seconds += rest
      }
    }
    return isNegative ? -seconds : seconds
  }

  /// YearDay ::= ("J" n | n | "M" m "." w "." d) ("/" Time)?
  private static func yearDay(_ scanner: inout TextScanner) -> YearDay? {
    let day: YearDay.Day
    if scanner.take(UInt8(ascii: "M")) {
      guard let month = scanner.number(upTo: 2), (1...12).contains(month), scanner.take(UInt8(ascii: ".")),
        let week = scanner.number(upTo: 1), (1...5).contains(week), scanner.take(UInt8(ascii: ".")),
        let dayOfWeek = scanner.number(upTo: 1), dayOfWeek <= 6
      else { return nil }
      day = .monthWeek(month: month, week: week, dayOfWeek: dayOfWeek)
    } else if scanner.take(UInt8(ascii: "J")) {
      guard let number = scanner.number(upTo: 3), (1...365).contains(number) else { return nil }
      day = .julian(number)
    } else {
      guard let number = scanner.number(upTo: 3), number <= 365 else { return nil }
      day = .zeroBased(number)
    }
    guard scanner.take(UInt8(ascii: "/")) else { return YearDay(day: day, time: 2 * 3_600) }
    guard let time = time(&scanner, limit: 167) else { return nil }
    return YearDay(day: day, time: time)
  }
}
