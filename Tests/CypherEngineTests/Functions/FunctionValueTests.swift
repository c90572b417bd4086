import GraphModel
import Temporals
import Testing

/// What the examples in the manual leave out.
@Suite struct FunctionValueTests {
  /// 14:30:15.25 in summer, on Stockholm's clocks.
  private let moment = try? ZonedDateTime(parsing: "2024-07-01T14:30:15.25+02:00[Europe/Stockholm]")

  @Test(arguments: [
    ("date()", "2024-07-01"), ("date('2024')", "2024-01-01"), ("localtime()", "14:30:15.250"),
    ("time.statement()", "14:30:15.250+02:00"), ("time.transaction('Z')", "12:30:15.250Z"),
    ("localdatetime.statement('Asia/Tokyo')", "2024-07-01T21:30:15.250"),
    ("datetime()", "2024-07-01T14:30:15.250+02:00[Europe/Stockholm]"),
    ("datetime({timezone: '+00:00'})", "2024-07-01T12:30:15.250Z"),
    ("date.truncate('month')", "2024-07-01"),
    ("time({hour: 12, timezone: 'Europe/Stockholm'})", "12:00+02:00"),
    ("toString(timestamp())", "1719837015250"),
  ])
  func clock(call: String, expected: String) throws {
    #expect(try QueryAnswer.value(of: "RETURN toString(\(call))", at: moment) == .string(expected))
  }

  @Test(arguments: [
    "date({year: 2024, month: null})", "date.truncate('day', date('2024-01-01'), {day: null})",
    "duration({days: null})", "datetime({timezone: null})",
  ])
  func nullComponentGivesNull(call: String) throws {
    #expect(try QueryAnswer.value(of: "RETURN \(call)").isNull)
  }

  @Test(arguments: [
    ("date('2024-01-01') + duration('P1M')", "2024-02-01"),
    ("date('2024-01-31') - duration({months: 1, days: 1})", "2023-12-30"),
    ("duration('P1D') + duration('PT1H')", "P1DT1H"), ("duration('P1D') / 2", "PT12H"),
    (
      "datetime('2024-03-31T01:30+01:00[Europe/Stockholm]') + duration('PT1H')",
      "2024-03-31T03:30+02:00[Europe/Stockholm]"
    ),
  ])
  func arithmetic(expression: String, expected: String) throws {
    #expect(try QueryAnswer.value(of: "RETURN toString(\(expression))") == .string(expected))
  }

  @Test(
    arguments: [
      ("date('2024-02-29').dayOfWeek", 4), ("datetime('2024-02-29T12:00Z').epochSeconds", 1_709_208_000),
      ("duration('P1Y2M3DT4H').monthsOfYear", 2), ("time('12:00+01:30').offsetMinutes", 90),
    ] as [(String, Int64)])
  func component(expression: String, expected: Int64) throws {
    #expect(try QueryAnswer.value(of: "RETURN \(expression)") == .integer(expected))
  }

  @Test(
    arguments: [
      ("round(0.49999999999999994)", 0), ("round(-2.5)", -2), ("round(2.5, 0, 'HALF_EVEN')", 2),
      ("round(-2.5, 0, 'half_down')", -2), ("round(2.675, 2)", 2.68), ("round(-1.21, 1, 'UP')", -1.3),
      ("round(-1.29, 1, 'CEILING')", -1.2), ("round(-1.21, 1, 'FLOOR')", -1.3), ("round(1e300, 5)", 1e300),
      ("round(1e-9, 2, 'UP')", 0.01), ("round(4e-9, 2)", 0), ("round(9.99, 1)", 10), ("round(1, 3)", 1),
    ] as [(String, Double)])
  func rounding(expression: String, expected: Double) throws {
    #expect(try QueryAnswer.value(of: "RETURN \(expression)") == .float(expected))
  }

  @Test(
    arguments: [
      ("toInteger(' 42 ')", 42), ("toInteger('1e3')", 1000), ("toInteger('0x10')", nil), ("toInteger('')", nil),
      ("toInteger(1e30)", nil), ("toInteger(true)", 1), ("toFloat('NaN')", .float(.nan)), ("toFloat('1.5 ')", 1.5),
      ("toBoolean(' tru ')", nil), ("toBoolean('')", nil), ("toString(-0.5)", "-0.5"),
      ("split('', ',')", [""]), ("split('åb', '')", ["å", "b"]), ("replace('aaa', 'aa', 'b')", "ba"),
      ("size('e\u{301}')", 2), ("reverse('ab')", "ba"), ("substring('abc', 5)", ""), ("left('abc', 10)", "abc"),
      ("ltrim('\t a')", "a"), ("btrim('xyaxy', 'xy')", "a"), ("lower('Å')", "å"),
      ("valueType([[1], []])", "LIST<LIST<INTEGER NOT NULL> NOT NULL | LIST<NOTHING> NOT NULL> NOT NULL"),
      ("valueType(datetime())", "ZONED DATETIME NOT NULL"), ("nullIf(null, 1)", nil), ("nullIf(1, null)", 1),
      ("range(9223372036854775806, 9223372036854775807)", [.integer(.max - 1), .integer(.max)]), ("sign(-0.0)", 0),
      ("validOn(date('2020-01-01'), '2021', datetime('2020-12-31T23:59Z'))", true),
    ] as [(String, Value)])
  func value(expression: String, expected: Value) throws {
    let value = try QueryAnswer.value(of: "RETURN \(expression)")
    #expect(value == expected)
    #expect(value.typeName == expected.typeName)
  }

  @Test func randomIdentifiersAreOfVersionFour() throws {
    guard case .list(let items) = try QueryAnswer.value(of: "RETURN [i IN range(1, 100) | randomUUID()]") else {
      Issue.record("no list")
      return
    }
    #expect(Set(items).count == 100)
    for case .string(let text) in items {
      let parts = text.split(separator: "-")
      #expect(parts.map(\.count) == [8, 4, 4, 4, 12])
      #expect(parts[2].first == "4")
      #expect("89ab".contains(parts[3].first ?? "?"))
    }
  }
}
