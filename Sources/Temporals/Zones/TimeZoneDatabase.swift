import Synchronization

/// The named zones of a folder of compiled time zone data (TZif), read when they are asked for and kept.
///
/// Safe to use from any thread. The one of the system is shared.
public final class TimeZoneDatabase: Sendable {
  /// The operating system's time zone data.
  public static let system = TimeZoneDatabase(directory: "/usr/share/zoneinfo")

  private let directory: String
  /// Zones that exist; a name that does not is looked for each time, so that hostile names fill no memory.
  private let known = Mutex<[String: TimeZoneRules]>([:])

  public init(directory: String) {
    self.directory = directory
  }

  /// - Throws: `unknownZone` or `unreadableZone`.
  func rules(for name: String) throws(TemporalError) -> TimeZoneRules {
    if let rules = known.withLock({ $0[name] }) { return rules }
    guard TimeZoneDatabase.isPlausibleName(name) else { throw .unknownZone(name) }
    let rules = try load(name)
    known.withLock { $0[name] = rules }
    return rules
  }

  private func load(_ name: String) throws(TemporalError) -> TimeZoneRules {
    if TimeZoneDatabase.namesOfUTC.contains(name) { return .utc }
    let file = TimeZoneLinks.target(of: name) ?? name
    guard let bytes = readFile(directory + "/" + file) else {
      guard directoryExists(directory) else {
        throw .unreadableZone(name, reason: "this system has no time zone data (package tzdata)")
      }
      throw .unknownZone(name)
    }
    guard let rules = TZifReader.rules(of: bytes) else {
      throw .unreadableZone(name, reason: "the file is not time zone data or is damaged")
    }
    return rules
  }

  /// Known even without data.
  private static let namesOfUTC: Set<String> = ["UTC", "Etc/UTC", "GMT", "Etc/GMT"]

  /// Whether the text has the form of a zone's name, and so cannot lead out of the folder.
  static func isPlausibleName(_ name: String) -> Bool {
    let bytes = name.utf8
    guard (1...64).contains(bytes.count), bytes.first.map(isLetter) == true, bytes.last != UInt8(ascii: "/") else {
      return false
    }
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "/") where previous == UInt8(ascii: "/"): return false
      case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"): break
      case _ where isLetter(byte) || isDigit(byte): break
      default: return false
      }
      previous = byte
    }
    // Copies of the whole database with and without leap seconds, which are no names of zones.
    return !name.hasPrefix("right/") && !name.hasPrefix("posix/")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
