extension CalendarDate: CustomStringConvertible {
  /// Reads any form of ISO 8601: `2015-07-21`, `20150721`, `2015-07`, `2015-W30-2`, `2015W302`, `2015-Q2-60`,
  /// `2015-202`, `2015`; a year of other than four digits has a sign and is followed by a hyphen: `-0044-03-15`,
  /// `+12345-01`.
  /// - Throws: `unparsable`, or `outOfRange` if the form is right and the day does not exist.
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TextScanner(text)
    guard let date = try CalendarDate(from: &scanner), scanner.isAtEnd else {
      throw .unparsable(text: text, expected: "a date such as 2015-07-21")
    }
    self = date
  }

  /// Canonical: `1984-10-11`, `-0044-03-15`, `+12345-01-01`.
  public var description: String {
    var writer = TextWriter()
    write(to: &writer)
    return writer.text
  }

  func write(to writer: inout TextWriter) {
    let (year, month, day) = GregorianCalendar.civil(boundedDays)
    if year < 0 { writer.append(UInt8(ascii: "-")) }
    if year > 9999 { writer.append(UInt8(ascii: "+")) }
    writer.append(magnitudeOf: year, width: 4)
    writer.append(UInt8(ascii: "-"))
    writer.append(magnitudeOf: month, width: 2)
    writer.append(UInt8(ascii: "-"))
    writer.append(magnitudeOf: day, width: 2)
  }
}

extension CalendarDate {
  /// - Returns: `nil` if the form is not a date's.
  init?(from scanner: inout TextScanner) throws(TemporalError) {
    let isSigned = scanner.next == UInt8(ascii: "+") || scanner.next == UInt8(ascii: "-")
    let isNegative = scanner.take(UInt8(ascii: "-"))
    if isSigned, !isNegative { scanner.advance() }
    guard let magnitude = isSigned ? scanner.number(upTo: 9) : scanner.number(digits: 4) else { return nil }
    let year = isNegative ? -magnitude : magnitude

    let isExtended = scanner.take(UInt8(ascii: "-"))
    if scanner.take(UInt8(ascii: "W")) {
      guard let week = scanner.number(digits: 2) else { return nil }
      guard let hasDay = Self.hasMore(&scanner, isExtended: isExtended) else { return nil }
      guard let day = hasDay ? scanner.number(digits: 1) : 1 else { return nil }
      try self.init(weekYear: year, week: week, dayOfWeek: day)
    } else if scanner.take(UInt8(ascii: "Q")) {
      guard let quarter = scanner.number(digits: 1) else { return nil }
      guard let hasDay = Self.hasMore(&scanner, isExtended: isExtended) else { return nil }
      guard let day = hasDay ? scanner.number(upTo: 2) : 1 else { return nil }
      try self.init(year: year, quarter: quarter, dayOfQuarter: day)
    } else {
      switch (scanner.digitsAhead, isExtended) {
      case (0, false):
        try self.init(year: year)
      case (3, _):
        guard let day = scanner.number(digits: 3) else { return nil }
        try self.init(year: year, ordinalDay: day)
      case (2, _), (4, false):
        guard let month = scanner.number(digits: 2) else { return nil }
        guard let hasDay = Self.hasMore(&scanner, isExtended: isExtended) else { return nil }
        guard let day = hasDay ? scanner.number(digits: 2) : 1 else { return nil }
        try self.init(year: year, month: month, day: day)
      default:
        return nil
      }
    }
  }

  /// Whether a further part follows; `nil` if its hyphen is not in the style of the rest.
  private static func hasMore(_ scanner: inout TextScanner, isExtended: Bool) -> Bool? {
    isExtended ? scanner.take(UInt8(ascii: "-")) : scanner.digitsAhead > 0
  }
}
