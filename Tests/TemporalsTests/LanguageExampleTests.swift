import Testing

/// Expressions of the query language and the texts that they give, most of them in the manner of the openCypher TCK.
@Suite struct LanguageExampleTests {
  @Test(arguments: [
    ("date({year: 1984, month: 10})", "1984-10-01"),
    ("date({year: 1984, week: 10, dayOfWeek: 3})", "1984-03-07"),
    ("date({year: 1984, ordinalDay: 202})", "1984-07-20"),
    ("date({year: 1984, quarter: 3, dayOfQuarter: 45})", "1984-08-14"),
    ("localdatetime({dayOfWeek: 2, year: 1817, week: 1})", "1816-12-31T00:00"),
    ("localdatetime({date: date('1816-12-30'), week: 2, dayOfWeek: 3})", "1817-01-08T00:00"),
    ("localdatetime({date: date('1816-12-31'), week: 2})", "1817-01-07T00:00"),
    ("localdatetime({date: date('1816-12-31'), year: 1817, week: 2})", "1817-01-07T00:00"),
    (
      "time({hour: 12, minute: 31, second: 14, nanosecond: 789, millisecond: 123, microsecond: 456})",
      "12:31:14.123456789Z"
    ),
    ("time({hour: 12, minute: 31, second: 14, nanosecond: 3})", "12:31:14.000000003Z"),
    ("time({hour: 12, timezone: '+01:00'})", "12:00+01:00"),
    ("time({hour: 12, minute: 34, second: 56, timezone: '-02:05:07'})", "12:34:56-02:05:07"),
    ("localdatetime({year: 1984, month: 10, day: 11, hour: 12})", "1984-10-11T12:00"),
    (
      "datetime({year: 1984, ordinalDay: 202, timezone: 'Europe/Stockholm'})",
      "1984-07-20T00:00+02:00[Europe/Stockholm]"
    ),
    (
      "datetime({year: 1818, month: 7, day: 21, timezone: 'Europe/Stockholm'})",
      "1818-07-21T00:00+00:53:28[Europe/Stockholm]"
    ),
    ("datetime({epochSeconds: 416779, nanosecond: 1})", "1970-01-05T19:46:19.000000001Z"),
    ("datetime({epochMillis: -1, timezone: '+01:00'})", "1970-01-01T00:59:59.999+01:00"),
    ("datetime.fromepoch(416779, 999999999)", "1970-01-05T19:46:19.999999999Z"),
    ("datetime.fromepochmillis(237821673987)", "1977-07-15T13:34:33.987Z"),
  ])
  func construction(expression: String, expected: String) throws {
    #expect(try TemporalExpression.evaluate(expression) == expected)
  }

  @Test(arguments: [
    ("date({date: date('1984-11-11'), year: 28})", "0028-11-11"),
    ("date({date: date('1984-11-11'), week: 1})", "1984-01-08"),
    ("date({date: date('1984-11-11'), ordinalDay: 28})", "1984-01-28"),
    ("date({date: date('1984-11-11'), quarter: 3})", "1984-08-11"),
    ("date(datetime('1984-11-11T12:31:14+01:00'))", "1984-11-11"),
    ("localtime({time: time('12:31:14.645876123+01:00'), second: 42})", "12:31:42.645876123"),
    ("localtime({time: localtime('12:31:14.645876123'), millisecond: 5})", "12:31:14.005"),
    ("time({time: time('12:31:14+01:00'), second: 42, timezone: '+05:00'})", "16:31:42+05:00"),
    ("time({time: localtime('12:31:14'), timezone: '+05:00'})", "12:31:14+05:00"),
    ("time(datetime('1984-10-11T12:00[Europe/Stockholm]'))", "12:00+01:00"),
    (
      "localdatetime({date: date('1984-10-11'), time: time('12:31+01:00'), day: 28, second: 42})", "1984-10-28T12:31:42"
    ),
    (
      "datetime({date: localdatetime('1984-03-07T12:31'), time: datetime('1984-10-11T12:00[Europe/Stockholm]'), day: 28, second: 42, timezone: 'Pacific/Honolulu'})",
      "1984-03-28T00:00:42-10:00[Pacific/Honolulu]"
    ),
    ("datetime({date: datetime('1984-10-11T12:00+01:00'), hour: 10})", "1984-10-11T10:00Z"),
    ("datetime({datetime: datetime('1984-10-11T12:00+01:00'), timezone: '+05:00'})", "1984-10-11T16:00+05:00"),
    ("datetime({datetime: localdatetime('1984-10-11T12:00'), timezone: '+05:00'})", "1984-10-11T12:00+05:00"),
    ("datetime(date('1984-10-11'))", "1984-10-11T00:00Z"),
  ])
  func selection(expression: String, expected: String) throws {
    #expect(try TemporalExpression.evaluate(expression) == expected)
  }

