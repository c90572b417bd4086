public import Diagnostics
public import Temporals

extension GraphWorkspace {
  /// A day as somebody wrote it.
  /// - Throws: a `Diagnostic` for what is no calendar date.
  public static func day(_ text: String) throws(Diagnostic) -> CalendarDate {
    let isWritten =
      text.utf8.count == 10
      && text.utf8.enumerated().allSatisfy { offset, byte in
        offset == 4 || offset == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
      }
    guard isWritten, let date = try? CalendarDate(parsing: text) else {
      throw Diagnostic(
        id: "bad-date", message: "'\(text)' is no date", hint: "write year, month and day, such as 2024-05-01")
    }
    return date
  }

  /// The day by which a question is judged: that of the scenario, else that of the question, else today.
  static func day(of date: CalendarDate?, after scenario: Scenario?) throws -> CalendarDate {
    try scenario?.date ?? date ?? today()
  }

  /// Today, in UTC.
  static func today() throws -> CalendarDate { try ZonedDateTime.now().local.date }
}
