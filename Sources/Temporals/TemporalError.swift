/// Why a temporal value could not be made, read or computed.
public enum TemporalError: Error, Hashable, Sendable {
  /// The text is not in a form that the type knows.
  case unparsable(text: String, expected: String)
  case outOfRange(component: String, value: Int64, range: ClosedRange<Int64>)
  /// A component without which the given ones say nothing, such as the month of a day.
  case missingComponent(String)
  case unknownComponent(String)
  /// Two components that do not go together, such as `week` and `month`.
  case conflictingComponents(String, String)
  /// A component of another type than it takes: a text as `year`, a time as `date`.
  case wrongType(component: String, expected: String)
  case unknownUnit(String)
  /// A unit of truncation that the type cannot be cut to: an hour of a date, a year of a time.
  case unsuitableUnit(unit: String, type: String)
  case unknownZone(String)
  /// The zone exists, but its data cannot be read or is damaged.
  case unreadableZone(String, reason: String)
  /// The text gives an offset that the zone does not have at that local time.
  case offsetNotInZone(offset: String, zone: String)
  /// The result is outside the years −999,999,999 … 999,999,999 or outside 64 bits.
  case overflow(String)
  case divisionByZero
}

extension TemporalError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unparsable(let text, let expected): "'\(text)' cannot be read as \(expected)"
    case .outOfRange(let component, let value, let range):
      "\(component) must be \(range.lowerBound) to \(range.upperBound), not \(value)"
    case .missingComponent(let name): "\(name) must be given"
    case .unknownComponent(let name): "there is no component '\(name)'"
    case .conflictingComponents(let one, let other): "\(one) cannot be given together with \(other)"
    case .wrongType(let component, let expected): "\(component) must be \(expected)"
    case .unknownUnit(let unit): "there is no unit '\(unit)'"
    case .unsuitableUnit(let unit, let type): "\(type) cannot be truncated to '\(unit)'"
    case .unknownZone(let name): "there is no time zone '\(name)'"
    case .unreadableZone(let name, let reason): "the data of time zone '\(name)' cannot be read: \(reason)"
    case .offsetNotInZone(let offset, let zone): "the offset \(offset) is not in use in \(zone) at that time"
    case .overflow(let what): "\(what) is outside the range of values"
    case .divisionByZero: "a duration cannot be divided by zero"
    }
  }
}

/// - Throws: `outOfRange` if `value` is not in `range`.
func require(_ component: String, _ value: Int64, in range: ClosedRange<Int64>) throws(TemporalError) {
  guard range.contains(value) else {
    throw .outOfRange(component: component, value: value, range: range)
  }
}
