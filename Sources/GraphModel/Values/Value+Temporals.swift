public import Temporals

extension TemporalValue {
  /// The point in time that a value is; `nil` for any other value, also for a duration.
  public init?(_ value: Value) {
    switch value {
    case .date(let date): self = .date(date)
    case .localTime(let time): self = .localTime(time)
    case .time(let time): self = .time(time)
    case .localDateTime(let moment): self = .localDateTime(moment)
    case .dateTime(let moment): self = .dateTime(moment)
    default: return nil
    }
  }
}

extension Value {
  public init(_ temporal: TemporalValue) {
    switch temporal {
    case .date(let date): self = .date(date)
    case .localTime(let time): self = .localTime(time)
    case .time(let time): self = .time(time)
    case .localDateTime(let moment): self = .localDateTime(moment)
    case .dateTime(let moment): self = .dateTime(moment)
    }
  }
}
