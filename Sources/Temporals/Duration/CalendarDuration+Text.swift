extension CalendarDuration: CustomStringConvertible {
  /// Reads ISO 8601's `P12Y5M14DT16H12M70S`, `P2W`, with fractions and signs at any part (`P-1.5D`) or in front
  /// (`-P1D`), and its alternative form `P2012-02-02T14:37:21.545`.
  /// - Throws: `unparsable`, `outOfRange` (in the alternative form), or `overflow`.
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TextScanner(text)
    guard let components = try DurationParser.parse(&scanner), scanner.isAtEnd else {
      throw .unparsable(text: text, expected: "a duration such as P1Y2M3DT4H5M6.789S")
    }
    self = try components.duration()
  }

  /// Canonical: `P12Y5M14DT16H13M10.000000001S`, `PT-0.001S`; nothing is `PT0S`.
  public var description: String {
    var writer = TextWriter()
    writer.append(UInt8(ascii: "P"))
    write(months / 12, UInt8(ascii: "Y"), to: &writer)
    write(months % 12, UInt8(ascii: "M"), to: &writer)
    write(days, UInt8(ascii: "D"), to: &writer)
    let total = totalNanoseconds
    if total != 0 {
      writer.append(UInt8(ascii: "T"))
      let whole = Int64(total / Int128(nanosecondsPerSecond))
      write(whole / 3_600, UInt8(ascii: "H"), to: &writer)
      write(whole / 60 % 60, UInt8(ascii: "M"), to: &writer)
      writeSeconds(whole % 60, fraction: Int64(total % Int128(nanosecondsPerSecond)), to: &writer)
    } else if months == 0, days == 0 {
      writer.append("T0S")
    }
    return writer.text
  }

  private func write(_ amount: Int64, _ designator: UInt8, to writer: inout TextWriter) {
    guard amount != 0 else { return }
    writer.append(amount)
    writer.append(designator)
  }

  private func writeSeconds(_ seconds: Int64, fraction: Int64, to writer: inout TextWriter) {
    guard seconds != 0 || fraction != 0 else { return }
    if seconds < 0 || fraction < 0 { writer.append(UInt8(ascii: "-")) }
    writer.append(magnitudeOf: seconds)
    if fraction != 0 {
      var (digits, width) = (fraction, 9)
      while digits % 10 == 0 {
        digits /= 10
        width -= 1
      }
      writer.append(UInt8(ascii: "."))
      writer.append(magnitudeOf: digits, width: width)
    }
    writer.append(UInt8(ascii: "S"))
  }
}
