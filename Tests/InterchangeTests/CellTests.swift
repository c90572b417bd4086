import Diagnostics
import GraphModel
import SeededRandom
import Temporals
import Testing

@testable import Interchange

@Suite struct CellTests {
  static let readable: [(text: String, type: PropertyType, value: Value)] = [
    ("hej", .string, "hej"), ("", .string, ""), (" 1 ", .string, " 1 "),
    ("42", .integer, 42), ("-7", .integer, -7), ("9223372036854775807", .integer, 9_223_372_036_854_775_807),
    ("1.5", .float, 1.5), ("-1e3", .float, -1000.0), ("3", .float, 3.0), ("NaN", .float, .float(.nan)),
    ("-Infinity", .float, .float(-.infinity)),
    ("true", .boolean, true), ("false", .boolean, false), ("TRUE", .boolean, true),
    ("2018-23", .edtf, "2018-23"), ("2022-08-23?", .edtf, "2022-08-23?"),
    ("www.vgregion.se/x?y=1#z", .url, "www.vgregion.se/x?y=1#z"),
    ("a|b", .list(of: .string), ["a", "b"]), ("a\\|b|c\\\\d|\\e\\", .list(of: .string), ["a|b", "c\\d", "\\e\\"]),
    ("", .list(of: .string), []), ("\\", .list(of: .string), [""]), ("|", .list(of: .string), ["", ""]),
    ("1|2", .list(of: .integer), [1, 2]),
  ]

  @Test(arguments: readable)
  func textBecomesAValue(_ text: String, _ type: PropertyType, _ value: Value) throws {
    let read = try CellReader.value(of: text, as: type)
    #expect(read == value)
    #expect(read.typeName == value.typeName)
  }

  @Test func temporals() throws {
    #expect(try CellReader.value(of: "2024-02-29", as: .date) == .date(CalendarDate(parsing: "2024-02-29")))
    #expect(
      try CellReader.value(of: "2024-02-29T08:30", as: .datetime)
        == .localDateTime(LocalDateTime(parsing: "2024-02-29T08:30")))
    #expect(
      try CellReader.value(of: "2024-02-29T08:30+01:00", as: .datetime)
        == .dateTime(ZonedDateTime(parsing: "2024-02-29T08:30+01:00")))
  }

  static let mistakes: [(text: String, type: PropertyType, message: String, hint: String?)] = [
    ("abc", .integer, "'abc' is not an integer", nil),
    ("1.0", .integer, "'1.0' is not an integer", "an integer has no decimals"),
    ("1 000", .integer, "'1 000' is not an integer", "did you mean '1000'?"),
    (" 1", .integer, "' 1' is not an integer", "remove the blanks around it"),
    ("", .integer, "an empty text is not an integer", "leave the cell empty, without quotes"),
    ("9223372036854775808", .integer, "'9223372036854775808' is not an integer", "an integer has 64 bits"),
    ("1,5", .float, "'1,5' is not a number", "the decimal separator is a point: did you mean '1.5'?"),
    ("0x1p3", .float, "'0x1p3' is not a number", nil),
    ("1e999", .float, "'1e999' is not a number", "it is too large for a float of 64 bits"),
    ("ja", .boolean, "'ja' is not a boolean", "did you mean 'true'?"),
    ("nej", .boolean, "'nej' is not a boolean", "did you mean 'false'?"),
    ("kanske", .boolean, "'kanske' is not a boolean", "write 'true' or 'false'"),
    ("2023-02-29", .date, "'2023-02-29' is not a date", "a date is written as 2024-12-31"),
    ("2024", .date, "'2024' is not a date", "a date is written as 2024-12-31"),
    ("20240131", .date, "'20240131' is not a date", "did you mean '2024-01-31'?"),
    ("31/12 2024", .edtf, "'31/12 2024' is not a date of EDTF", nil),
    ("2024-01-01 08:30", .datetime, "'2024-01-01 08:30' is not a date with a time", nil),
    ("http://a b", .url, "'http://a b' is not an address", "an address has no blanks; a blank in it is written '%20'"),
    ("1||2", .list(of: .integer), "an empty text is not an integer", "leave the cell empty, without quotes"),
  ]

  @Test(arguments: mistakes)
  func textThatIsNoValue(_ text: String, _ type: PropertyType, _ message: String, _ hint: String?) {
    let mistake = #expect(throws: CellMistake.self) { try CellReader.value(of: text, as: type) }
    #expect(mistake?.message == message)
    if let hint { #expect(mistake?.hint == hint) }
  }

  /// Every value reads back from its text.
  @Test func valuesSurvive() throws {
    var generator = SplitMix64(seed: 3)
    func text() -> String {
      let pieces = ["a", "|", "\\", "å", " ", "", "\n", "\"", ",", "𝄞"]
      return (0..<Int.random(in: 0..<5, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
        .joined()
    }
    for _ in 0..<2000 {
      let values: [(Value, PropertyType)] = [
        (.string(text()), .string), (.integer(.random(in: .min ... .max, using: &generator)), .integer),
        (.float(Double(bitPattern: generator.next())), .float), (.boolean(.random(using: &generator)), .boolean),
        (.list((0..<Int.random(in: 0..<4, using: &generator)).map { _ in .string(text()) }), .list(of: .string)),
      ]
      for (value, type) in values {
        let written = try #require(try CellWriter.text(of: value, as: type))
        #expect(try CellReader.value(of: written, as: type) == value, "\(value)")
      }
    }
  }

  @Test func whatNoCellHolds() {
    #expect(throws: CellMistake.self) { try CellWriter.text(of: "x", as: .integer) }
    #expect(throws: CellMistake.self) { try CellWriter.text(of: "a\u{0}", as: .string) }
    #expect(throws: CellMistake.self) { try CellWriter.text(of: .list([.null]), as: .list(of: .string)) }
    #expect((try? CellWriter.text(of: .null, as: .integer)) == .some(nil))
  }

  @Test(arguments: [
    ("å", true), ("a\u{30A}", false), ("x – y", true), ("\u{2126}", false), ("\u{1100}\u{1161}", false),
  ])
  func normalForm(_ text: String, _ isNormalized: Bool) {
    #expect(NormalizationCheck.isNormalized(text) == isNormalized)
  }
}
