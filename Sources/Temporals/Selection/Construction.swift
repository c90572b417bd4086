extension CalendarDate {
  /// From `year` with `month`, `day`, or `week`, `dayOfWeek`, or `quarter`, `dayOfQuarter`, or `ordinalDay`; or from
  /// `date` (or `datetime`) with some of these changed.
  /// - Throws: `missingComponent`, `conflictingComponents`, `outOfRange`, `unknownComponent` for what no date has.
  public init(_ components: TemporalComponents) throws(TemporalError) {
    try components.refuseTime()
    try components.refuse(TemporalComponents.epochNumbers)
    if components.timezone != nil { throw .unknownComponent("timezone") }
    self = try components.selectedDate(base: try components.baseDate())
  }

  /// - Throws: `wrongType` for a time.
  public init(from value: TemporalValue) throws(TemporalError) {
    guard let date = value.date else { throw .wrongType(component: "date", expected: "a value with a date") }
    self = date
  }
}

extension LocalTime {
  /// From `hour`, `minute`, `second` and parts of the second; or from `time` (or `datetime`) with some of these
  /// changed.
  /// - Throws: `missingComponent`, `outOfRange`, `unknownComponent` for what no local time has.
  public init(_ components: TemporalComponents) throws(TemporalError) {
    try components.refuseDate()
    try components.refuse(TemporalComponents.epochNumbers)
    if components.timezone != nil { throw .unknownComponent("timezone") }
    let base = try components.baseTime()
    if base == nil, components[.hour] == nil { throw .missingComponent("hour") }
    self = try components.selectedTime(base: base?.time)
  }

  /// - Throws: `wrongType` for a date.
  public init(from value: TemporalValue) throws(TemporalError) {
    guard let time = value.time else { throw .wrongType(component: "time", expected: "a value with a time") }
    self = time
  }
}

extension OffsetTime {
  /// As a local time, with `timezone`; else with the offset of `time`, else UTC. A `time` with an offset keeps its
  /// instant when `timezone` is another.
  ///
  /// - Parameter now: decides the offset of a zone that is given by name.
  /// - Throws: as `LocalTime(_:)`; `unknownZone`, `unreadableZone`.
  public init(
    _ components: TemporalComponents, now: @autoclosure () -> ClockReading = .now(), zones: TimeZoneDatabase = .system
  ) throws(TemporalError) {
    try components.refuseDate()
    try components.refuse(TemporalComponents.epochNumbers)
    let base = try components.baseTime()
    if base == nil, components[.hour] == nil { throw .missingComponent("hour") }
    let time = try components.selectedTime(base: base?.time)
    let baseOffset = base?.offsetSeconds
    guard let zone = components.timezone else {
      self.init(time: time, offsetSeconds: baseOffset ?? 0)
      return
    }
    let offset = try zone.currentOffset(now: now, zones: zones)
    self = OffsetTime(time: time, offsetSeconds: baseOffset ?? offset).converted(toOffset: offset)
  }

  /// Without an offset it is UTC.
  /// - Throws: `wrongType` for a date.
  public init(from value: TemporalValue) throws(TemporalError) {
    self.init(time: try LocalTime(from: value), offsetSeconds: value.offsetSeconds ?? 0)
  }
}

extension LocalDateTime {
  /// From the components of a date and of a local time; or from `datetime`, or `date` and `time`, with some of these
  /// changed.
  /// - Throws: as `CalendarDate(_:)` and `LocalTime(_:)`.
  public init(_ components: TemporalComponents) throws(TemporalError) {
    try components.refuse(TemporalComponents.epochNumbers)
    if components.timezone != nil { throw .unknownComponent("timezone") }
    self = try components.selectedDateTime()
  }

  /// A date becomes its midnight.
  /// - Throws: `wrongType` for a time.
  public init(from value: TemporalValue) throws(TemporalError) {
    self.init(date: try CalendarDate(from: value), time: value.time ?? .midnight)
  }
}

extension ZonedDateTime {
  /// As a local date and time, with `timezone`; else with the zone of `datetime` or `time`, else UTC. What has a zone
  /// keeps its instant when `timezone` is another. Or from `epochSeconds` or `epochMillis`, with `nanosecond`.
  /// - Throws: as `CalendarDate(_:)` and `LocalTime(_:)`; `unknownZone`, `unreadableZone`, `overflow`.
  public init(_ components: TemporalComponents, zones: TimeZoneDatabase = .system) throws(TemporalError) {
    if components[.epochSeconds] != nil || components[.epochMillis] != nil {
      self = try components.selectedInstant(zones: zones)
      return
    }
    let local = try components.selectedDateTime()
    let source = components.datetime ?? components.time
    guard let sourceZone = source?.zone else {
      try self.init(local: local, in: components.timezone ?? .utc, zones: zones)
      return
    }
    let value = try ZonedDateTime(
      local: local, in: sourceZone, preferringOffset: source?.offsetSeconds, zones: zones)
    self = if let zone = components.timezone { try value.converted(to: zone, zones: zones) } else { value }
  }

  /// Without a zone it is UTC; a date becomes its midnight.
  /// - Throws: `wrongType` for a time.
  public init(from value: TemporalValue) throws(TemporalError) {
    if case .dateTime(let value) = value {
      self = value
      return
    }
    self.init(local: try LocalDateTime(from: value), offsetSeconds: 0)
  }
}

extension TemporalComponents {
  func baseDate() throws(TemporalError) -> CalendarDate? {
    if datetime != nil, date != nil { throw .conflictingComponents("datetime", "date") }
    return (datetime ?? date)?.date
  }

  func baseTime() throws(TemporalError) -> TemporalValue? {
    if datetime != nil, time != nil { throw .conflictingComponents("datetime", "time") }
    guard let base = datetime ?? time else { return nil }
    return base.time == nil ? .localTime(.midnight) : base
  }

  func selectedDateTime() throws(TemporalError) -> LocalDateTime {
    LocalDateTime(
      date: try selectedDate(base: try baseDate()), time: try selectedTime(base: try baseTime()?.time))
  }

  func selectedInstant(zones: TimeZoneDatabase) throws(TemporalError) -> ZonedDateTime {
    var others = self
    for number in Self.epochNumbers + [.nanosecond] { others[number] = nil }
    others.timezone = nil
    guard others.isEmpty else {
      throw .conflictingComponents(
        self[.epochSeconds] == nil ? "epochMillis" : "epochSeconds", "components other than nanosecond and timezone")
    }
    let zone = timezone ?? .utc
    guard let seconds = self[.epochSeconds] else {
      try require("nanosecond", self[.nanosecond] ?? 0, in: 0...999_999)
      let value = try ZonedDateTime(epochMillis: self[.epochMillis] ?? 0, in: zone, zones: zones)
      return try value.adding(CalendarDuration(nanoseconds: Int32(self[.nanosecond] ?? 0)), zones: zones)
    }
    if self[.epochMillis] != nil { throw .conflictingComponents("epochSeconds", "epochMillis") }
    try require("nanosecond", self[.nanosecond] ?? 0, in: 0...999_999_999)
    return try ZonedDateTime(epochSecond: seconds, nanosecond: self[.nanosecond] ?? 0, in: zone, zones: zones)
  }
}

extension TemporalZone {
  /// - Parameter now: asked for a named zone only.
  func currentOffset(now: () -> ClockReading, zones: TimeZoneDatabase) throws(TemporalError) -> Int32 {
    switch self {
    case .offset(let seconds): seconds
    case .named: try ZonedDateTime.now(in: self, at: now(), zones: zones).offsetSeconds
    }
  }
}
