import SeededRandom
import Temporals
import Testing

@Suite struct TimeTests {
  @Test(arguments: [
    ("21:40:32.142", "21:40:32.142"), ("214032.142", "21:40:32.142"), ("21:40:32", "21:40:32"), ("214032", "21:40:32"),
    ("21:40", "21:40"), ("2140", "21:40"), ("21", "21:00"), ("00:00:00.1", "00:00:00.100"),
    ("00:00:00,5", "00:00:00.500"),
    ("23:59:59.999999999", "23:59:59.999999999"), ("12:00:00.000100", "12:00:00.000100"), ("12:00:00.0", "12:00"),
  ])
  func localTimes(text: String, canonical: String) throws {
    #expect(try LocalTime(parsing: text).description == canonical)
  }

  @Test(arguments: [
    ("21:40:32.142Z", "21:40:32.142Z"), ("214032.142-0100", "21:40:32.142-01:00"), ("21:40:32+01", "21:40:32+01:00"),
    ("2140-00:00", "21:40Z"), ("21+18:00", "21:00+18:00"), ("21:40+020559", "21:40+02:05:59"), ("21:40", "21:40Z"),
    ("22-18", "22:00-18:00"), ("12:34:56+02:05:00", "12:34:56+02:05"), ("12:34:56-02:05:07", "12:34:56-02:05:07"),
  ])
  func offsetTimes(text: String, canonical: String) throws {
    #expect(try OffsetTime(parsing: text).description == canonical)
  }

  @Test(arguments: [
    ("2015-07-21T21:40:32.142+0100", "2015-07-21T21:40:32.142+01:00"),
    ("2015-W30-2T214032.142Z", "2015-07-21T21:40:32.142Z"), ("2015T214032-0100", "2015-01-01T21:40:32-01:00"),
    ("2015-W30T2140-02", "2015-07-20T21:40-02:00"), ("2015202T21+18:00", "2015-07-21T21:00+18:00"),
    ("2015-07-21T21:40:32.142", "2015-07-21T21:40:32.142Z"), ("2015-07-21", "2015-07-21T00:00Z"),
    ("2015-07-21T21:40:32.142[Europe/London]", "2015-07-21T21:40:32.142+01:00[Europe/London]"),
    ("2015-07-21T21:40:32.142+0845[Australia/Eucla]", "2015-07-21T21:40:32.142+08:45[Australia/Eucla]"),
    ("2015-07-21T21:40:32.142-04[America/New_York]", "2015-07-21T21:40:32.142-04:00[America/New_York]"),
    ("1818-07-21T21:40:32.142[Europe/Stockholm]", "1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]"),
    ("2017-10-29T02:30+01:00[Europe/Stockholm]", "2017-10-29T02:30+01:00[Europe/Stockholm]"),
    ("2015-07-21T21:40[UTC]", "2015-07-21T21:40Z[UTC]"),
  ])
  func zonedDateTimes(text: String, canonical: String) throws {
    let value = try ZonedDateTime(parsing: text)
    #expect(value.description == canonical)
    #expect(try ZonedDateTime(stored: canonical) == value)
  }

