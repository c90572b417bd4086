/// Offsets from UTC in seconds: their range and their texts.
enum UTCOffset {
  /// ±18 hours, as far as any clock has been from Greenwich and some more.
  static let range: ClosedRange<Int64> = -64_800...64_800

  /// `Z`, `+01:00`, `+02:05:59`.
  static func text(_ seconds: Int32) -> String {
    var writer = TextWriter()
    write(seconds, to: &writer)
    return writer.text
  }

  static func write(_ seconds: Int32, to writer: inout TextWriter) {
    guard seconds != 0 else {
      writer.append(UInt8(ascii: "Z"))
      return
    }
    let magnitude = Int64(seconds.magnitude)
    writer.append(seconds < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    writer.append(magnitudeOf: magnitude / 3_600, width: 2)
    writer.append(UInt8(ascii: ":"))
    writer.append(magnitudeOf: magnitude / 60 % 60, width: 2)
    guard magnitude % 60 != 0 else { return }
    writer.append(UInt8(ascii: ":"))
    writer.append(magnitudeOf: magnitude % 60, width: 2)
  }

  /// Offset ::= "Z" | ("+" | "-") hh ((":" mm (":" ss)?) | (mm ss?))?
  /// - Returns: `nil` if the form is not an offset's.
  static func parse(_ scanner: inout TextScanner) throws(TemporalError) -> Int32? {
    if scanner.take(UInt8(ascii: "Z")) { return 0 }
    let isNegative = scanner.next == UInt8(ascii: "-")
    guard scanner.take(UInt8(ascii: "+")) || scanner.take(UInt8(ascii: "-")) else { return nil }
    guard let hours = scanner.number(digits: 2) else { return nil }
    var (minutes, seconds): (Int64, Int64) = (0, 0)
    let isExtended = scanner.take(UInt8(ascii: ":"))
    if isExtended || scanner.digitsAhead > 0 {
      guard let given = scanner.number(digits: 2) else { return nil }
      minutes = given
      if isExtended ? scanner.take(UInt8(ascii: ":")) : scanner.digitsAhead > 0 {
        guard let given = scanner.number(digits: 2) else { return nil }
        seconds = given
      }
    }
    try require("offset minute", minutes, in: 0...59)
    try require("offset second", seconds, in: 0...59)
    let magnitude = (hours * 60 + minutes) * 60 + seconds
    let offset = isNegative ? -magnitude : magnitude
    try require("offset in seconds", offset, in: range)
    return Int32(offset)
  }
}
