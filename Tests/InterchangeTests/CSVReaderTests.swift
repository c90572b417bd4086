import Diagnostics
import GraphModel
import SeededRandom
import Testing

@testable import Interchange

@Suite struct CSVReaderTests {
  @Test func absentCellIsNotEmptyText() throws {
    let (header, records, diagnostics) = try readCSV("a,b,c\n1,,\"\"\n,x,\n")
    #expect(header == ["a", "b", "c"])
    #expect(records.map(\.cells) == [["1", nil, ""], [nil, "x", nil]])
    #expect(records.map(\.line) == [2, 3])
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEnd(_ end: String) throws {
    let text = ["k,v", "1,\"a\(end)b\"", "2,\"say \"\"hej\"\"; a, b\"", "3,å"].joined(separator: end)
    for text in [text, text + end, text + end + end + "  " + end] {
      let (_, records, diagnostics) = try readCSV(text)
      #expect(records.map(\.cells) == [["1", "a\(end)b"], ["2", "say \"hej\"; a, b"], ["3", "å"]])
      #expect(records.map(\.line) == [2, 4, 5])
      #expect(diagnostics.isEmpty)
    }
  }

  @Test(arguments: [
    ("a;b,c;d\n1;2;3\n", ["a", "b,c", "d"]), ("a\tb\n1\t2\n", ["a", "b"]), ("\"x,y,z\";b\n1;2\n", ["x,y,z", "b"]),
    ("key\nx\n", ["key"]), ("\u{FEFF}key,name\nx,y\n", ["key", "name"]), ("\n\nkey,name\nx,y", ["key", "name"]),
  ])
  func separatorIsThatOfTheHeader(_ text: String, _ header: [String]) throws {
    let result = try readCSV(text)
    #expect(result.header == header)
    #expect(result.records.first?.cells.count == header.count)
    #expect(result.diagnostics.isEmpty)
  }

  /// Text, and each finding as `line:column id`.
  static let mistakes: [(text: String, found: [String])] = [
    ("", ["1:1 missing-header"]),
    ("\n  \n", ["1:1 missing-header"]),
    ("a,,c\n1,2,3\n", ["1:3 empty-column-name"]),
    ("a,b,a\n1,2,3\n", ["1:5 duplicate-column"]),
    ("a,b,\n1,2,\n", ["1:5 empty-column-name"]),
    ("a,b\n1\n", ["2:2 ragged-row"]),
    ("a,b\n1,2,3\n", ["2:5 ragged-row"]),
    ("a,b\nåäö,2,3\n", ["2:7 ragged-row"]),
    ("a,b\n\"x\ny\",2,3\n4,5\n6\n", ["2:1 ragged-row", "5:2 ragged-row"]),
    ("a,b\n1,2\n\n3,4\n", ["3:1 blank-line"]),
    ("a,b\n1,\"x\n2,y\n3\n", ["2:3 unterminated-quote", "4:2 ragged-row"]),
    ("a,b\n1,\"x\n2,\"y\"\n3,\"z\"\n4\n", ["2:3 unterminated-quote", "5:2 ragged-row"]),
    ("a,b\n1,\"x", ["2:3 unterminated-quote"]),
    ("a,b\n1,\"x\r\n2,y\r\n", ["2:3 unterminated-quote"]),
    ("a,b\n\"x\ny\",\"z\n1,2\n", ["2:1 unterminated-quote"]),
    ("a,\"b\n1,2\n", ["1:3 unterminated-quote"]),
    ("a,b\n1,\"x\"y\n2,z\n", ["2:6 text-after-quote"]),
    ("a,b\n1,\"x\"y,4,5\n2,z\n", ["2:6 text-after-quote"]),
    ("a,b\nåx\"y\",2\n3,4\n", ["2:3 bare-quote"]),
    ("a,b\n1,x\u{0}y\n2,z\n", ["2:3 null-byte"]),
  ]

  @Test(arguments: mistakes)
  func eachMistakeOnceAndAtItsPlace(_ text: String, _ found: [String]) throws {
    let result = try readCSV(text)
    #expect(summary(result.diagnostics) == found, "\(result.diagnostics.map { $0.rendered() })")
  }

  @Test func afterAMistakeTheRestIsRead() throws {
    let (_, records, _) = try readCSV("a,b\n1,\"x\n2,y\n3\n4,z\n")
    #expect(records.filter { !$0.isDamaged }.map(\.cells) == [["2", "y"], ["4", "z"]])
    #expect(records.map(\.cells.first) == ["1", "2", "3", "4"])
    #expect(records.map(\.line) == [2, 3, 4, 5])
  }

  @Test func bytesThatAreNotUTF8() throws {
    var bytes = Array("a,b\n1,f".utf8) + [0xE5]
    bytes += Array("r,x\n".utf8)
    bytes = Array("a,b\né,f".utf8) + [0xE5] + Array("r\n2,".utf8) + [0xC3, 0x28] + Array("\n3,ok\n".utf8)
    let result = try readCSV(bytes)
    #expect(summary(result.diagnostics) == ["2:3 invalid-encoding", "3:3 invalid-encoding"])
    #expect(result.diagnostics[0].message == "byte 0xE5 in column 'b' is not UTF-8 (byte 8 of the file)")
    #expect(result.diagnostics[0].hint == "the file looks like Windows-1252 or ISO 8859-1: save it as UTF-8")
    #expect(result.records.map(\.isDamaged) == [true, true, false])
  }

  @Test func utf16IsNamed() throws {
    let result = try readCSV([0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00])
    #expect(summary(result.diagnostics) == ["1:1 invalid-encoding"])
    #expect(result.diagnostics[0].message.contains("UTF-16"))
  }

  @Test func messagesShowTheLine() throws {
    let result = try readCSV("key,name\nåsa,\"x\"y\n")
    #expect(
      result.diagnostics.map { $0.rendered() } == [
        """
        t.csv:2:8: error: text follows the closing quote of column 'name' [text-after-quote]
          2 | åsa,"x"y
            |        ^ write '""' for a quote inside a quoted cell
        """
      ])
  }

