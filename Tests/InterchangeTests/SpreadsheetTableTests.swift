import Interchange
import Testing

@Suite struct SpreadsheetTableTests {
  private func text(_ cells: [String], _ separator: SpreadsheetTable.Separator = .semicolon) -> String {
    let table = SpreadsheetTable(separator: separator, columns: ["a", "b"], rows: [cells])
    return String(decoding: table.bytes.dropFirst(3), as: UTF8.self)
  }

  @Test func isMarkedAsUTF8() {
    let table = SpreadsheetTable(separator: .semicolon, columns: ["Följd"])
    #expect(table.bytes == [0xEF, 0xBB, 0xBF] + Array("Följd\r\n".utf8))
    #expect(table.bytes == table.head)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a;b", "\"a;b\""), ("a \"b\"", "\"a \"\"b\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("=1+1", "'=1+1"), ("+46", "'+46"), ("-1", "'-1"), ("@x", "'@x"), (" =1", "' =1"), ("\t=1", "\"'\t=1\""),
    ("=a;b", "\"'=a;b\""), ("＝1", "'＝1"), ("a\u{0}b", "ab"), ("", ""), ("a,b", "\"a,b\""), ("\u{A0}=1", "'\u{A0}=1"),
  ])
  func cellsAreHarmless(cell: String, expected: String) {
    #expect(text([cell, "x"]) == "a;b\r\n\(expected);x\r\n")
  }

  @Test func bothSeparatorsAreQuotedBetweenEither() {
    #expect(text(["a,b", "c;d"], .comma) == "a,b\r\n\"a,b\",\"c;d\"\r\n")
  }
}
