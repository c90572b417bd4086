extension LocalTime: CustomStringConvertible {
  /// Reads `21:40:32.142`, `214032.142`, `21:40`, `2140` or `21`; the fraction has one to nine digits.
  /// - Throws: `unparsable`, or `outOfRange` if the form is right and the time does not exist.
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TextScanner(text)
    guard let time = try LocalTime(from: &scanner), scanner.isAtEnd else {
      throw .unparsable(text: text, expected: "a time such as 21:40:32.142")
    }
    self = time
  }

  /// Canonical: `21:40`, `21:40:32`, and a fraction of three, six or nine digits: `21:40:32.142`.
  public var description: String {
    var writer = TextWriter()
    write(to: &writer)
    return writer.text
  }

  func write(to writer: inout TextWriter) {
    let (second, nanosecond) = (second, nanosecond)
    writer.append(magnitudeOf: hour, width: 2)
    writer.append(UInt8(ascii: ":"))
    writer.append(magnitudeOf: minute, width: 2)
    guard second != 0 || nanosecond != 0 else { return }
    writer.append(UInt8(ascii: ":"))
    writer.append(magnitudeOf: second, width: 2)
    guard nanosecond != 0 else { return }
    writer.append(UInt8(ascii: "."))
    if nanosecond % 1_000_000 == 0 {
      writer.append(magnitudeOf: nanosecond / 1_000_000, width: 3)
    } else if nanosecond % 1_000 == 0 {
      writer.append(magnitudeOf: nanosecond / 1_000, width: 6)
    } else {
      writer.append(magnitudeOf: nanosecond, width: 9)
    }
  }
}

extension LocalTime {
  /// - Returns: `nil` if the form is not a time's.
  init?(from scanner: inout TextScanner) throws(TemporalError) {
    guard let hour = scanner.number(digits: 2) else { return nil }
    let isExtended = scanner.take(UInt8(ascii: ":"))
    guard isExtended || scanner.digitsAhead > 0 else {
      try self.init(hour: hour)
      return
    }
    guard let minute = scanner.number(digits: 2) else { return nil }
    guard isExtended ? scanner.take(UInt8(ascii: ":")) : scanner.digitsAhead > 0 else {
      try self.init(hour: hour, minute: minute)
      return
    }
    guard let second = scanner.number(digits: 2), let nanosecond = scanner.fraction() else { return nil }
    try self.init(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
  }
}

extension TextScanner {
  /// A decimal fraction of up to nine digits in billionths: 0 if there is none, `nil` if there are no or more digits.
  mutating func fraction() -> Int64? {
    guard take(UInt8(ascii: ".")) || take(UInt8(ascii: ",")) else { return 0 }
    let digits = digitsAhead
    guard var value = number(upTo: 9) else { return nil }
    for _ in digits..<9 { value *= 10 }
    return value
  }
}
