import Temporals
import Testing

@Suite struct ExtendedDateTests {
  @Test(
    arguments: [
      ("2018", "2018-01-01", "2018-12-31"),
      ("2018-02", "2018-02-01", "2018-02-28"),
      ("2020-02", "2020-02-01", "2020-02-29"),
      ("2022-08-23", "2022-08-23", "2022-08-23"),
      ("2018-21", "2018-03-01", "2018-05-31"),
      ("2018-22", "2018-06-01", "2018-08-31"),
      ("2018-23", "2018-09-01", "2018-11-30"),
      ("2018-24", "2018-12-01", "2019-02-28"),
      ("2019-24", "2019-12-01", "2020-02-29"),
      ("201X", "2010-01-01", "2019-12-31"),
      ("20XX", "2000-01-01", "2099-12-31"),
      ("2018-XX", "2018-01-01", "2018-12-31"),
      ("2018-08-XX", "2018-08-01", "2018-08-31"),
      ("2018-XX-XX", "2018-01-01", "2018-12-31"),
      ("2018/2020", "2018-01-01", "2020-12-31"),
      ("2018-23/2019-02", "2018-09-01", "2019-02-28"),
      ("2018/..", "2018-01-01", nil),
      ("../2020", nil, "2020-12-31"),
      ("2018-05-06/", "2018-05-06", nil),
      ("/2020-05", nil, "2020-05-31"),
      ("Y170000002", "+170000002-01-01", "+170000002-12-31"),
      ("Y-17000", "-17000-01-01", "-17000-12-31"),
      ("-1985", "-1985-01-01", "-1985-12-31"),
      ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
      ("-198X", "-1989-01-01", "-1980-12-31"),
      ("0000", "0000-01-01", "0000-12-31"),
      ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
      ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
      ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
      ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
    ] as [(String, String?, String?)])
  func range(text: String, earliest: String?, latest: String?) throws {
    let date = try #require(ExtendedDate(text))
    #expect(date.text == text)
    #expect(date.earliest?.description == earliest)
    #expect(date.latest?.description == latest)
    #expect(!date.isUncertain && !date.isApproximate)
  }

  @Test(arguments: [
    ("2022-08-23?", true, false), ("2018~", false, true), ("2018-23%", true, true), ("201X?", true, false),
    ("2018?/2020", true, false), ("2018/2020~", false, true), ("2018~/..", false, true),
  ])
  func qualifier(text: String, uncertain: Bool, approximate: Bool) throws {
    let date = try #require(ExtendedDate(text))
    #expect(date.isUncertain == uncertain)
    #expect(date.isApproximate == approximate)
  }

  @Test(arguments: [
    "", " 2018", "2018 ", "18", "201", "20189", "2018-1", "2018-13", "2018-00", "2018-02-30", "2018-20", "2018-25",
    "2018-21-01", "2018-XX-05", "201X-05", "2XXX", "XXXX", "2018-X1", "Y2018", "Y01234567", "Y9999999999", "-0000",
    "2020/2018", "/", "../..", "../", "2018/2019/2020", "2018?~", "?", "2018-08-23?T10:00:00", "2018-08T10:00:00",
    "2018-08-23T10:00", "2018-08-23T24:00:00", "2018-08-23T10:00:00+4", "1985-04-12T23:20:30+04:60", "20180823",
    "2018-w3", "2018-08-23 ", "２０１８", "2018-08-23\u{301}", "....", "./2018", "-", "Y", "Y-", "2018-", "2018-08-",
  ])
  func refused(text: String) {
    #expect(ExtendedDate(text) == nil)
  }
}

@Suite struct ValidityIntervalTests {
  @Test(
    arguments: [
      (nil, nil, "1900-01-01", true),
      ("2018", nil, "2018-01-01", true),
      ("2018", nil, "2017-12-31", false),
      ("2018-23", nil, "2018-09-01", true),
      (nil, "2023", "2022-12-31", true),
      (nil, "2023", "2023-01-01", false),
      ("2022-08-23?", "2023-05-22", "2023-05-21", true),
      ("2022-08-23?", "2023-05-22", "2023-05-22", false),
      ("../2018", nil, "1000-01-01", true),
      (nil, "../2018", "2019-01-01", true),
      ("2023", "2023", "2023-06-01", false),
    ] as [(String?, String?, String, Bool)])
  func containment(from: String?, to: String?, day: String, isValid: Bool) throws {
    let interval = ValidityInterval(from: from.flatMap(ExtendedDate.init), to: to.flatMap(ExtendedDate.init))
    #expect(interval.contains(try CalendarDate(parsing: day)) == isValid)
  }

  @Test func anEndOnTheFirstDayLeavesNothing() {
    #expect(ValidityInterval(from: ExtendedDate("2023"), to: ExtendedDate("2023-01-01")).isEmpty)
    #expect(!ValidityInterval(from: ExtendedDate("2023"), to: ExtendedDate("2023-01-02")).isEmpty)
    #expect(!ValidityInterval().isEmpty)
  }
}
