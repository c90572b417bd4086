/// What a temporal value is made from: numbers, a zone, and other values to take parts of.
///
/// Each constructor takes what is of use to it and refuses what is not.
public struct TemporalComponents: Sendable {
  /// A component as the query language hands it over.
  public enum Field: Sendable {
    case integer(Int64)
    case text(String)
    case temporal(TemporalValue)
  }

  private var numbers: [Number: Int64] = [:]
  /// The day is taken from it.
  public var date: TemporalValue?
  /// The time of day is taken from it, and its zone.
  public var time: TemporalValue?
  /// Day, time of day and zone are taken from it.
  public var datetime: TemporalValue?
  public var timezone: TemporalZone?

  public init() {}

  /// The numbers, larger units first.
  enum Number: String, CaseIterable, Sendable {
    case year, quarter, month, week, ordinalDay, dayOfQuarter, dayOfWeek, day
    case hour, minute, second, millisecond, microsecond, nanosecond
    case epochSeconds, epochMillis
  }

  subscript(number: Number) -> Int64? {
    get { numbers[number] }
    set { numbers[number] = newValue }
  }

  /// Sets a component by its name in the query language: `year`, `quarter`, `month`, `week`, `ordinalDay`,
  /// `dayOfQuarter`, `dayOfWeek`, `day`, `hour`, `minute`, `second`, `millisecond`, `microsecond`, `nanosecond`,
  /// `epochSeconds`, `epochMillis` (numbers), `timezone` (text), `date`, `time`, `datetime` (values).
  /// - Throws: `unknownComponent`, `wrongType`, or what `TemporalZone(parsing:)` throws.
  public mutating func set(_ name: String, _ field: Field) throws(TemporalError) {
    switch (name, field) {
    case ("timezone", .text(let text)): timezone = try TemporalZone(parsing: text)
    case ("timezone", _): throw .wrongType(component: name, expected: "a text")
    case ("date", .temporal(let value)) where value.date != nil: date = value
    case ("date", _): throw .wrongType(component: name, expected: "a value with a date")
    case ("time", .temporal(let value)) where value.time != nil: time = value
    case ("time", _): throw .wrongType(component: name, expected: "a value with a time")
    case ("datetime", .temporal(let value)) where value.date != nil: datetime = value
    case ("datetime", _): throw .wrongType(component: name, expected: "a value with a date and a time")
    case (_, .integer(let number)):
      guard let key = Number(rawValue: name) else { throw .unknownComponent(name) }
      numbers[key] = number
    case (_, _):
      guard Number(rawValue: name) != nil else { throw .unknownComponent(name) }
      throw .wrongType(component: name, expected: "an integer")
    }
  }

  /// Whether nothing is given.
  public var isEmpty: Bool {
    numbers.isEmpty && date == nil && time == nil && datetime == nil && timezone == nil
  }

  static let dateNumbers: [Number] = [
    .year, .quarter, .month, .week, .ordinalDay, .dayOfQuarter, .dayOfWeek, .day,
  ]
  static let timeNumbers: [Number] = [.hour, .minute, .second, .millisecond, .microsecond, .nanosecond]
  static let epochNumbers: [Number] = [.epochSeconds, .epochMillis]

  /// - Throws: `unknownComponent` for the first of the numbers that is given.
  func refuse(_ refused: [Number]) throws(TemporalError) {
    for number in refused where numbers[number] != nil { throw .unknownComponent(number.rawValue) }
  }

  func refuseTime() throws(TemporalError) {
    try refuse(Self.timeNumbers)
    if time != nil { throw .unknownComponent("time") }
  }

  func refuseDate() throws(TemporalError) {
    try refuse(Self.dateNumbers)
    if date != nil { throw .unknownComponent("date") }
  }
}
