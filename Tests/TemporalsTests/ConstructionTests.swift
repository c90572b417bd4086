import Temporals
import Testing

@Suite struct ConstructionTests {
  @Test(
    arguments: [
      ("date({})", .missingComponent("year")),
      ("date({month: 1})", .missingComponent("year")),
      ("date({year: 1984, day: 1})", .missingComponent("month")),
      ("date({year: 1984, dayOfWeek: 1})", .missingComponent("week")),
      ("date({year: 1984, month: 1, week: 1})", .conflictingComponents("month", "week")),
      ("date({year: 1984, ordinalDay: 1, day: 1})", .conflictingComponents("day", "ordinalDay")),
      ("date({year: 1984, month: 13})", .outOfRange(component: "month", value: 13, range: 1...12)),
      ("date({year: 1985, month: 2, day: 29})", .outOfRange(component: "day", value: 29, range: 1...28)),
      ("date({year: 1985, week: 53})", .outOfRange(component: "week", value: 53, range: 1...52)),
      (
        "date({year: 1000000000})",
        .outOfRange(component: "year", value: 1_000_000_000, range: -999_999_999...999_999_999)
      ),
      ("date({year: 1984, hour: 1})", .unknownComponent("hour")),
      ("date({year: 1984, timezone: 'Z'})", .unknownComponent("timezone")),
      ("date({year: '1984'})", .wrongType(component: "year", expected: "an integer")),
      ("date({yaer: 1984})", .unknownComponent("yaer")),
      ("date({date: localtime('12:00')})", .wrongType(component: "date", expected: "a value with a date")),
      ("date(time('12:00'))", .wrongType(component: "date", expected: "a value with a date")),
      ("localtime(date('1984'))", .wrongType(component: "time", expected: "a value with a time")),
      ("localtime({minute: 1})", .missingComponent("hour")),
      ("localtime({hour: 1, second: 1})", .missingComponent("minute")),
      ("localtime({hour: 1, minute: 1, nanosecond: 1})", .missingComponent("second")),
      ("localtime({hour: 24})", .outOfRange(component: "hour", value: 24, range: 0...23)),
      (
        "localtime({hour: 1, minute: 1, second: 1, millisecond: 1, microsecond: 1000})",
        .outOfRange(component: "microsecond", value: 1_000, range: 0...999)
      ),
      (
        "localtime({hour: 1, minute: 1, second: 1, microsecond: 1, nanosecond: 1000})",
        .outOfRange(component: "nanosecond", value: 1_000, range: 0...999)
      ),
      ("localtime({hour: 1, timezone: 'Z'})", .unknownComponent("timezone")),
      ("time({hour: 1, year: 1984})", .unknownComponent("year")),
      (
        "time({hour: 1, timezone: '+19:00'})",
        .outOfRange(component: "offset in seconds", value: 68_400, range: -64_800...64_800)
      ),
      ("datetime({year: 1984, timezone: 'Europe/Stokholm'})", .unknownZone("Europe/Stokholm")),
      ("datetime({year: 1984, timezone: '../../../etc/passwd'})", .unknownZone("../../../etc/passwd")),
      ("datetime({year: 1984, timezone: 'right/UTC'})", .unknownZone("right/UTC")),
      ("datetime({year: 1984, timezone: 'Europe'})", .unknownZone("Europe")),
      ("datetime({datetime: datetime('1984'), date: date('1984')})", .conflictingComponents("datetime", "date")),
      ("datetime({epochSeconds: 1, epochMillis: 1})", .conflictingComponents("epochSeconds", "epochMillis")),
      ("datetime({epochSeconds: 9223372036854775807})", .overflow("the date and time")),
      ("date.truncate('hour', date('1984'))", .unsuitableUnit(unit: "hour", type: "a date")),
      ("localtime.truncate('month', localtime('12:00'))", .unsuitableUnit(unit: "month", type: "a time")),
      ("date.truncate('eon', date('1984'))", .unknownUnit("eon")),
      ("date.truncate('year', date('1984'), {date: date('1984')})", .unknownComponent("date")),
      ("date('+999999999-12-31') + duration('P1D')", .overflow("the date")),
      ("date('-999999999-01-01') - duration('P1M')", .overflow("the date")),
      ("date('2000') + duration('P9223372036854775807D')", .overflow("the date")),
      ("date('2000') - duration('P-768614336404564650Y')", .overflow("the date")),
      ("localdatetime('+999999999-12-31T23:59:59.999999999') + duration('PT0.000000001S')", .overflow("the date")),
      ("datetime('2000') + duration('PT9223372036854775807S')", .overflow("the date")),
    ] as [(String, TemporalError)])
  func mistakes(expression: String, error: TemporalError) {
    #expect(throws: error) { try TemporalExpression.evaluate(expression) }
  }

  @Test func messagesNameWhatIsWrong() {
    let error = TemporalError.outOfRange(component: "month", value: 13, range: 1...12)
    #expect(error.description == "month must be 1 to 12, not 13")
    let other = TemporalError.unparsable(text: "x", expected: "a date such as 2015-07-21")
    #expect(other.description == "'x' cannot be read as a date such as 2015-07-21")
  }

  @Test func theClockIsAnArgument() throws {
    let reading = ClockReading(epochSecond: 1_509_238_799, nanosecond: 5)
    let stockholm = TemporalZone.named("Europe/Stockholm")
    #expect(try ZonedDateTime.now(at: reading).description == "2017-10-29T00:59:59.000000005Z")
    #expect(try CalendarDate.today(in: .offset(seconds: -3_600), at: reading).description == "2017-10-28")
    #expect(try LocalTime.now(in: stockholm, at: reading).description == "02:59:59.000000005")
    #expect(try OffsetTime.now(in: stockholm, at: reading).description == "02:59:59.000000005+02:00")
    #expect(try LocalDateTime.now(at: reading).description == "2017-10-29T00:59:59.000000005")
    #expect(throws: TemporalError.self) { try ZonedDateTime.now(at: ClockReading(epochSecond: .max)) }
    #expect(try CalendarDate.today().year > 2024)

    var components = TemporalComponents()
    try components.set("hour", .integer(12))
    try components.set("timezone", .text("Europe/Stockholm"))
    #expect(try OffsetTime(components, now: reading).description == "12:00+02:00")
  }
}