  @Test(arguments: [
    ("date.truncate('millennium', date('2017-10-11'), {day: 2})", "2000-01-02"),
    ("date.truncate('century', date('1984-10-11'))", "1900-01-01"),
    ("date.truncate('decade', date('1984-10-11'))", "1980-01-01"),
    ("date.truncate('decade', date('-0004-10-11'))", "-0010-01-01"),
    ("date.truncate('weekYear', date('1984-01-01'))", "1983-01-03"),
    ("date.truncate('weekYear', date('1984-02-01'), {day: 5})", "1984-01-05"),
    ("date.truncate('quarter', date('1984-11-11'), {day: 2})", "1984-10-02"),
    ("date.truncate('week', date('1984-10-11'), {dayOfWeek: 2})", "1984-10-09"),
    ("localtime.truncate('millisecond', localtime('12:31:14.645876123'), {nanosecond: 2})", "12:31:14.645000002"),
    ("localtime.truncate('microsecond', localtime('12:31:14.645876123'), {nanosecond: 2})", "12:31:14.645876002"),
    ("localtime.truncate('second', localtime('12:31:14.645876123'), {nanosecond: 2})", "12:31:14.000000002"),
    ("time.truncate('day', time('12:31:14+01:00'), {timezone: '+02:00'})", "00:00+02:00"),
    ("localdatetime.truncate('hour', datetime('1984-10-11T12:31+01:00'))", "1984-10-11T12:00"),
    (
      "datetime.truncate('year', localdatetime('1984-10-11T12:31'), {timezone: 'Europe/Stockholm'})",
      "1984-01-01T00:00+01:00[Europe/Stockholm]"
    ),
    (
      "datetime.truncate('month', datetime('2017-10-30T12:00[Europe/Stockholm]'))",
      "2017-10-01T00:00+02:00[Europe/Stockholm]"
    ),
    ("datetime.truncate('WEEKYEAR', date('2017-10-30'))", "2017-01-02T00:00Z"),
  ])
  func truncation(expression: String, expected: String) throws {
    #expect(try TemporalExpression.evaluate(expression) == expected)
  }

  @Test(arguments: [
    ("duration.between(date('1984-10-11'), date('2015-06-24'))", "P30Y8M13D"),
    ("duration.between(localdatetime('2015-07-21T21:40:32.142'), date('2015-06-24'))", "P-27DT-21H-40M-32.142S"),
    ("duration.between(datetime('2014-07-21T21:40:36.143+0200'), date('2015-06-24'))", "P11M2DT2H19M23.857S"),
    ("duration.between(time('14:30'), time('16:30+0100'))", "PT1H"),
    ("duration.between(time('14:30'), datetime('2015-07-21T21:40:32.142+0100'))", "PT6H10M32.142S"),
    (
      "duration.inMonths(datetime('2018-07-21T21:40:36.143+0500'), datetime('1984-07-21T22:40:36.143+0200'))",
      "P-33Y-11M"
    ),
    ("duration.inDays(date('1984-10-11'), localtime('16:30'))", "PT0S"),
    ("duration.inDays(localdatetime('2015-07-21T21:40:32.142'), localdatetime('2016-07-21T21:45:22.142'))", "P366D"),
    (
      "duration.inSeconds(localdatetime('-999999999-01-01'), localdatetime('+999999999-12-31T23:59:59'))",
      "PT17531639991215H59M59S"
    ),
    ("duration.between(date('-999999999-01-01'), date('+999999999-12-31'))", "P1999999998Y11M30D"),
    ("duration.inSeconds(localtime('12:44:54.7'), localtime('12:34:55.3'))", "PT-9M-59.4S"),
    ("duration.inSeconds(datetime('2017-10-29T00:00[Europe/Stockholm]'), localdatetime('2017-10-29T04:00'))", "PT5H"),
    ("duration.inSeconds(datetime('2017-10-29T00:00[Europe/Stockholm]'), localtime('04:00'))", "PT5H"),
    ("duration.inSeconds(date('2017-10-29'), datetime('2017-10-29T04:00[Europe/Stockholm]'))", "PT5H"),
    (
      "duration.between(datetime('2017-10-28T12:00[Europe/Stockholm]'), datetime('2017-10-29T12:00[Europe/Stockholm]'))",
      "P1D"
    ),
  ])
  func durationBetween(expression: String, expected: String) throws {
    #expect(try TemporalExpression.evaluate(expression) == expected)
  }

  @Test(arguments: [
    ("date('1984-10-11') + duration('P12Y5M14DT16H12M70S')", "1997-03-25"),
    ("date('1984-10-11') - duration({months: 1, days: -14, hours: 16, minutes: -12, seconds: 70})", "1984-09-25"),
    ("date('2020-01-31') + duration('P1M')", "2020-02-29"),
    ("date('2020-03-31') - duration('P1M')", "2020-02-29"),
    ("date('2020-01-01') - duration('PT23H')", "2020-01-01"),
    ("localtime('23:00') + duration('P3DT2H')", "01:00"),
    ("localtime('00:00') - duration('PT0.000000001S')", "23:59:59.999999999"),
    ("time('12:31:14+01:00') + duration('PT16H13M10S')", "04:44:24+01:00"),
    ("localdatetime('1984-10-11T12:31:14') - duration('P1MT13H')", "1984-09-10T23:31:14"),
    (
      "datetime('1984-10-11T12:31:14.000000001+01:00') - duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3})",
      "1971-10-12T02:33:00.499999998+01:00"
    ),
    ("datetime('2017-10-28T12:00[Europe/Stockholm]') + duration('P1D')", "2017-10-29T12:00+01:00[Europe/Stockholm]"),
    ("datetime('2017-10-28T12:00[Europe/Stockholm]') + duration('PT24H')", "2017-10-29T11:00+01:00[Europe/Stockholm]"),
    ("datetime('2018-02-25T02:30[Europe/Stockholm]') + duration('P1M')", "2018-03-25T03:30+02:00[Europe/Stockholm]"),
  ])
  func arithmetic(expression: String, expected: String) throws {
    #expect(try TemporalExpression.evaluate(expression) == expected)
  }
}
