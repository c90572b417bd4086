/// What a clock shows against UTC: a fixed offset, or a named zone whose offset changes.
public enum TemporalZone: Hashable, Sendable {
  /// Within ±64,800 (18 hours).
  case offset(seconds: Int32)
  /// An IANA zone such as `Europe/Stockholm`.
  case named(String)

  public static let utc = TemporalZone.offset(seconds: 0)

  /// Reads `Z`, an offset such as `+01:00`, `+0100`, `+01`, `+02:05:59`, or the name of a zone, which is not looked up.
  /// - Throws: `outOfRange` for an offset beyond 18 hours, `unparsable`, or `unknownZone` for what cannot be a name.
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TextScanner(text)
    if let offset = try UTCOffset.parse(&scanner), scanner.isAtEnd {
      self = .offset(seconds: offset)
      return
    }
    if text.utf8.first == UInt8(ascii: "+") || text.utf8.first == UInt8(ascii: "-") {
      throw .unparsable(text: text, expected: "an offset such as +01:00")
    }
    guard TimeZoneDatabase.isPlausibleName(text) else { throw .unknownZone(text) }
    self = .named(text)
  }
}

extension TemporalZone: CustomStringConvertible {
  public var description: String {
    switch self {
    case .offset(let seconds): UTCOffset.text(seconds)
    case .named(let name): name
    }
  }
}
