extension ZonedDateTime: CustomStringConvertible {
  /// Reads a local date and time followed by an offset, by a zone in brackets, or by both; without either it is UTC.
  /// - Throws: `unparsable`, `outOfRange`, `unknownZone`, `unreadableZone`, or `offsetNotInZone` if both are given and
  ///   contradict each other.
  public init(parsing text: String, zones: TimeZoneDatabase = .system) throws(TemporalError) {
    let (local, offset, zone) = try ZonedDateTime.parts(of: text)
    guard let zone else {
      self.init(local: local, offsetSeconds: offset ?? 0)
      return
    }
    try self.init(local: local, in: .named(zone), preferringOffset: offset, zones: zones)
    if let offset, offset != offsetSeconds || self.local != local {
      throw .offsetNotInZone(offset: UTCOffset.text(offset), zone: zone)
    }
  }

  /// Reads a text that this type wrote earlier, and believes it: the zone is not looked up, so that what was stored
  /// stays readable when time zone data change or are missing.
  /// - Throws: `unparsable`, `outOfRange`, or `missingComponent` if there is no offset.
  public init(stored text: String) throws(TemporalError) {
    let (local, offset, zone) = try ZonedDateTime.parts(of: text)
    guard let offset else { throw .missingComponent("offset") }
    self.init(local: local, offsetSeconds: offset, zone: zone)
  }

  private static func parts(
    of text: String
  ) throws(TemporalError) -> (local: LocalDateTime, offset: Int32?, zone: String?) {
    let expected = "a date and time with an offset or zone such as 2015-07-21T21:40:32+01:00"
    var scanner = TextScanner(text)
    guard let local = try LocalDateTime(from: &scanner) else { throw .unparsable(text: text, expected: expected) }
    var offset: Int32?
    var zone: String?
    if !scanner.isAtEnd, scanner.next != UInt8(ascii: "[") {
      guard let given = try UTCOffset.parse(&scanner) else { throw .unparsable(text: text, expected: expected) }
      offset = given
    }
    if scanner.take(UInt8(ascii: "[")) {
      guard let name = scanner.text(to: UInt8(ascii: "]")) else { throw .unparsable(text: text, expected: expected) }
      guard TimeZoneDatabase.isPlausibleName(name) else { throw .unknownZone(name) }
      zone = name
    }
    guard scanner.isAtEnd else { throw .unparsable(text: text, expected: expected) }
    return (local, offset, zone)
  }

  /// Canonical: `1984-10-11T12:31:14.645+01:00[Europe/Stockholm]`.
  public var description: String {
    var writer = TextWriter()
    local.write(to: &writer)
    UTCOffset.write(offsetSeconds, to: &writer)
    if let zone {
      writer.append(UInt8(ascii: "["))
      writer.append(zone)
      writer.append(UInt8(ascii: "]"))
    }
    return writer.text
  }
}