  @Test func anEndlessCellIsCut() throws {
    let text = "a,b\n1,\"" + String(repeating: "x\n", count: 5000) + "9,z\n"
    let result = try readCSV(Array(text.utf8), bufferSize: 64, recordLimit: 1000)
    #expect(result.diagnostics.first?.id == "unterminated-quote")
    #expect(result.diagnostics.first?.message.hasSuffix("is never closed within 0 MB") == true)
    #expect(result.records.last?.cells == ["9", "z"])
    let line = try readCSV(
      Array(("a,b\n1," + String(repeating: "x", count: 5000)).utf8), bufferSize: 64, recordLimit: 1000)
    #expect(summary(line.diagnostics) == ["2:1 record-too-large"])
  }

  /// Where the file happens to be cut into portions makes no difference.
  @Test func portionsMakeNoDifference() throws {
    var generator = SplitMix64(seed: 1)
    let pieces = [
      "a", "å", "\"", "\"\"", ",", "\n", "\r\n", "\r", ";", "\u{FEFF}", "x y", "\t", "𝄞", "1,\"q\nr\"\n", "\u{0}",
    ]
    for _ in 0..<400 {
      var text = "k,v\n"
      for _ in 0..<Int.random(in: 0..<24, using: &generator) { text += pieces.randomElement(using: &generator) ?? "" }
      let whole = try readCSV(text)
      for size in [1, 2, 3, 5, 7, 16, 33] {
        let portions = try readCSV(Array(text.utf8), bufferSize: size)
        #expect(
          portions.records == whole.records && portions.diagnostics == whole.diagnostics, "\(text.debugDescription)")
      }
    }
  }

  /// What the writer writes, the reader reads.
  @Test func randomTablesSurvive() throws {
    var generator = SplitMix64(seed: 2)
    let pieces = ["a", "å", "\"", ",", "\n", "\r", "\r\n", " ", ";", "\t", "𝄞", "e\u{301}", "|", "\\"]
    for _ in 0..<300 {
      let width = Int.random(in: 1...5, using: &generator)
      var rows: [[String?]] = []
      for _ in 0..<Int.random(in: 0..<8, using: &generator) {
        var row: [String?] = []
        for _ in 0..<width {
          let length = Int.random(in: -1..<5, using: &generator)
          row.append(
            length < 0 ? nil : (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined())
        }
        // A row of nothing but absent cells is no record.
        if row.contains(where: { $0 != nil }) { rows.append(row) }
      }
      var writer = CSVWriter()
      for column in 0..<width { writer.cell("c\(column)") }
      writer.endRow()
      for row in rows {
        for cell in row { writer.cell(cell) }
        writer.endRow()
      }
      let result = try readCSV(writer.takeBytes())
      #expect(result.diagnostics.isEmpty)
      #expect(result.records.map(\.cells) == rows)
    }
  }

  @Test func manyRowsNeedLittleMemory() throws {
    final class Rows: ByteSource {
      let row = Array("key-of-a-row,a name of some length,2024-01-01,\"quoted, text\"\n".utf8)
      var left = 100_000 * 60
      var position = -8
      func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        let count = min(buffer.count, left)
        for index in 0..<count {
          unsafe buffer[index] = position < 0 ? Array("a,b,c,d\n".utf8)[position + 8] : row[position % row.count]
          position += 1
        }
        left -= count
        return count
      }
    }
    var reader = CSVReader(name: "t.csv", source: Rows(), bufferSize: 4096)
    var diagnostics = DiagnosticCollector()
    #expect(try reader.readHeader(reporting: &diagnostics))
    var count = 0
    while try reader.next(reporting: &diagnostics), !diagnostics.hasErrors { count += 1 }
    #expect(count > 90_000)
    #expect(reader.buffer.count == 4096)
  }

  @Test func whatSpreadsheetsAdd() throws {
    let named = try readCSV("sep=;\nkey;a,b,c,d\n1;x\n")
    #expect(named.header == ["key", "a,b,c,d"] && named.diagnostics.isEmpty)
    #expect(named.records == [ReadRecord(line: 3, cells: ["1", "x"], isDamaged: false)])
    let trailing = try readCSV("a;b;c\n1;2;3\n;;\n;;\n\n")
    #expect(trailing.records.count == 1 && trailing.diagnostics.isEmpty)
    let between = try readCSV("a;b;c\n1;2;3\n;;\n4;5;6\n")
    #expect(between.records.count == 2)
    #expect(summary(between.diagnostics) == ["3:1 blank-line"])
    #expect(between.diagnostics.first?.hint == "delete the row")
  }
}
