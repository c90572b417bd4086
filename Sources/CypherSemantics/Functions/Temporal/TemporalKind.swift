import GraphModel
import Temporals

/// The five types of points in time, for the functions that each of them has.
enum TemporalKind: String, Sendable {
  case date
  case localTime = "localtime"
  case time
  case localDateTime = "localdatetime"
  case dateTime = "datetime"

  /// The name of the function that makes such a value.
  var name: String { rawValue }

  /// For summaries.
  var words: String {
    switch self {
    case .date: "date"
    case .localTime: "time of day without an offset"
    case .time: "time of day with an offset"
    case .localDateTime: "date and time without a zone"
    case .dateTime: "date and time with a zone"
    }
  }

  var type: StaticType {
    switch self {
    case .date: StaticType(.date)
    case .localTime: StaticType(.localTime)
    case .time: StaticType(.time)
    case .localDateTime: StaticType(.localDateTime)
    case .dateTime: StaticType(.dateTime)
    }
  }

  /// The points in time that such a value can be taken from.
  var sources: StaticType.Members {
    switch self {
    case .date, .localDateTime, .dateTime: [.date, .localDateTime, .dateTime]
    case .localTime, .time: [.time, .localTime, .localDateTime, .dateTime]
    }
  }

  func now(in zone: TemporalZone, at reading: ClockReading) throws(TemporalError) -> TemporalValue {
    switch self {
    case .date: .date(try .today(in: zone, at: reading))
    case .localTime: .localTime(try .now(in: zone, at: reading))
    case .time: .time(try .now(in: zone, at: reading))
    case .localDateTime: .localDateTime(try .now(in: zone, at: reading))
    case .dateTime: .dateTime(try .now(in: zone, at: reading))
    }
  }

  func parse(_ text: String) throws(TemporalError) -> TemporalValue {
    switch self {
    case .date: .date(try CalendarDate(parsing: text))
    case .localTime: .localTime(try LocalTime(parsing: text))
    case .time: .time(try OffsetTime(parsing: text))
    case .localDateTime: .localDateTime(try LocalDateTime(parsing: text))
    case .dateTime: .dateTime(try ZonedDateTime(parsing: text))
    }
  }

  /// - Parameter reading: decides the offset of a zone that is given by name to a time without a date.
  func compose(
    _ components: TemporalComponents, at reading: ClockReading
  ) throws(TemporalError) -> TemporalValue {
    switch self {
    case .date: .date(try CalendarDate(components))
    case .localTime: .localTime(try LocalTime(components))
    case .time: .time(try OffsetTime(components, now: reading))
    case .localDateTime: .localDateTime(try LocalDateTime(components))
    case .dateTime: .dateTime(try ZonedDateTime(components))
    }
  }

  func convert(_ value: TemporalValue) throws(TemporalError) -> TemporalValue {
    switch self {
    case .date: .date(try CalendarDate(from: value))
    case .localTime: .localTime(try LocalTime(from: value))
    case .time: .time(try OffsetTime(from: value))
    case .localDateTime: .localDateTime(try LocalDateTime(from: value))
    case .dateTime: .dateTime(try ZonedDateTime(from: value))
    }
  }

  func truncate(
    _ value: TemporalValue, to unit: TruncationUnit, overriding components: TemporalComponents,
    at reading: ClockReading
  ) throws(TemporalError) -> TemporalValue {
    switch self {
    case .date: .date(try .truncating(value, to: unit, overriding: components))
    case .localTime: .localTime(try .truncating(value, to: unit, overriding: components))
    case .time: .time(try .truncating(value, to: unit, overriding: components, now: reading))
    case .localDateTime: .localDateTime(try .truncating(value, to: unit, overriding: components))
    case .dateTime: .dateTime(try .truncating(value, to: unit, overriding: components))
    }
  }
}