  @Test(arguments: [
    "", "1", "1:00", "24:0", "12:", "12:3", "12:30:", "12:30:1", "12:3045", "1230:45", "12:30:45.", "12:30.5",
    "12:30:45.1234567890", "12:30 ", "123", "12345", "12:30Z", "１２:30",
  ])
  func malformedLocalTimes(text: String) {
    #expect(throws: TemporalError.unparsable(text: text, expected: "a time such as 21:40:32.142")) {
      try LocalTime(parsing: text)
    }
  }

  @Test(arguments: [
    "2015-07-21T", "2015-07-21 10:00", "2015-07-21T10:00+", "2015-07-21T10:00+1", "2015-07-21T10:00z",
    "2015-07-21T10:00[", "2015-07-21T10:00[UTC", "2015-07-21T10:00[UTC]x", "2015-07-21T10:00[UTC]+01:00",
    "2015-07-21T10:00+01:00:", "T10:00", "2015-07-21T10:00Europe/Stockholm", "2015-07-21T10:00Z+01",
  ])
  func malformedDateTimes(text: String) {
    #expect(throws: (any Error).self) { try ZonedDateTime(parsing: text) }
    #expect(throws: (any Error).self) { try ZonedDateTime(stored: text) }
  }

  @Test func namedMistakes() {
    #expect(throws: TemporalError.outOfRange(component: "hour", value: 24, range: 0...23)) {
      try LocalTime(parsing: "24:00")
    }
    #expect(throws: TemporalError.outOfRange(component: "second", value: 60, range: 0...59)) {
      try LocalTime(parsing: "235960")
    }
    #expect(throws: TemporalError.outOfRange(component: "offset in seconds", value: 64_860, range: -64_800...64_800)) {
      try OffsetTime(parsing: "12:00+18:01")
    }
    #expect(throws: TemporalError.offsetNotInZone(offset: "+05:00", zone: "Europe/Stockholm")) {
      try ZonedDateTime(parsing: "2015-07-21T10:00+05:00[Europe/Stockholm]")
    }
    #expect(throws: TemporalError.offsetNotInZone(offset: "+01:00", zone: "Europe/Stockholm")) {
      try ZonedDateTime(parsing: "2018-03-25T02:30+01:00[Europe/Stockholm]")
    }
  }

  @Test func storedTextNeedsNoZoneData() throws {
    let text = "2015-07-21T10:00+05:00[Mars/Olympus_Mons]"
    #expect(try ZonedDateTime(stored: text).description == text)
    #expect(throws: TemporalError.missingComponent("offset")) { try ZonedDateTime(stored: "2015-07-21T10:00") }
  }

  @Test func theTextReadsBackAsTheValue() throws {
    var random = SplitMix64(seed: 2)
    for _ in 0..<5_000 {
      let local = random.localDateTime()
      let offset = Int32(random.number(below: 129_601) - 64_800)
      let zoned = ZonedDateTime(local: local, offsetSeconds: offset)
      let time = OffsetTime(time: local.time, offsetSeconds: offset)
      let duration = CalendarDuration(
        months: Int64(random.number(below: 2_000) - 1_000), days: Int64(random.number(below: 2_000) - 1_000),
        seconds: Int64(random.number(below: 2_000_000) - 1_000_000),
        nanoseconds: Int32(random.number(below: 1_000_000_000)))
      #expect(try CalendarDate(parsing: local.date.description) == local.date)
      #expect(try LocalTime(parsing: local.time.description) == local.time)
      #expect(try OffsetTime(parsing: time.description) == time)
      #expect(try LocalDateTime(parsing: local.description) == local)
      #expect(try ZonedDateTime(parsing: zoned.description) == zoned)
      #expect(try CalendarDuration(parsing: duration.description) == duration, "\(duration)")
    }
  }

  /// Every prefix, and every text with one byte put in another's place, is read or refused; none traps.
  @Test(arguments: [
    "2015-07-21T21:40:32.142+02:00[Europe/Stockholm]", "-999999999-W52-7T235959.999999999-17:59:59", "2015Q260T21Z",
    "P12Y5M14.5DT16H12M70.000000001S", "P2012-02-02T14:37:21.545", "2018-23?/2020-XX~", "Y-170000002/..",
  ])
  func damagedTexts(text: String) {
    let bytes = Array(text.utf8)
    for length in 0...bytes.count { Self.readAsEverything(String(decoding: bytes[..<length], as: UTF8.self)) }
    for position in bytes.indices {
      for byte in "09+-:.,/TWQPZYMDHSX?~%[] \u{0}".utf8 {
        var changed = bytes
        changed[position] = byte
        Self.readAsEverything(String(decoding: changed, as: UTF8.self))
      }
    }
  }

  private static func readAsEverything(_ text: String) {
    _ = try? CalendarDate(parsing: text)
    _ = try? LocalTime(parsing: text)
    _ = try? OffsetTime(parsing: text)
    _ = try? LocalDateTime(parsing: text)
    _ = try? ZonedDateTime(parsing: text)
    _ = try? CalendarDuration(parsing: text)
    _ = try? TemporalZone(parsing: text)
    _ = ExtendedDate(text)
  }

  @Test func accessors() throws {
    let value = TemporalValue.dateTime(
      try ZonedDateTime(parsing: "1984-11-11T12:31:14.645876123[Europe/Stockholm]"))
    let numbers: [(String, Int64)] = [
      ("year", 1984), ("quarter", 4), ("month", 11), ("week", 45), ("weekYear", 1984), ("day", 11), ("ordinalDay", 316),
      ("weekDay", 7), ("dayOfWeek", 7), ("dayOfQuarter", 42), ("quarterDay", 42), ("hour", 12), ("minute", 31),
      ("second", 14), ("millisecond", 645), ("microsecond", 645_876), ("nanosecond", 645_876_123),
      ("offsetMinutes", 60), ("offsetSeconds", 3_600), ("epochSeconds", 469_020_674), ("epochMillis", 469_020_674_645),
    ]
    for (name, number) in numbers { #expect(try value.component(name) == .integer(number), "\(name)") }
    #expect(try value.component("timezone") == .text("Europe/Stockholm"))
    #expect(try value.component("offset") == .text("+01:00"))
    #expect(try value.component("century") == nil)

    let time = TemporalValue.time(try OffsetTime(parsing: "12:31-02:30"))
    #expect(try time.component("timezone") == .text("-02:30"))
    #expect(try time.component("offsetMinutes") == .integer(-150))
    #expect(try time.component("year") == nil)
    #expect(try time.component("epochSeconds") == nil)
    #expect(try TemporalValue.date(.min).component("hour") == nil)
    #expect(try TemporalValue.localTime(.midnight).component("offset") == nil)

    let lastMillis = try ZonedDateTime(epochMillis: .max)
    #expect(try TemporalValue.dateTime(lastMillis).component("epochMillis") == .integer(.max))
    #expect(try ZonedDateTime(epochMillis: .min).epochMillis == .min)
    let next = try lastMillis.adding(CalendarDuration(nanoseconds: 1_000_000))
    #expect(throws: TemporalError.overflow("epochMillis")) { try next.epochMillis }
    let last = ZonedDateTime(
      local: LocalDateTime(date: .max, time: .midnight), offsetSeconds: 0)
    #expect(throws: TemporalError.overflow("epochMillis")) { try TemporalValue.dateTime(last).component("epochMillis") }
  }

  @Test func order() throws {
    #expect(try OffsetTime(parsing: "12:00+01:00") < OffsetTime(parsing: "12:00Z"))
    #expect(try OffsetTime(parsing: "12:00Z") < OffsetTime(parsing: "13:00+01:00"))
    #expect(try ZonedDateTime(parsing: "1984-10-11T12:00+05:00") < ZonedDateTime(parsing: "1984-10-11T12:00Z"))
    #expect(try LocalDateTime(parsing: "1984-10-11T12:00") < LocalDateTime(parsing: "1984-10-11T12:00:00.000000001"))
  }
}
