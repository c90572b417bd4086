extension CalendarDate {
  /// The first day of the unit that the value lies in, with some components then changed.
  /// - Throws: `wrongType` for a time; `unsuitableUnit` below a day; what `init(_:)` throws.
  public static func truncating(
    _ value: TemporalValue, to unit: TruncationUnit, overriding components: TemporalComponents = TemporalComponents()
  ) throws(TemporalError) -> CalendarDate {
    let date = try CalendarDate(from: value).truncated(to: unit)
    return try CalendarDate(try components.changing(.date(date), unit))
  }
}

extension LocalTime {
  /// The start of the unit that the value lies in, with some components then changed.
  /// - Throws: `wrongType` for a date; `unsuitableUnit` above a day; what `init(_:)` throws.
  public static func truncating(
    _ value: TemporalValue, to unit: TruncationUnit, overriding components: TemporalComponents = TemporalComponents()
  ) throws(TemporalError) -> LocalTime {
    let time = try LocalTime(from: value)
    try unit.requireAtMostADay(of: "a time")
    return try LocalTime(try components.changing(.localTime(time.truncated(to: unit)), unit))
  }
}

extension OffsetTime {
  /// The start of the unit that the value lies in, with some components then changed; another `timezone` keeps the
  /// time of day, not the instant.
  /// - Throws: `wrongType` for a date; `unsuitableUnit` above a day; what `init(_:)` throws.
  public static func truncating(
    _ value: TemporalValue, to unit: TruncationUnit, overriding components: TemporalComponents = TemporalComponents(),
    now: @autoclosure () -> ClockReading = .now(), zones: TimeZoneDatabase = .system
  ) throws(TemporalError) -> OffsetTime {
    var time = try OffsetTime(from: value)
    try unit.requireAtMostADay(of: "a time")
    time.time = time.time.truncated(to: unit)
    var components = components
    if let zone = components.timezone {
      time.offsetSeconds = try zone.currentOffset(now: now, zones: zones)
      components.timezone = nil
    }
    return try OffsetTime(try components.changing(.time(time), unit), zones: zones)
  }
}

extension LocalDateTime {
  /// The start of the unit that the value lies in, with some components then changed; a date counts as its midnight.
  /// - Throws: `wrongType` for a time; what `init(_:)` throws.
  public static func truncating(
    _ value: TemporalValue, to unit: TruncationUnit, overriding components: TemporalComponents = TemporalComponents()
  ) throws(TemporalError) -> LocalDateTime {
    let truncated = try LocalDateTime(from: value).truncated(to: unit)
    return try LocalDateTime(try components.changing(.localDateTime(truncated), unit))
  }

  fileprivate func truncated(to unit: TruncationUnit) throws(TemporalError) -> LocalDateTime {
    LocalDateTime(
      date: unit.nanoseconds == nil ? try date.truncated(to: unit) : date, time: time.truncated(to: unit))
  }
}

extension ZonedDateTime {
  /// The start of the unit that the value lies in, with some components then changed; a date counts as its midnight,
  /// what has no zone is UTC. Another `timezone` keeps the day and time of day, not the instant.
  /// - Throws: `wrongType` for a time; what `init(_:zones:)` throws.
  public static func truncating(
    _ value: TemporalValue, to unit: TruncationUnit, overriding components: TemporalComponents = TemporalComponents(),
    zones: TimeZoneDatabase = .system
  ) throws(TemporalError) -> ZonedDateTime {
    let local = try LocalDateTime(from: value).truncated(to: unit)
    var components = components
    let zone = components.timezone ?? value.zone ?? .utc
    components.timezone = nil
    let truncated = try ZonedDateTime(
      local: local, in: zone, preferringOffset: value.offsetSeconds, zones: zones)
    return try ZonedDateTime(try components.changing(.dateTime(truncated), unit), zones: zones)
  }
}

extension TruncationUnit {
  fileprivate func requireAtMostADay(of type: String) throws(TemporalError) {
    guard self == .day || nanoseconds != nil else { throw .unsuitableUnit(unit: rawValue, type: type) }
  }
}

extension TemporalComponents {
  /// These components on top of a truncated value. The parts of the second that survived the truncation stay beside a
  /// smaller part that is given.
  /// - Throws: `unknownComponent` for a value or an epoch among the components.
  fileprivate func changing(
    _ truncated: TemporalValue, _ unit: TruncationUnit
  ) throws(TemporalError) -> TemporalComponents {
    if date != nil { throw .unknownComponent("date") }
    if time != nil { throw .unknownComponent("time") }
    if datetime != nil { throw .unknownComponent("datetime") }
    try refuse(Self.epochNumbers)
    var changed = self
    if let kept = truncated.time {
      if unit == .millisecond, self[.millisecond] == nil, self[.microsecond] != nil || self[.nanosecond] != nil {
        changed[.millisecond] = kept.millisecond
      }
      if unit == .microsecond, self[.microsecond] == nil, self[.nanosecond] != nil {
        if self[.millisecond] == nil { changed[.millisecond] = kept.millisecond }
        changed[.microsecond] = kept.microsecond % 1_000
      }
    }
    switch truncated {
    case .date: changed.date = truncated
    case .localTime, .time: changed.time = truncated
    case .localDateTime, .dateTime: changed.datetime = truncated
    }
    return changed
  }
}
