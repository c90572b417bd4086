import SeededRandom
import Temporals
import Testing

@Suite struct DurationTests {
  @Test(arguments: [
    ("P14DT16H12M", "P14DT16H12M"), ("P5M1.5D", "P5M1DT12H"), ("P0.75M", "P22DT19H51M49.5S"), ("PT0.75M", "PT45S"),
    ("P2.5W", "P17DT12H"), ("P12Y5M14DT16H12M70S", "P12Y5M14DT16H13M10S"), ("P1Y1.5M", "P1Y1M15DT5H14M33S"),
    ("P2012-02-02T14:37:21.545", "P2012Y2M2DT14H37M21.545S"), ("P20120202T143721,545", "P2012Y2M2DT14H37M21.545S"),
    ("P2012-02-02", "P2012Y2M2D"), ("PT0S", "PT0S"), ("P0D", "PT0S"), ("-P1Y2M", "P-1Y-2M"), ("P-1Y2M", "P-10M"),
    ("P-1.5D", "P-1DT-12H"), ("PT-0.001S", "PT-0.001S"), ("PT1M-0.001S", "PT59.999S"), ("PT+1H", "PT1H"),
    ("PT0.0000000019S", "PT0.000000001S"), ("PT-0.0000000019S", "PT-0.000000001S"),
    ("PT123456789012.123456789S", "PT34293552H30M12.123456789S"),
    ("PT9223372036854775807.999999999S", "PT2562047788015215H30M7.999999999S"),
    ("PT-9223372036854775808S", "PT-2562047788015215H-30M-8S"), ("P-9223372036854775808D", "P-9223372036854775808D"),
  ])
  func parsing(text: String, canonical: String) throws {
    let duration = try CalendarDuration(parsing: text)
    #expect(duration.description == canonical)
    #expect(try CalendarDuration(parsing: canonical) == duration)
  }

