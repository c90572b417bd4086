/// A point in time, of a day or of both, of any of the language's five types.
public enum TemporalValue: Hashable, Sendable {
  case date(CalendarDate)
  case localTime(LocalTime)
  case time(OffsetTime)
  case localDateTime(LocalDateTime)
  case dateTime(ZonedDateTime)
}

extension TemporalValue {
  var date: CalendarDate? {
    switch self {
    case .date(let date): date
    case .localTime, .time: nil
    case .localDateTime(let value): value.date
    case .dateTime(let value): value.local.date
    }
  }

  var time: LocalTime? {
    switch self {
    case .date: nil
    case .localTime(let time): time
    case .time(let value): value.time
    case .localDateTime(let value): value.time
    case .dateTime(let value): value.local.time
    }
  }

  var zone: TemporalZone? {
    switch self {
    case .date, .localTime, .localDateTime: nil
    case .time(let value): .offset(seconds: value.offsetSeconds)
    case .dateTime(let value): value.temporalZone
    }
  }

  var offsetSeconds: Int32? {
    switch self {
    case .date, .localTime, .localDateTime: nil
    case .time(let value): value.offsetSeconds
    case .dateTime(let value): value.offsetSeconds
    }
  }
}

extension TemporalValue: CustomStringConvertible {
  /// Canonical, as of the value it holds.
  public var description: String {
    switch self {
    case .date(let value): value.description
    case .localTime(let value): value.description
    case .time(let value): value.description
    case .localDateTime(let value): value.description
    case .dateTime(let value): value.description
    }
  }
}
