import GraphModel
import GraphWorkspace
import Testing

@testable import StyrgrafCLI

/// The line on the terminal while a load runs.
@Suite struct ProgressTextTests {
  private func line(
    _ rows: Int, _ share: Double, _ seconds: Double, width: Int = 100, _ texts: Texts = Texts(.english)
  ) -> String {
    ProgressText(texts: texts, width: width).line(
      LoadProgress(rows: rows, bytesRead: Int(share * 1000), byteCount: 1000), seconds: seconds)
  }

  @Test func barRateAndTimeLeft() {
    #expect(line(1_234_567, 0.25, 4) == "[=====               ]   25 %  1,234,567 rows  308,641/s  12 s left")
    #expect(line(900, 0.9, 9).contains(" 90 %  900 rows  100/s  1 s left"))
  }

  @Test func theFirstMomentsForetellNothing() {
    #expect(!line(10, 0.001, 3).contains("left"))
    #expect(!line(10, 0.5, 0.4).contains("left"))
    #expect(line(0, 0, 0).contains("0/s"))
  }

  @Test func afterTheLastRow() {
    #expect(line(5_000, 1, 2) == "[====================]  100 %  5,000 rows  writing to disk")
    #expect(
      ProgressText(texts: Texts(.english), width: 80).line(LoadProgress(byteCount: 0), seconds: 0).contains("100 %"))
  }

  @Test func inSwedish() {
    let text = line(12_345, 0.5, 10, Texts(.swedish))
    #expect(text.contains("12\u{A0}345 rader"))
    #expect(text.contains("10 s kvar"))
    #expect(line(5, 1, 1, Texts(.swedish)).contains("skriver till disk"))
  }

  @Test(arguments: [20, 30, 40, 50, 60, 70, 80])
  func itFitsIntoTheTerminal(width: Int) {
    let text = line(12_345_678, 0.5, 1000, width: width)
    #expect(text.count < max(width, 26))
    #expect(text.contains("left"))
  }

  @Test(arguments: [
    (0.2, "1 s"), (59, "59 s"), (60, "1 min 00 s"), (125, "2 min 05 s"), (3600, "1 h 00 min"), (7384, "2 h 03 min"),
  ])
  func durations(seconds: Double, text: String) { #expect(ProgressText.duration(seconds) == text) }
}