  @Test(arguments: [
    "", "P", "PT", "P1", "1D", "P1DT", "PD", "P1H", "PT1D", "P1D1Y", "P1Y1Y", "P1.D", "P.5D", "P1.5.5D", "--P1D",
    "P--1D",
    "P1S", "P1D ", " P1D", "P2012-02", "P2012-2-02", "P2012-02-02T14", "P１D", "P1.1234567890123456789D", "PT1S1S",
    "P123456789012345678901D",
  ])
  func malformed(text: String) {
    #expect(throws: TemporalError.unparsable(text: text, expected: "a duration such as P1Y2M3DT4H5M6.789S")) {
      try CalendarDuration(parsing: text)
    }
  }

  @Test(arguments: ["PT9223372036854775808S", "P9223372036854775808D", "P768614336404564651Y", "P1317624576693539402W"])
  func tooLong(text: String) {
    #expect(throws: TemporalError.overflow("the duration")) { try CalendarDuration(parsing: text) }
  }

  @Test(arguments: [
    ("duration({months: 0.75})", "P22DT19H51M49.5S"),
    (
      "duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3})",
      "P12Y11M29DT33H58M13.500000003S"
    ),
    ("duration({days: 14, seconds: 70, milliseconds: 1})", "P14DT1M10.001S"),
    ("duration({seconds: 2, milliseconds: -1})", "PT1.999S"),
    ("duration({seconds: -2, milliseconds: 1})", "PT-1.999S"),
    ("duration({days: 1, milliseconds: -1})", "P1DT-0.001S"),
    ("duration({seconds: -60, milliseconds: -1})", "PT-1M-0.001S"),
    ("duration({quarters: 5})", "P1Y3M"),
    ("duration({weeks: 1, days: 0.1})", "P7DT2H24M"),
    ("duration({seconds: 14.645876123})", "PT14.645876123S"),
    ("duration({seconds: 0.0000001})", "PT0.0000001S"),
    ("duration({microseconds: -1, nanoseconds: 999})", "PT-0.000000001S"),
    ("duration('P1M') * 0.5", "P15DT5H14M33S"),
    ("duration('P12Y5M14DT16H13M10.000000001S') * 0.5", "P6Y2M22DT13H21M8S"),
    ("duration('P12Y5M14DT16H13M10.000000001S') / 2", "P6Y2M22DT13H21M8S"),
    ("duration('P12Y5M14DT16H13M10.000000001S') / 0.5", "P24Y10M28DT32H26M20.000000002S"),
    ("duration('PT-0.001S') * 0.5", "PT-0.0005S"),
    ("duration('PT-0.001S') / -1", "PT0.001S"),
    ("duration('P1000D') / 1000", "P1D"),
    ("duration('P1D') / 86400000000000", "PT0.000000001S"),
    ("duration('P3D') * 0.1", "PT7H12M"),
    ("duration('P1D') / 3", "PT8H"),
    ("duration('P1D') / -3", "PT-8H"),
    ("duration('P1D') / 0.3", "P3DT8H"),
    ("duration('P1M') / 30.436875", "P1D"),
    ("duration('P1M1D') / 7", "P4DT11H47M0.857142857S"),
    ("duration('P1M-1D') * 0.5", "P14DT17H14M33S"),
    ("duration('P5M') + duration('P-5MT1S')", "PT1S"),
    ("duration('P12Y5M') - duration('P12.5YT0.5S')", "P-1MT-0.5S"),
  ])
  func values(expression: String, expected: String) throws {
    #expect(try TemporalExpression.evaluate(expression) == expected)
  }

  @Test func accessors() throws {
    let duration = try CalendarDuration(parsing: "P1Y4M10DT1H1M1.111111111S")
    let expected: [(String, Int64)] = [
      ("years", 1), ("quarters", 5), ("months", 16), ("weeks", 1), ("days", 10), ("hours", 1), ("minutes", 61),
      ("seconds", 3_661), ("milliseconds", 3_661_111), ("microseconds", 3_661_111_111),
      ("nanoseconds", 3_661_111_111_111), ("quartersOfYear", 1), ("monthsOfQuarter", 1), ("monthsOfYear", 4),
      ("daysOfWeek", 3), ("minutesOfHour", 1), ("secondsOfMinute", 1), ("millisecondsOfSecond", 111),
      ("microsecondsOfSecond", 111_111), ("nanosecondsOfSecond", 111_111_111),
    ]
    for (name, value) in expected { #expect(try duration.component(name) == value, "\(name)") }
    #expect(try duration.component("year") == nil)
    let negative = try duration.negated()
    for (name, value) in expected { #expect(try negative.component(name) == -value, "\(name)") }
    #expect(throws: TemporalError.self) { try CalendarDuration(seconds: .max).component("milliseconds") }
  }

  @Test func numbersOutOfReachAreRefused() throws {
    let longest = CalendarDuration(months: .max, days: .max, seconds: .max, nanoseconds: 999_999_999)
    let leastMonths = CalendarDuration(months: .min, days: .min, seconds: .min)
    #expect(throws: TemporalError.self) { try longest.adding(CalendarDuration(months: 1)) }
    #expect(throws: TemporalError.self) { try longest.adding(CalendarDuration(nanoseconds: 1)) }
    #expect(throws: TemporalError.self) { try leastMonths.negated() }
    #expect(throws: TemporalError.self) { try leastMonths.subtracting(CalendarDuration(days: 1)) }
    #expect(throws: TemporalError.self) { try longest.multiplied(by: Int64(2)) }
    #expect(throws: TemporalError.self) { try leastMonths.divided(by: Int64(-1)) }
    #expect(throws: TemporalError.divisionByZero) { try longest.divided(by: Int64(0)) }
    for number in [Double.nan, .infinity, -.infinity, 1e19, 1e300] {
      #expect(throws: TemporalError.self) { try longest.multiplied(by: number) }
      var components = DurationComponents()
      #expect(throws: TemporalError.self) { try components.add("seconds", number) }
    }
    for number in [0.0, -0.0, 1e-300, 1e-19] {
      #expect(throws: TemporalError.divisionByZero) { try longest.divided(by: number) }
      #expect(try longest.multiplied(by: number) == .zero)
    }
    var components = DurationComponents()
    for name in ["years", "quarters", "weeks", "hours", "minutes", "seconds", "milliseconds"] {
      try components.add(name, Int64.max)
    }
    #expect(throws: TemporalError.self) { try CalendarDuration(components) }
    #expect(throws: TemporalError.unknownComponent("month")) { try components.add("month", Int64(1)) }
    #expect(try longest.divided(by: Int64(1)) == longest)
    #expect(try CalendarDuration(parsing: longest.description) == longest)
    #expect(try CalendarDuration(parsing: leastMonths.description) == leastMonths)
  }

  /// Adding what lies between leads back to the end, whatever the two are.
  @Test func betweenIsTheInverseOfAdding() throws {
    var random = SplitMix64(seed: 1)
    let zones = try ["Z", "+05:30", "Europe/Stockholm", "America/New_York", "Australia/Lord_Howe"].map {
      try TemporalZone(parsing: $0)
    }
    for _ in 0..<3_000 {
      let (from, to) = (random.localDateTime(years: 1900...2100), random.localDateTime(years: 1900...2100))
      let duration = try CalendarDuration.between(.localDateTime(from), .localDateTime(to))
      #expect(try from.adding(duration) == to, "\(from) \(to)")
      let seconds = try CalendarDuration.inSeconds(.localDateTime(from), .localDateTime(to))
      #expect(try from.adding(seconds) == to)

      let zoned = try ZonedDateTime(local: from, in: zones[random.number(below: 5)])
      let other = try ZonedDateTime(local: to, in: zones[random.number(below: 5)])
      let zonedDuration = try CalendarDuration.between(.dateTime(zoned), .dateTime(other))
      #expect(try zoned.adding(zonedDuration).converted(to: other.temporalZone) == other, "\(zoned) \(other)")
    }
  }
}
